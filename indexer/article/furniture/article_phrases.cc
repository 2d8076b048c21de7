// What articles say about themselves: dates, names, tags, back matter, lists.
// Rows of one topic stand together; within a row the languages follow each other as en, de, es, fr,
// pl, it, pt, nl where we know the wording.
#include <array>

#include "article/furniture/phrases.h"

namespace palpate {
namespace {

using enum Topic;
using enum Where;

constexpr auto kRows = std::to_array<PhraseRow>({
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
     "by|writers picture|author picture|written by|author|authors|posted by|published by|article "
     "by|words by|post author|about "
     "the author|"
     "medically written by|von|verfasst von|geschrieben von|autor|autorin|autoren|por|escrito "
     "por|autora|autores|par|"
     "écrit par|rédigé par|auteur|auteure|autrice|napisane przez|autorka|autorzy|tekst|scritto "
     "da|autore|autori|"
     "a cura di|di|da|door|geschreven door|auteurs"},

    {reviewer_label, start,
     "reviewed by|last reviewed by|medically reviewed by|medical reviewer|medical review "
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
});

}  // namespace

std::span<const PhraseRow> article_phrases() { return kRows; }

}  // namespace palpate
