#include "analysis/sentence_abbreviations.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace palpate {
namespace {

using Words = std::span<const std::string_view>;

// All tables are sorted by byte.
constexpr auto kEnglishOpen = std::to_array<std::string_view>(
    {"Capt", "Gen", "Gov",  "Hon",  "Lt",  "Mt",  "Rep", "Sen",  "Sgt",    "approx",
     "cf",   "dr",  "drs",  "e.g",  "eg",  "i.e", "ie",  "incl", "messrs", "mr",
     "mrs",  "ms",  "prof", "resp", "rev", "st",  "viz", "vs"});
constexpr auto kEnglishNumber = std::to_array<std::string_view>(
    {"No",  "Nos", "app",  "art", "ca",  "ch",   "chap", "eq",   "eqs", "fig", "figs",
     "nos", "p",   "para", "pp",  "ref", "refs", "sec",  "sect", "tab", "vol", "vols"});
constexpr auto kEnglishLoose = std::to_array<std::string_view>(
    {"Apr",  "Aug", "B.Sc", "Dec", "Feb", "Jan",  "Jr",  "Jul", "Jun", "M.D", "M.Sc", "Mar",
     "Nov",  "Oct", "Ph.D", "R.N", "Sep", "Sept", "Sr",  "a.m", "al",  "avg", "co",   "corp",
     "dept", "ed",  "eds",  "est", "etc", "hr",   "hrs", "inc", "lb",  "lbs", "ltd",  "max",
     "min",  "mo",  "mos",  "oz",  "p.m", "tbsp", "tsp", "wk",  "wks", "yr",  "yrs"});

constexpr auto kGermanOpen = std::to_array<std::string_view>(
    {"Dipl", "Dr",    "Fr",  "Hr",    "Hrn",  "Ing",  "Prof",    "St",     "beispielsw",
     "bspw", "bzw",   "ca",  "d.h",   "e.g",  "ehem", "einschl", "evtl",   "exkl",
     "geb",  "gem",   "ggf", "i.d.R", "i.e",  "inkl", "insb",    "insbes", "max",
     "med",  "min",   "nat", "o.ä",   "phil", "rer",  "s.o",     "s.u",    "sog",
     "u.a",  "ungef", "v.a", "vgl",   "vs",   "z.B",  "z.T",     "zzgl"});
constexpr auto kGermanNumber = std::to_array<std::string_view>(
    {"Abb", "Abs", "Art", "Bd", "Fig", "Kap", "Nr", "Nrn", "Ref", "S", "Tab", "Ziff"});
constexpr auto kGermanLoose = std::to_array<std::string_view>(
    {"Apr", "Aufl", "Aug", "Dez", "Feb", "Hrsg", "Jan", "Jh",  "Jhd",
     "Jul", "Jun",  "Min", "Mio", "Mrd", "Mrz",  "Nov", "Okt", "Sek",
     "Sep", "Sept", "Std", "Str", "Tbl", "Tel",  "al",  "etc", "usw"});

constexpr auto kSpanishOpen = std::to_array<std::string_view>(
    {"D",     "Dr",  "Dra",  "Dres", "Dña", "Gral", "Ing", "Lic",  "Prof", "Profa",
     "Sr",    "Sra", "Sres", "Srta", "Sta", "Sto",  "Ud",  "Uds",  "Vd",   "Vds",
     "aprox", "cf",  "e.g",  "ej",   "i.e", "máx",  "mín", "p.ej", "vs"});
constexpr auto kSpanishNumber =
    std::to_array<std::string_view>({"No", "Nos", "art", "cap", "fig", "figs", "n", "núm", "núms",
                                     "p", "pp", "pág", "págs", "ref", "tab", "vol"});
constexpr auto kSpanishLoose = std::to_array<std::string_view>(
    {"EE", "EE.UU", "UU", "a.m", "al", "avda", "depto", "etc", "hrs", "min", "p.m", "tel"});

constexpr auto kFrenchOpen = std::to_array<std::string_view>(
    {"Dr",     "Drs", "M",   "MM",  "Me", "Pr",  "Prof", "St",  "Ste",  "approx",
     "c.-à-d", "cf",  "e.g", "env", "ex", "i.e", "max",  "min", "p.ex", "vs"});
constexpr auto kFrenchNumber = std::to_array<std::string_view>(
    {"art", "chap", "fig", "figs", "n", "no", "nos", "p", "pp", "réf", "tab", "vol", "éq"});
constexpr auto kFrenchLoose =
    std::to_array<std::string_view>({"al", "apr", "av", "avr", "déc", "etc", "févr", "hab", "janv",
                                     "juil", "nov", "oct", "sept", "tél", "éd", "éds"});

constexpr auto kEnglishOpeners = std::to_array<std::string_view>(
    {"A",     "About", "After",   "Again", "All",   "Although", "An",      "And",     "Another",
     "Any",   "Are",   "As",      "Ask",   "At",    "Avoid",    "Be",      "Because", "Before",
     "Both",  "But",   "By",      "Call",  "Can",   "Children", "Do",      "Does",    "During",
     "Each",  "Even",  "Every",   "Few",   "For",   "From",     "Get",     "He",      "Her",
     "His",   "How",   "However", "I",     "If",    "In",       "Is",      "It",      "Its",
     "Many",  "May",   "Men",     "More",  "Most",  "My",       "No",      "Not",     "Of",
     "On",    "One",   "Or",      "Other", "Our",   "Over",     "People",  "She",     "Since",
     "So",    "Some",  "Such",    "Take",  "Talk",  "That",     "The",     "Their",   "Then",
     "There", "These", "They",    "This",  "Those", "Though",   "Through", "Thus",    "To",
     "Under", "Until", "Use",     "We",    "Were",  "What",     "When",    "Where",   "Whether",
     "Which", "While", "Who",     "Why",   "Will",  "With",     "Without", "Women",   "Yes",
     "You",   "Your"});
constexpr auto kGermanOpeners = std::to_array<std::string_view>(
    {"Aber",  "Alle",  "Als",     "Am",    "An",     "Auch",   "Auf",    "Aus",  "Bei",   "Bis",
     "Da",    "Dabei", "Dadurch", "Damit", "Danach", "Das",    "Dazu",   "Dem",  "Den",   "Denn",
     "Der",   "Des",   "Die",     "Dies",  "Diese",  "Dieser", "Dieses", "Doch", "Durch", "Ein",
     "Eine",  "Einen", "Einer",   "Er",    "Es",     "Für",    "Hier",   "Ihr",  "Ihre",  "Im",
     "In",    "Ist",   "Ja",      "Je",    "Kann",   "Man",    "Mit",    "Nach", "Nicht", "Nur",
     "Ob",    "Oder",  "Ohne",    "Sehr",  "Seit",   "Sie",    "Sind",   "So",   "Um",    "Und",
     "Viele", "Vom",   "Von",     "Vor",   "Was",    "Wenn",   "Wer",    "Wie",  "Wir",   "Wird",
     "Zu",    "Zum",   "Zur"});
constexpr auto kSpanishOpeners = std::to_array<std::string_view>(
    {"A",    "Al",      "Algunas", "Algunos", "Aunque", "Como",  "Con",   "Cuando",
     "De",   "Del",     "Después", "Durante", "El",     "Ella",  "Ellos", "En",
     "Es",   "Esta",    "Estas",   "Este",    "Esto",   "Estos", "Hay",   "La",
     "Las",  "Lo",      "Los",     "Muchas",  "Muchos", "Más",   "No",    "Para",
     "Pero", "Por",     "Puede",   "Que",     "Se",     "Si",    "Sin",   "Su",
     "Sus",  "También", "Tiene",   "Todos",   "Un",     "Una",   "Y"});
constexpr auto kFrenchOpeners = std::to_array<std::string_view>(
    {"Après", "Au",   "Aussi", "Aux",  "Avant", "Avec",  "Ce",   "Ces",  "Cet",   "Cette", "Comme",
     "Dans",  "De",   "Des",   "Du",   "Elle",  "Elles", "En",   "Est",  "Et",    "Il",    "Ils",
     "La",    "Le",   "Les",   "Leur", "Lors",  "Mais",  "Même", "Ne",   "On",    "Ou",    "Où",
     "Par",   "Pour", "Quand", "Que",  "Qui",   "Sa",    "Sans", "Se",   "Selon", "Ses",   "Si",
     "Son",   "Sous", "Sur",   "Tous", "Tout",  "Un",    "Une",  "Vous", "À"});

constexpr auto kEnglishNamedByLetter = std::to_array<std::string_view>(
    {"Apolipoprotein", "Appendix", "Category",  "Class",          "Factor",    "Figure",
     "Grade",          "Group",    "Hepatitis", "Immunoglobulin", "Influenza", "Part",
     "Phase",          "Plan",     "Protein",   "Schedule",       "Stage",     "Step",
     "Streptococcus",  "Table",    "Type",      "Vitamin",        "Vitamins"});
constexpr auto kEnglishBeforeName =
    std::to_array<std::string_view>({"and", "as", "by", "for", "from", "in", "is", "of", "on", "or",
                                     "per", "than", "the", "to", "via", "was", "were", "with"});
constexpr auto kGermanNamedByLetter = std::to_array<std::string_view>(
    {"Abbildung", "Anhang", "Faktor", "Grad", "Gruppe", "Hepatitis", "Influenza", "Klasse", "Phase",
     "Stadium", "Tabelle", "Teil", "Typ", "Vitamin"});
constexpr auto kGermanBeforeName =
    std::to_array<std::string_view>({"als", "an", "auf", "bei", "durch", "für", "in", "ist", "mit",
                                     "nach", "oder", "seit", "und", "von", "vor", "war", "zu"});
constexpr auto kSpanishNamedByLetter =
    std::to_array<std::string_view>({"Grupo", "Hepatitis", "Tipo", "Vitamina"});
constexpr auto kSpanishBeforeName = std::to_array<std::string_view>(
    {"a", "con", "de", "en", "es", "fue", "o", "para", "por", "según", "y"});
constexpr auto kFrenchNamedByLetter =
    std::to_array<std::string_view>({"Groupe", "Hépatite", "Type", "Vitamine"});
constexpr auto kFrenchBeforeName = std::to_array<std::string_view>(
    {"avec", "chez", "dans", "de", "est", "et", "ou", "par", "pour", "selon", "à"});

constexpr auto kBeforeOrdinal = std::to_array<std::string_view>(
    {"ab",    "am",    "an",    "auf",   "bei",    "beim",   "bis",    "das",    "dem",   "den",
     "der",   "des",   "die",   "diese", "diesem", "diesen", "dieser", "dieses", "ihr",   "ihre",
     "ihrem", "ihren", "ihrer", "im",    "in",     "jede",   "jedem",  "jeden",  "jeder", "jedes",
     "mit",   "nach",  "sein",  "seine", "seit",   "und",    "vom",    "vor",    "zum",   "zur"});
constexpr auto kGermanMonths = std::to_array<std::string_view>(
    {"April", "August", "Dezember", "Februar", "Januar", "Juli", "Juni", "Jänner", "Mai", "März",
     "November", "Oktober", "September"});

struct LanguageTable {
  std::string_view tag;
  Words open;
  Words number;
  Words loose;
  Words openers;
  Words named_by_letter;
  Words before_name;
};

// The first holds for every language that is not named.
constexpr std::array<LanguageTable, 4> kTables = {{
    {"en", kEnglishOpen, kEnglishNumber, kEnglishLoose, kEnglishOpeners, kEnglishNamedByLetter,
     kEnglishBeforeName},
    {"de", kGermanOpen, kGermanNumber, kGermanLoose, kGermanOpeners, kGermanNamedByLetter,
     kGermanBeforeName},
    {"es", kSpanishOpen, kSpanishNumber, kSpanishLoose, kSpanishOpeners, kSpanishNamedByLetter,
     kSpanishBeforeName},
    {"fr", kFrenchOpen, kFrenchNumber, kFrenchLoose, kFrenchOpeners, kFrenchNamedByLetter,
     kFrenchBeforeName},
}};

constexpr bool all_sorted(const LanguageTable& table) {
  return std::ranges::is_sorted(table.open) && std::ranges::is_sorted(table.number) &&
         std::ranges::is_sorted(table.loose) && std::ranges::is_sorted(table.openers) &&
         std::ranges::is_sorted(table.named_by_letter) && std::ranges::is_sorted(table.before_name);
}
static_assert(std::ranges::all_of(kTables, all_sorted));
static_assert(std::ranges::is_sorted(kBeforeOrdinal) && std::ranges::is_sorted(kGermanMonths));

const LanguageTable& table_of(std::string_view language) {
  const auto* found = std::ranges::find(kTables, language, &LanguageTable::tag);
  return found == kTables.end() ? kTables.front() : *found;
}

bool holds(Words words, std::string_view word) { return std::ranges::binary_search(words, word); }

// "E.g" as "e.g"; empty if `word` does not begin with an ASCII capital.
std::string with_small_initial(std::string_view word) {
  if (word.empty() || word.front() < 'A' || word.front() > 'Z') return {};
  std::string small(word);
  small.front() = static_cast<char>(small.front() + 32);
  return small;
}

Abbreviation look_up(const LanguageTable& table, std::string_view word) {
  if (holds(table.open, word)) return Abbreviation::open;
  if (holds(table.number, word)) return Abbreviation::number;
  if (holds(table.loose, word)) return Abbreviation::loose;
  return Abbreviation::none;
}

}  // namespace

Abbreviation abbreviation(std::string_view language, std::string_view word) {
  const LanguageTable& table = table_of(language);
  const Abbreviation exact = look_up(table, word);
  if (exact != Abbreviation::none) return exact;
  const std::string small = with_small_initial(word);
  // A single capital is an initial, not the "p" of a page.
  return small.size() < 2 ? Abbreviation::none : look_up(table, small);
}

bool is_sentence_opener(std::string_view language, std::string_view word) {
  return holds(table_of(language).openers, word);
}

bool may_precede_name(std::string_view language, std::string_view word) {
  const LanguageTable& table = table_of(language);
  const bool small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
  return small ? holds(table.before_name, word) : !holds(table.named_by_letter, word);
}

bool is_before_ordinal(std::string_view word) {
  return holds(kBeforeOrdinal, word) || holds(kBeforeOrdinal, with_small_initial(word));
}

bool is_german_month(std::string_view word) { return holds(kGermanMonths, word); }

}  // namespace palpate
