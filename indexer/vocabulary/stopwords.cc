#include "vocabulary/stopwords.h"

#include <algorithm>
#include <array>
#include <span>

namespace palpate {
namespace {

constexpr std::array kEnglish = std::to_array<std::string_view>({
    "a",        "about",   "above",   "after",    "again",   "all",      "also",    "am",
    "an",       "and",     "any",     "are",      "aren't",  "as",       "at",      "be",
    "because",  "been",    "being",   "both",     "but",     "by",       "can",     "can't",
    "cannot",   "cant",    "could",   "couldn't", "couldnt", "did",      "didn't",  "didnt",
    "do",       "does",    "doesn't", "doesnt",   "doing",   "don't",    "dont",    "down",
    "during",   "each",    "else",    "ever",     "few",     "for",      "from",    "further",
    "get",      "gets",    "getting", "got",      "had",     "hadn't",   "has",     "hasn't",
    "have",     "haven't", "havent",  "having",   "he",      "her",      "here",    "hers",
    "him",      "his",     "how",     "i",        "if",      "in",       "into",    "is",
    "isn't",    "isnt",    "it",      "its",      "itself",  "just",     "let",     "like",
    "me",       "more",    "most",    "much",     "mustn't", "my",       "myself",  "needn't",
    "no",       "nor",     "not",     "of",       "off",     "on",       "once",    "one",
    "only",     "onto",    "or",      "other",    "our",     "ours",     "out",     "over",
    "own",      "per",     "please",  "really",   "same",    "she",      "should",  "shouldn't",
    "shouldnt", "so",      "some",    "such",     "than",    "thank",    "thanks",  "that",
    "the",      "their",   "theirs",  "them",     "then",    "there",    "these",   "they",
    "this",     "those",   "though",  "through",  "thus",    "to",       "too",     "under",
    "until",    "up",      "upon",    "us",       "very",    "via",      "was",     "wasn't",
    "wasnt",    "we",      "were",    "weren't",  "what",    "when",     "where",   "whether",
    "which",    "while",   "who",     "whom",     "whose",   "why",      "will",    "with",
    "within",   "without", "won't",   "wont",     "would",   "wouldn't", "wouldnt", "yes",
    "yet",      "you",     "your",    "yours",
});

constexpr std::array kEnglishQuestion = std::to_array<std::string_view>({
    "ago",    "answer",    "anyone",  "anything", "believe", "best",     "called",   "dear",
    "dr",     "due",       "explain", "find",     "give",    "given",    "go",       "going",
    "good",   "happen",    "happens", "hello",    "help",    "hi",       "info",     "information",
    "kind",   "know",      "learn",   "long",     "look",    "looking",  "make",     "makes",
    "many",   "max",       "maximum", "mean",     "means",   "med",      "meds",     "need",
    "new",    "now",       "ok",      "okay",     "old",     "possible", "question", "questions",
    "rid",    "said",      "say",     "see",      "since",   "sir",      "someone",  "something",
    "still",  "take",      "taking",  "tell",     "thing",   "things",   "think",    "told",
    "type",   "types",     "use",     "used",     "using",   "versus",   "vs",       "want",
    "wonder", "wondering", "year",    "years",
});

constexpr std::array kGerman = std::to_array<std::string_view>({
    "aber",    "alle",    "allem",   "allen",   "aller",    "alles",  "als",     "also",
    "am",      "an",      "andere",  "anderen", "auch",     "auf",    "aus",     "bei",
    "beim",    "bin",     "bis",     "bist",    "da",       "dabei",  "damit",   "dann",
    "das",     "dass",    "dein",    "deine",   "dem",      "den",    "denn",    "der",
    "des",     "dich",    "die",     "dies",    "diese",    "diesem", "diesen",  "dieser",
    "dieses",  "dir",     "doch",    "dort",    "du",       "durch",  "ein",     "eine",
    "einem",   "einen",   "einer",   "eines",   "er",       "es",     "etwas",   "euch",
    "fur",     "gegen",   "hab",     "habe",    "haben",    "hat",    "hatte",   "hatten",
    "hier",    "hin",     "hinter",  "ich",     "ihm",      "ihn",    "ihnen",   "ihr",
    "ihre",    "ihrem",   "ihren",   "ihrer",   "im",       "in",     "indem",   "ins",
    "ist",     "ja",      "jede",    "jedem",   "jeden",    "jeder",  "jedes",   "jetzt",
    "kann",    "kein",    "keine",   "keinem",  "keinen",   "keiner", "konnen",  "mal",
    "man",     "manche",  "mehr",    "mein",    "meine",    "meinem", "meinen",  "meiner",
    "mich",    "mir",     "mit",     "muss",    "nach",     "nicht",  "nichts",  "noch",
    "nun",     "nur",     "ob",      "oder",    "ohne",     "sehr",   "sein",    "seine",
    "seinem",  "seinen",  "seiner",  "seit",    "sich",     "sie",    "sind",    "so",
    "soll",    "sollte",  "sondern", "sonst",   "uber",     "um",     "und",     "uns",
    "unser",   "unsere",  "unter",   "viel",    "vom",      "von",    "vor",     "wann",
    "war",     "waren",   "warum",   "was",     "weil",     "welche", "welchem", "welchen",
    "welcher", "welches", "wenn",    "wer",     "werde",    "werden", "wie",     "wieder",
    "will",    "wir",     "wird",    "wo",      "woher",    "worden", "wurde",   "wurden",
    "zu",      "zum",     "zur",     "zwar",    "zwischen",
});

constexpr std::array kGermanQuestion = std::to_array<std::string_view>({
    "beste", "besten", "bitte",  "erklaren", "frage",  "fragen", "geben", "gibt",          "glaube",
    "gut",   "gute",   "guten",  "hallo",    "heisst", "hilfe",  "hilft", "informationen", "jahr",
    "jahre", "lange",  "machen", "macht",    "mochte", "sagen",  "tun",   "wissen",
});

constexpr std::array kSpanish = std::to_array<std::string_view>({
    "a",      "al",    "algo",   "algunas", "alguno",  "algunos", "ante",    "antes",    "aqui",
    "asi",    "aun",   "aunque", "cada",    "como",    "con",     "contra",  "cual",     "cuales",
    "cuando", "de",    "del",    "desde",   "donde",   "dos",     "durante", "e",        "el",
    "ella",   "ellas", "ellos",  "en",      "entre",   "era",     "es",      "esa",      "esas",
    "ese",    "eso",   "esos",   "esta",    "estaba",  "estan",   "estar",   "estas",    "este",
    "esto",   "estos", "fue",    "fueron",  "ha",      "haber",   "han",     "hasta",    "hay",
    "la",     "las",   "le",     "les",     "lo",      "los",     "mas",     "me",       "mi",
    "mis",    "mucho", "muy",    "nada",    "ni",      "no",      "nos",     "nosotros", "o",
    "os",     "otra",  "otras",  "otro",    "otros",   "para",    "pero",    "poco",     "por",
    "porque", "pues",  "que",    "quien",   "quienes", "se",      "sea",     "ser",      "si",
    "sido",   "sin",   "sobre",  "son",     "su",      "sus",     "tal",     "tambien",  "tan",
    "tanto",  "te",    "tiene",  "tienen",  "toda",    "todas",   "todo",    "todos",    "tras",
    "tu",     "tus",   "un",     "una",     "unas",    "uno",     "unos",    "usted",    "y",
    "ya",     "yo",
});

constexpr std::array kSpanishQuestion = std::to_array<std::string_view>({
    "ano",    "anos",  "ayuda",       "buena", "bueno",    "dar",      "dice",  "dime",
    "hacer",  "hola",  "informacion", "mejor", "necesito", "pregunta", "puede", "puedo",
    "quiero", "saber", "significa",   "tengo", "tipo",     "tipos",
});

constexpr std::array kFrench = std::to_array<std::string_view>({
    "a",        "afin",  "ai",      "ainsi",   "alors",  "apres",  "as",      "au",     "aucun",
    "aussi",    "autre", "autres",  "aux",     "avait",  "avant",  "avec",    "avoir",  "bien",
    "c",        "ca",    "car",     "ce",      "ceci",   "cela",   "celle",   "celles", "celui",
    "ces",      "cet",   "cette",   "ceux",    "chaque", "comme",  "comment", "d",      "dans",
    "de",       "des",   "donc",    "dont",    "du",     "elle",   "elles",   "en",     "encore",
    "entre",    "est",   "et",      "etaient", "etait",  "etant",  "etre",    "eu",     "eux",
    "fait",     "il",    "ils",     "j",       "je",     "l",      "la",      "le",     "les",
    "leur",     "leurs", "lorsque", "lui",     "m",      "ma",     "mais",    "me",     "meme",
    "mes",      "moi",   "mon",     "n",       "ne",     "nos",    "notre",   "nous",   "on",
    "ont",      "ou",    "par",     "parce",   "pas",    "peu",    "peut",    "plus",   "pour",
    "pourquoi", "qu",    "quand",   "que",     "quel",   "quelle", "quelles", "quels",  "qui",
    "quoi",     "s",     "sa",      "sans",    "se",     "sera",   "ses",     "si",     "son",
    "sont",     "sous",  "sur",     "t",       "ta",     "te",     "tes",     "toi",    "ton",
    "tous",     "tout",  "toute",   "toutes",  "tres",   "tu",     "un",      "une",    "vos",
    "votre",    "vous",  "y",
});

struct Lists {
  std::string_view language;
  std::span<const std::string_view> stopwords;
  std::span<const std::string_view> question_words;
};

constexpr std::array kLists = {
    Lists{"en", kEnglish, kEnglishQuestion},
    Lists{"de", kGerman, kGermanQuestion},
    Lists{"es", kSpanish, kSpanishQuestion},
    Lists{"fr", kFrench, {}},
};

static_assert(std::all_of(kLists.begin(), kLists.end(), [](const Lists& lists) {
  return std::is_sorted(lists.stopwords.begin(), lists.stopwords.end()) &&
         std::is_sorted(lists.question_words.begin(), lists.question_words.end());
}));

const Lists* lists_of(std::string_view language) {
  const auto* const found = std::find_if(
      kLists.begin(), kLists.end(), [&](const Lists& lists) { return lists.language == language; });
  return found == kLists.end() ? nullptr : found;
}

// No stopword is longer; most words are not stopwords, and many are known by this alone.
constexpr std::size_t kLongest = 16;
static_assert(std::all_of(kLists.begin(), kLists.end(), [](const Lists& lists) {
  const auto fits = [](std::string_view word) { return word.size() <= kLongest; };
  return std::all_of(lists.stopwords.begin(), lists.stopwords.end(), fits) &&
         std::all_of(lists.question_words.begin(), lists.question_words.end(), fits);
}));

bool holds(std::span<const std::string_view> list, std::string_view form) {
  if (form.size() > kLongest) return false;
  return std::binary_search(list.begin(), list.end(), form);
}

}  // namespace

bool is_stopword(std::string_view language, std::string_view form) {
  const Lists* lists = lists_of(language);
  return lists != nullptr && holds(lists->stopwords, form);
}

bool is_question_word(std::string_view language, std::string_view form) {
  const Lists* lists = lists_of(language);
  return lists != nullptr && holds(lists->question_words, form);
}

}  // namespace palpate
