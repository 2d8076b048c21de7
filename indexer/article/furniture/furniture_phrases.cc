// The table of set phrases. Rows of one topic stand together; within a row the languages follow
// each other as en, de, es, fr, pl, it, pt, nl where we know the wording.
#include <array>

#include "article/furniture/phrases.h"

namespace palpate {
namespace {

using enum Topic;
using enum Where;

constexpr PhraseRow kRows[] = {
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
     "click to share on|share this on|opens in new window|share this with|share this article "
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
     "subscribe to|sign up for our|sign up to our|sign up to receive|join our mailing list|join "
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

    {updated_label, start,
     "updated|updated on|last updated|last updated on|last update|last modified|modified|last "
     "reviewed on|"
     "this article was last updated on|aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt "
     "aktualisiert am|"
     "letzte aktualisierung|stand|actualizado|actualizado el|última actualización|mis à jour|mis à "
     "jour le|"
     "dernière mise à jour|zaktualizowano|zaktualizowano dnia|ostatnia "
     "aktualizacja|aggiornato|aggiornato il|"
     "ultimo aggiornamento|atualizado|atualizado em|última atualização|bijgewerkt|bijgewerkt "
     "op|laatst bijgewerkt|"
     "laatst bijgewerkt op"},
    {published_label, start,
     "published|published on|posted|posted on|first published|date|date published|publication "
     "date|written on|"
     "published date|post date|created on|veröffentlicht|veröffentlicht am|erstellt "
     "am|datum|publicado|publicado el|"
     "fecha|publicado en|publié|publié le|opublikowano|data publikacji|pubblicato|pubblicato "
     "il|data|publicado em|"
     "gepubliceerd|gepubliceerd op|geplaatst op"},
    {author_label, start,
     "by|written by|author|authors|posted by|published by|article by|words by|post author|about "
     "the author|"
     "medically written by|von|verfasst von|geschrieben von|autor|autorin|autoren|por|escrito "
     "por|autora|autores|par|"
     "écrit par|rédigé par|auteur|auteure|autrice|napisane przez|autorka|autorzy|tekst|scritto "
     "da|autore|autori|"
     "a cura di|di|da|door|geschreven door|auteurs"},
    {reviewer_label, start,
     "reviewed by|medically reviewed by|medical reviewer|medical review "
     "by|reviewer|reviewers|clinically reviewed by|"
     "fact checked by|expert reviewed by|scientifically reviewed by|peer reviewed by|edited and "
     "reviewed by|"
     "last medically reviewed by|medizinisch geprüft von|geprüft von|fachlich geprüft "
     "von|überprüft von|revisado por|"
     "revisado médicamente por|revisión médica|relu par|révisé par|vérifié par|revu "
     "par|zweryfikowane przez|"
     "zrecenzowane przez|recenzja|weryfikacja medyczna|revisionato da|revisione medica|verificato "
     "da|"
     "revisão médica|revisto por|beoordeeld door|medisch beoordeeld door|gecontroleerd door"},

    {page_edge, whole,
     "top of page|bottom of page|back to top|go to top|scroll to top|to top|nach oben|zum "
     "seitenanfang|volver arriba|"
     "haut de page|retour en haut|góra strony|dół strony|do góry|torna su|inizio pagina|voltar ao "
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
     "powered by squarespace|advertisement|sponsored|uncategorized|view post on facebook|see "
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

    {action, start,
     "contact us|contact our|call us|call our office|call our clinic|call now|call today to|book "
     "now|book online|"
     "book today|book your|book an appointment today|book an appointment now|book an appointment "
     "online|book a free|"
     "schedule your appointment|schedule your session|schedule your massage|schedule your "
     "consultation|"
     "schedule your free|schedule your visit|schedule your next|schedule your first|schedule "
     "now|schedule today|"
     "schedule an appointment today|schedule a free|schedule a consultation today|schedule online|"
     "request an appointment today|request your appointment|request an appointment online|make "
     "your appointment|"
     "get in touch with us|get in touch today|get in touch now|get in touch to|get in touch "
     "and|please contact us|"
     "please call us|please reach out|feel free to contact us|feel free to reach out|dont hesitate "
     "to contact|"
     "dont hesitate to reach out|please dont hesitate|please do not hesitate|ask us|reach out to "
     "us|reach out today|click here|click the link|click the button|"
     "click below|give us a call|visit our|visit us|follow us|find us on|check out our|learn more "
     "about our|"
     "buy now|shop now|order now|download our|get started today|start your journey|claim your|send "
     "us|email us|"
     "text us|drop us|come see us|come visit us|come in and see us|stop by our|like and share|like "
     "us|leave us|"
     "kontaktieren sie uns|rufen sie uns|jetzt buchen|jetzt termin|termin vereinbaren|termin "
     "buchen|"
     "vereinbaren sie jetzt|vereinbaren sie einen termin bei uns|buchen sie jetzt|buchen sie "
     "ihren|buchen sie online|klicken sie hier|contáctanos|contáctenos|"
     "contacta con nosotros|llámanos|llámenos|reserva tu|reserve su|reserva ahora|agenda tu|agende "
     "su|pide tu cita|"
     "haz clic aquí|contactez nous|appelez nous|prenez rendez vous en ligne|prenez rendez vous "
     "maintenant|"
     "prenez rendez vous dès|prenez rendez vous avec nous|réservez votre|réservez en "
     "ligne|réservez maintenant|cliquez ici|skontaktuj się z nami|"
     "zadzwoń do nas|umów się|umów wizytę|zarezerwuj wizytę|zarezerwuj termin|kliknij "
     "tutaj|contattaci|contattateci|chiamaci|chiamateci|"
     "prenota la tua|prenota il tuo|prenota ora|prenota subito|prenota online|prenotate|clicca "
     "qui|entre em contato conosco|entre em contacto connosco|ligue para nós|ligue agora|"
     "agende sua|agende a sua|marque a sua|marque sua|reserve agora|clique aqui|neem contact met "
     "ons op|bel ons|"
     "maak een afspraak bij ons|maak nu een afspraak|maak vandaag nog|maak online|boek nu|boek "
     "je|boek online|klik hier"},
    {action, inside,
     "contact us today|contact us now|contact us to schedule|contact us to book|contact us "
     "at|contact us for|"
     "contact our office|contact our clinic|call us today|call us at|call us now|call us on|call "
     "our office|"
     "schedule your appointment|schedule your session|schedule your consultation|schedule your "
     "free|"
     "schedule an appointment with us|schedule an appointment with our|book your appointment|book "
     "your session|"
     "book your massage|book your next|book an appointment with us|book an appointment with "
     "our|book online|"
     "book a session with|book a consultation with|give us a call|click our|click here to|click "
     "the button|"
     "our scheduling button|our online booking|our booking page|reach out to us|get in touch with "
     "us|"
     "make an appointment with us|kontaktieren sie uns|rufen sie uns an|termin bei "
     "uns|contáctanos|contáctenos|"
     "llámanos|contactez nous|appelez nous|skontaktuj się z nami|zadzwoń do "
     "nas|contattaci|chiamaci|"
     "entre em contato conosco|neem contact met ons op|neem contact op met ons|bel ons"},
    {weak_action, start,
     "call|schedule|book|visit|click|request|make an appointment|reach out|learn more|find out "
     "more|to schedule|to book|"
     "to make an appointment|to learn more|if youre ready|if you are "
     "ready|rufen|besuchen|vereinbaren|buchen|llame|llama|"
     "visite|visita|reserve|appelez|visitez|zadzwoń|odwiedź|chiama|chiamate|ligue|bel|bezoek"},
    {dialled_action, start,
     "contact|text|phone|ring|email|give|dial|telephone|llame|telefon|tel|reach"},
    {self, inside,
     "us|our|we|uns|unser|unsere|unserer|unserem|unseren|nosotros|nuestro|nuestra|nuestros|"
     "nuestras|nous|notre|nos|nas|"
     "nam|nasz|nasza|naszej|naszym|noi|nostro|nostra|nós|nosso|nossa|conosco|ons|onze"},
    {advice, inside,
     "right away|immediately|at once|straight away|numbness|bladder|bowel|fever|bleeding|side "
     "effects|medication|"
     "dose|sofort|inmediatamente|immédiatement|natychmiast|immediatamente|imediatamente|"
     "onmiddellijk|911|999|112|988|111|emergency|emergencies|ambulance|doctor|doctors|physician|gp|"
     "health care provider|"
     "healthcare provider|health care professional|healthcare professional|medical "
     "attention|urgent care|hospital|"
     "poison|poison "
     "control|hotline|helpline|lifeline|crisis|suicide|nurse|pharmacist|midwife|notruf|notarzt|"
     "arzt|ärztin|"
     "notaufnahme|krankenhaus|giftnotruf|emergencias|urgencias|médico|médica|doctora|hospitales|"
     "urgences|médecin|samu|"
     "hôpital|pogotowie|lekarz|lekarza|lekarzem|szpital|szpitala|pronto "
     "soccorso|medico|ospedale|ambulanza|emergência|"
     "pronto socorro|médicos|huisarts|arts|spoedeisende|ziekenhuis|alarmnummer"},
    {teaser, start,
     "ready to|are you ready|looking for|looking to|want to|do you want|would you like|interested "
     "in|have questions|"
     "have a question|do you have questions|need help|need relief|still have "
     "questions|curious|sind sie bereit|bereit|"
     "haben sie fragen|interesse|listo para|lista para|listos para|tienes preguntas|tiene "
     "preguntas|prêt à|prêts à|"
     "vous avez des questions|gotowy|gotowa|masz pytania|pronto a|pronti a|hai domande|pronto "
     "para|pronta para|"
     "tem dúvidas|klaar om|heb je vragen|heeft u vragen"},
    {promotion, inside,
     "more information|more info|learn more|find out more|read more|visit|click|check out|see "
     "more|get more|our website|"
     "this website|weitere informationen|mehr informationen|mehr erfahren|más "
     "información|visita|visite|plus dinformations|"
     "en savoir plus|więcej informacji|odwiedź|dowiedz się więcej|maggiori informazioni|scopri di "
     "più|mais informações|"
     "saiba mais|meer informatie|lees meer"},
    {contact_label, start,
     "tel|telephone|phone|call|call us|fax|mobile|cell|text|email|e "
     "mail|mail|website|web|telefon|teléfono|téléphone|"
     "telefono|telefone|telefoon|office|address|clinic|whatsapp"},

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
     "table of contents|contents|in this article|on this page|jump to|quick "
     "links|inhaltsverzeichnis|inhalt|"
     "in diesem artikel|auf dieser seite|tabla de contenidos|índice|índice de "
     "contenidos|contenido|contenidos|"
     "en este artículo|table des matières|sommaire|dans cet article|spis treści|w tym "
     "artykule|indice|sommario|"
     "in questo articolo|sumário|neste artigo|inhoudsopgave|inhoud|in dit artikel"},
    {tags_label, start,
     "tags|tag|tagged|tagged with|tagged in|filed under|posted "
     "in|categories|category|topics|keywords|hashtags|"
     "schlagwörter|schlagworte|kategorie|kategorien|etiquetas|categoría|categorías|étiquettes|mots "
     "clés|catégorie|"
     "catégories|tagi|kategoria|kategorie|etichette|categoria|categorie|marcadores|categorias|"
     "trefwoorden|categorieën"},

    {tagged_label, start,
     "tagged|tagged with|tagged in|filed under|posted in|getaggt mit|verschlagwortet mit|publicado "
     "en|etiquetado|"
     "publié dans|étiqueté|opublikowano w|pubblicato in|publicado em|marcado|geplaatst in|getagd"},

    {references_heading, whole,
     "references|reference|reference list|references cited|references and further "
     "reading|references and resources|sources|source|our sources|"
     "article sources|sources and references|references and sources|bibliography|works "
     "cited|literature|literature cited|further reading|citations|footnotes|notes and "
     "references|scientific references|"
     "selected references|resources and references|cited "
     "sources|literatur|literaturverzeichnis|literaturangaben|quellen|"
     "quellenangaben|quellenverzeichnis|quellen und literatur|weiterführende "
     "literatur|einzelnachweise|bibliografía|"
     "referencias|referencias bibliográficas|fuentes|lecturas "
     "recomendadas|bibliographie|références|"
     "références bibliographiques|sources et références|pour en savoir "
     "plus|bibliografia|piśmiennictwo|literatura|źródła|"
     "przypisy|riferimenti|riferimenti bibliografici|fonti|referências|referências "
     "bibliográficas|fontes|"
     "bronnen|bronvermelding|referenties|literatuur|literatuurlijst|verder lezen"},
    {author_heading, whole,
     "about the author|about the authors|about author|author bio|about the "
     "writer|author|authors|meet the author|"
     "about the reviewer|about our expert|über den autor|über die autorin|über die autoren|zur "
     "autorin|zum autor|"
     "sobre el autor|sobre la autora|acerca del autor|à propos de lauteur|à propos de lauteure|à "
     "propos de lautrice|"
     "o autorze|o autorce|sullautore|sullautrice|lautore|sobre o autor|sobre a autora|over de "
     "auteur|over de schrijver"},

    {announcement, inside,
     "the following|as follows|here are|these are|these include|such as these|listed below|die "
     "folgenden|folgende|"
     "folgenden|wie folgt|los siguientes|las siguientes|lo siguiente|a continuación|les "
     "suivants|suivants|suivantes|"
     "voici|następujące|następujących|poniżej|i seguenti|le seguenti|seguenti|ecco|os seguintes|as "
     "seguintes|"
     "a seguir|de volgende|het volgende|hieronder"},

    {profession, inside,
     "writer|author|authored|journalist|editor|blogger|therapist|therapists|practitioner|"
     "physiotherapist|chiropractor|osteopath|physician|"
     "surgeon|nurse|trainer|instructor|teacher|coach|founder|co "
     "founder|owner|director|lecturer|professor|researcher|"
     "specialist|clinician|acupuncturist|dietitian|nutritionist|psychologist|licensed|certified|"
     "autor|autorin|"
     "therapeut|therapeutin|physiotherapeut|physiotherapeutin|ärztin|heilpraktiker|heilpraktikerin|"
     "journalistin|masseurin|masseur|autora|escritora|escritor|periodista|fisioterapeuta|terapeuta|"
     "auteur|auteure|"
     "rédactrice|rédacteur|journaliste|kinésithérapeute|ostéopathe|thérapeute|autorka|redaktorka|"
     "fizjoterapeuta|"
     "fizjoterapeutka|masażysta|masażystka|lekarz|autore|autrice|giornalista|fisioterapista|"
     "osteopata|massaggiatore|"
     "redator|redatora|massoterapeuta|schrijver|schrijfster|fysiotherapeut|therapeute|masseuse"},
    {health_word, inside,
     "pain|back|neck|massage|therapy|therapies|relief|health|wellness|care|body|muscle|muscles|"
     "tissue|tissues|joint|"
     "joints|nerve|spine|shoulder|hip|knee|foot|head|headache|injury|injuries|treatment|treatments|"
     "exercise|exercises|"
     "stretching|stretch|stretches|posture|sleep|stress|guide|tips|benefits|benefit|what|why|how|"
     "when|who|where|is|are|"
     "the|a|your|you|our|my|and|for|with|to|of|in|on|from|myofascial|trigger|points|point|release|"
     "deep|soft|sports|"
     "thai|swedish|clinical|medical|manual|mobilization|mobilisation|chronic|acute|low|lower|upper|"
     "final|thoughts|"
     "conclusion|introduction|summary|overview|improved|reduced|increased|better|blood|flow|"
     "circulation|range|motion|"
     "flexibility|physical|physiotherapy|acupuncture|chiropractic|sciatica|arthritis|fibromyalgia|"
     "migraine|tension|"
     "symptoms|causes|diagnosis|prevention|research|science|techniques|technique|clinic|center|"
     "centre|studio|blog|news|"
     "home|page|post|read|min|share|contact|about|book|schmerzen|rücken|massagen|therapie|"
     "gesundheit|dolor|espalda|"
     "salud|masaje|douleur|santé|ból|pleców|masaż|zdrowie|dolore|schiena|salute|massaggio|dor|"
     "costas|saúde|"
     "massagem|pijn|rug|gezondheid"},
};

}  // namespace

std::span<const PhraseRow> phrase_rows() { return kRows; }

}  // namespace palpate
