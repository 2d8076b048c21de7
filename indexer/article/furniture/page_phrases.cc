// What pages put around an article: buttons, forms, notices, menus, links.
// Rows of one topic stand together; within a row the languages follow each other as en, de, es, fr,
// pl, it, pt, nl where we know the wording.
#include <array>

#include "article/furniture/phrases.h"

namespace palpate {
namespace {

using enum Topic;
using enum Where;

constexpr auto kRows = std::to_array<PhraseRow>({
    {share, whole,
     "share|share this|share this post|share this article|share this page|share this entry|share "
     "on|tweet|tweet this|"
     "facebook|twitter|x|linkedin|pinterest|pin "
     "it|pin|whatsapp|instagram|youtube|tiktok|telegram|reddit|tumblr|email|"
     "e mail|mail|print|print this page|copy link|link copied|save|like|likes|like "
     "this|loading|share via|follow|"
     "share on facebook|share on twitter|share on linkedin|share on pinterest|share on "
     "whatsapp|share on x|"
     "follow us|facebook twitter linkedin|facebook twitter|facebook twitter pinterest linkedin|"
     "click to share|click to print|click to email a link to a friend|spread the word|love this "
     "spread the word|"
     "teilen|diesen artikel teilen|beitrag teilen|teilen mit|drucken|gefällt mir|folgen sie uns|"
     "compartir|comparte|compartir esto|comparte esto|compartir en|imprimir|me gusta|síguenos|"
     "partager|partager cet article|partagez|partagez cet article|imprimer|jaime|suivez nous|"
     "udostępnij|udostępnij ten wpis|podziel się|drukuj|lubię to|"
     "condividi|condividi questo articolo|condividi su|stampa|mi piace|seguici|"
     "compartilhar|compartilhe|compartilhe isso|partilhar|curtir|delen|deel dit|deel dit "
     "artikel|deel dit bericht|afdrukken"},
    {share, start,
     "click to share on|share this on|opens in new window|share this with your friends|share this "
     "with friends|share this with a friend|share this with your family|share this with "
     "others|share this with someone|share this with anyone|share this with your network|share "
     "this article "
     "on|share this post on|"
     "klick um|haz clic para compartir|cliquez pour partager|kliknij by udostępnić|fai clic per "
     "condividere|"
     "clique para compartilhar|klik om te delen"},

    {subscribe, whole,
     "subscribe|subscribe now|sign up|newsletter|join our newsletter|thanks for subscribing|thanks "
     "for submitting|"
     "enter your email|enter your email address|email address|your email|newsletter "
     "abonnieren|newsletter anmeldung|"
     "abonnieren|suscríbete|suscribirse|boletín|sabonner|abonnez vous|sinscrire|zapisz "
     "się|subskrybuj|iscriviti|"
     "inscreva se|assine|inschrijven|abonneren|nieuwsbrief"},
    {subscribe, start,
     "sign up for our|sign up to our|sign up to receive|join our mailing list|join "
     "our email list|"
     "join our newsletter|get our newsletter|enjoyed this post subscribe|never miss a post|never "
     "miss an update|"
     "get the latest posts|get new posts|be the first to know|enter your email address to|stay up "
     "to date with our|"
     "abonnieren sie|melden sie sich für unseren newsletter|jetzt newsletter|suscríbete "
     "a|suscríbase|"
     "abonnez vous à|inscrivez vous à|zapisz się do|zapisz się na newsletter|iscriviti "
     "alla|inscreva se|"
     "assine a nossa|assine nossa|schrijf je in|schrijf u in|meld je aan voor"},
    {weak_subscribe, start, "subscribe to"},
    {subscription, inside,
     "newsletter|newsletters|mailing list|email "
     "list|channel|page|blog|podcast|feed|letter|magazine|"
     "journal|updates|posts|comments|our|my|us|this|email|inbox"},
    {subscribe, inside,
     "our mailing list|our newsletter|straight to your inbox|in your inbox|to your inbox|our email "
     "list|"
     "unseren newsletter|unserem newsletter|nuestro boletín|nuestra newsletter|notre "
     "newsletter|notre infolettre|"
     "nasz newsletter|naszego newslettera|nostra newsletter|nossa newsletter|onze nieuwsbrief"},

    {reading_time, inside,
     "min read|mins read|minute read|minutes read|minutes to read|reading time|read time|min "
     "lesezeit|minuten lesezeit|"
     "lesezeit|min de lectura|minutos de lectura|tiempo de lectura|min de lecture|minutes de "
     "lecture|temps de lecture|"
     "min czytania|minut czytania|minuty czytania|czas czytania|min di lettura|minuti di "
     "lettura|tempo di lettura|"
     "min de leitura|minutos de leitura|tempo de leitura|min leestijd|minuten leestijd|minuten "
     "leestijd|leestijd|"
     "min lezen|minuten lezen"},

    {page_edge, whole,
     "top of page|bottom of page|back to top|go to top|scroll to top|to top|nach oben|zum "
     "seitenanfang|volver arriba|"
     "haut de page|retour en haut|góra strony|dół strony|do góry|powrót na górę|na górę|torna "
     "su|inizio pagina|voltar ao "
     "topo|topo da página|"
     "naar boven|terug naar boven|bovenkant van pagina|onderkant van pagina|final da página|parte "
     "inferior de la página|"
     "parte superior de la página|bas de page|fondo pagina|oben auf der seite|seitenende"},

    {comments, whole,
     "comments|comment|no comments|comments off|comments are closed|comments closed|no comments "
     "yet|comments are off|"
     "view comments|show comments|kommentare|kommentar|keine kommentare|comentarios|comentario|sin "
     "comentarios|"
     "commentaires|commentaire|aucun commentaire|komentarze|komentarz|komentarzy|brak "
     "komentarzy|commenti|commento|"
     "nessun commento|comentários|comentário|nenhum comentário|sem "
     "comentários|reacties|reactie|opmerkingen|"
     "geen reacties|responses|replies"},
    {comments, start,
     "comments on|thoughts on|responses to|commenting on this post isnt available|comments are "
     "closed"},

    {reply_form, whole,
     "leave a reply|leave a comment|write a comment|add a comment|post a comment|submit a "
     "comment|post comment|"
     "cancel reply|leave a reply cancel reply|leave your comment|join the discussion|reply|your "
     "comment|submit|name|"
     "website|log in to leave a comment|schreibe einen kommentar|kommentar schreiben|kommentar "
     "hinterlassen|"
     "antwort hinterlassen|antworten abbrechen|kommentar verfassen|deja un comentario|deja una "
     "respuesta|"
     "cancelar respuesta|escribir un comentario|laisser un commentaire|laissez un "
     "commentaire|ajouter un commentaire|"
     "rédigez un commentaire|annuler la réponse|dodaj komentarz|napisz komentarz|zostaw "
     "komentarz|anuluj odpowiedź|"
     "lascia un commento|scrivi un commento|annulla risposta|deixe um comentário|deixe uma "
     "resposta|cancelar resposta|"
     "escreva um comentário|geef een reactie|laat een reactie achter|plaats een reactie|reactie "
     "plaatsen|"
     "reactie annuleren"},
    {reply_form, start,
     "your email address will not be published|save my name email|notify me of|you must be logged "
     "in to|"
     "required fields are marked|deine e mail adresse wird nicht|meinen namen e mail|"
     "tu dirección de correo electrónico no será|guarda mi nombre|votre adresse e mail ne sera pas|"
     "enregistrer mon nom|twój adres e mail nie zostanie|zapamiętaj moje dane|il tuo indirizzo "
     "email non sarà|"
     "salva il mio nome|o seu endereço de e mail não será|salvar meus dados|je e mailadres wordt "
     "niet|mijn naam e mail"},

    {skip_link, whole,
     "skip to content|skip to main content|skip to primary content|skip to navigation|skip to "
     "footer|skip navigation|"
     "jump to content|jump to recipe|zum inhalt springen|direkt zum inhalt|saltar al contenido|ir "
     "al contenido|"
     "aller au contenu|passer au contenu|przejdź do treści|przejdź do głównej treści|vai al "
     "contenuto|"
     "salta al contenuto|pular para o conteúdo|ir para o conteúdo|saltar para o conteúdo|ga naar "
     "inhoud|"
     "ga naar de inhoud|spring naar inhoud|doorgaan naar inhoud"},

    {cookies, whole,
     "accept|accept all|accept cookies|accept all cookies|reject all|decline|cookie "
     "settings|cookie policy|"
     "manage cookies|got it|alle akzeptieren|akzeptieren|ablehnen|aceptar|aceptar "
     "todo|rechazar|accepter|tout accepter|"
     "tout refuser|akceptuj|akceptuję|zgadzam się|accetta|accetta tutti|rifiuta|aceitar|aceitar "
     "tudo|accepteren|"
     "alles accepteren|weigeren"},
    {cookies, inside,
     "we use cookies|uses cookies|use of cookies|using cookies|cookies to improve|cookies to "
     "ensure|cookies to give you|"
     "verwendet cookies|verwenden cookies|nutzt cookies|nutzen cookies|setzt cookies ein|utiliza "
     "cookies|"
     "utilizamos cookies|usamos cookies|uso de cookies|utilise des cookies|utilisons des "
     "cookies|używa plików cookie|"
     "używamy plików cookie|korzysta z plików cookie|plików cookies|utilizza i cookie|utilizza "
     "cookie|"
     "utilizziamo i cookie|usa cookies|gebruikt cookies|gebruiken cookies|maakt gebruik van "
     "cookies"},

    {copyright, start, "copyright 19|copyright 20|copyright by|copyright c"},
    {copyright, inside,
     "all rights reserved|alle rechte vorbehalten|todos los derechos reservados|tous droits "
     "réservés|"
     "wszelkie prawa zastrzeżone|tutti i diritti riservati|todos os direitos reservados|alle "
     "rechten voorbehouden"},

    {platform, whole,
     "powered by wordpress|proudly powered by wordpress|created with wix|proudly created with wix "
     "com|"
     "powered by squarespace|views0 comments|views comments|view "
     "comments|advertisement|sponsored|uncategorized|view post on facebook|see "
     "all|post not marked as liked|"
     "view|views|write a review|no ratings yet|add a rating|rate this post|edit this "
     "post|edit|anzeige|publicidad|"
     "publicité|reklama|pubblicità|publicidade|advertentie|aktualności|wszystkie posty|all "
     "posts|zobacz wszystkie"},
    {platform, start,
     "powered by|proudly powered by|this site uses akismet|learn how your comment data|rated 0 out "
     "of|"
     "rated nan out of|post not marked as liked|website by|website design by|site by|web design "
     "by|theme by|"
     "this site is protected by recaptcha|please enable javascript|javascript is disabled|your "
     "browser does not"},
    {platform, inside, "comment data is processed|no ratings yet|contact the site owner"},

    {navigation, whole,
     "home|about|about us|our team|meet the team|team|staff|services|our services|blog|our "
     "blog|news|contact|contact us|"
     "contacts|book online|book now|log in|login|log out|sign in|register|my "
     "account|account|cart|checkout|shop|store|"
     "menu|main menu|toggle navigation|toggle menu|open menu|close menu|close|search|search "
     "for|more|faq|faqs|pricing|prices|"
     "rates|gallery|testimonials|reviews|locations|location|hours|resources|events|careers|gift "
     "cards|gift certificates|"
     "appointments|patient portal|new patients|insurance|privacy policy|privacy|terms of "
     "service|terms of use|terms|"
     "terms and conditions|disclaimer|sitemap|site map|accessibility|accessibility statement|use "
     "tab to navigate the menu items|"
     "previous|next|prev|older posts|newer posts|all posts|breadcrumb|you are here|get "
     "directions|directions|"
     "startseite|über uns|leistungen|kontakt|impressum|datenschutz|suche|anmelden|warenkorb|inicio|"
     "sobre nosotros|quiénes somos|servicios|contacto|buscar|aviso legal|política de "
     "privacidad|carrito|accueil|"
     "à propos|nos services|rechercher|mentions légales|politique de "
     "confidentialité|connexion|panier|"
     "strona główna|o nas|usługi|oferta|szukaj|polityka prywatności|zaloguj się|koszyk|chi "
     "siamo|servizi|contatti|"
     "cerca|accedi|carrello|início|sobre nós|sobre|serviços|contato|contacto|pesquisar|entrar|over "
     "ons|diensten|"
     "zoeken|privacybeleid|inloggen|winkelwagen|nieuws"},

    {legal_link, whole,
     "imprint|legal|legal notice|privacy|privacy policy|privacy notice|privacy statement|your "
     "privacy choices|cookie policy|cookie notice|cookie settings|cookie preferences|terms|terms "
     "of "
     "use|terms of service|terms and conditions|terms conditions|conditions of "
     "use|disclaimer|medical "
     "disclaimer|sitemap|site map|accessibility|accessibility statement|do not sell my personal "
     "information|copyright|"
     "impressum|datenschutz|datenschutzerklärung|datenschutzhinweise|agb|nutzungsbedingungen|"
     "haftungsausschluss|cookie einstellungen|cookie richtlinie|barrierefreiheit|widerruf|"
     "widerrufsbelehrung|"
     "aviso legal|privacidad|política de privacidad|política de cookies|condiciones de uso|"
     "condiciones generales|términos y condiciones|términos de uso|protección de datos|mapa del "
     "sitio|mapa web|accesibilidad|"
     "mentions légales|confidentialité|politique de confidentialité|politique de cookies|gestion "
     "des "
     "cookies|protection des données|données personnelles|cgu|cgv|conditions générales|conditions "
     "générales dutilisation|conditions dutilisation|plan du site|accessibilité|"
     "polityka prywatności|polityka cookies|polityka plików cookies|prywatność|regulamin|rodo|mapa "
     "strony|nota prawna|deklaracja dostępności|"
     "note legali|informativa sulla privacy|informativa privacy|politica sulla privacy|condizioni "
     "duso|termini e condizioni|mappa del sito|accessibilità|"
     "privacidade|política de privacidade|termos de uso|termos de serviço|termos e condições|mapa "
     "do "
     "site|acessibilidade|proteção de dados|"
     "privacyverklaring|privacybeleid|cookiebeleid|algemene voorwaarden|gebruiksvoorwaarden|"
     "toegankelijkheid|colofon|juridische kennisgeving"},

    {related, whole,
     "related posts|related articles|related|related reading|related content|related "
     "stories|recent posts|recent articles|latest posts|latest news|"
     "popular posts|you may also like|you might also like|you may also enjoy|you might also "
     "enjoy|more posts|more articles|"
     "more from our blog|more from the blog|read next|up next|keep reading|dont miss|recommended "
     "for you|trending|see also|other posts|previous post|"
     "next post|post navigation|archives|categories|recent comments|ähnliche beiträge|ähnliche "
     "artikel|aktuelle beiträge|"
     "weitere beiträge|das könnte sie auch interessieren|das könnte dich auch "
     "interessieren|beitragsnavigation|"
     "vorheriger beitrag|nächster beitrag|artículos relacionados|entradas relacionadas|entradas "
     "recientes|"
     "también te puede interesar|publicaciones relacionadas|navegación de entradas|articles "
     "similaires|articles récents|"
     "articles liés|vous aimerez aussi|posts récents|article précédent|article suivant|navigation "
     "de larticle|"
     "podobne wpisy|powiązane posty|ostatnie posty|ostatnie wpisy|zobacz także|poprzedni "
     "wpis|następny wpis|"
     "articoli correlati|post correlati|post recenti|articoli recenti|potrebbe interessarti "
     "anche|articolo precedente|"
     "articolo successivo|posts relacionados|artigos relacionados|posts recentes|você também pode "
     "gostar|"
     "gerelateerde berichten|gerelateerde artikelen|recente berichten|lees ook|vorig "
     "bericht|volgend bericht"},
    {related, start,
     "previous post|next post|previous article|next article|older post|newer post|vorheriger "
     "beitrag|nächster beitrag"},

    {read_more, whole,
     "read more|read the full article|read full article|read the rest|continue reading|learn "
     "more|see more|show more|"
     "view more|load more|view all|find out more|more info|mehr lesen|weiterlesen|mehr "
     "erfahren|leer más|seguir leyendo|"
     "lire plus|lire la suite|en savoir plus|czytaj więcej|czytaj dalej|więcej|leggi tutto|leggi "
     "di più|"
     "continua a leggere|leia mais|ler mais|continue lendo|lees meer|lees verder"},
    {read_more, start,
     "read more about|continue reading|read more|also read|lees ook|lesen sie auch"},

    {contents, whole,
     "table of contents|contents|article contents|page contents|in this article|in this post|in "
     "this guide|on this page|whats in this article|whats on this page|jump to|jump to "
     "section|jump "
     "to a section|skip to section|quick "
     "links|inhaltsverzeichnis|inhalt|"
     "in diesem artikel|auf dieser seite|tabla de contenidos|índice|índice de "
     "contenidos|contenido|contenidos|"
     "en este artículo|table des matières|sommaire|dans cet article|spis treści|w tym "
     "artykule|indice|sommario|"
     "in questo articolo|sumário|neste artigo|inhoudsopgave|inhoud|in dit artikel"},
});

}  // namespace

std::span<const PhraseRow> page_phrases() { return kRows; }

}  // namespace palpate
