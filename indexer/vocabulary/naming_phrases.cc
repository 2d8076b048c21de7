#include "vocabulary/naming_phrases.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace palpate {
namespace {

using Words = std::span<const NameWord>;

template <std::size_t N>
bool is_one_of(const NameWord& word, const std::array<std::string_view, N>& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view item) { return word.is(item); });
}

template <class... Items>
constexpr auto list_of(Items... items) {
  return std::array<std::string_view, sizeof...(Items)>{items...};
}

constexpr auto kAdverbs =
    list_of("also", "commonly", "sometimes", "often", "better", "otherwise", "formerly",
            "previously", "popularly", "medically", "usually", "colloquially", "informally",
            "occasionally", "frequently", "variously");
constexpr auto kNamed = list_of("called", "termed", "named");
constexpr auto kKnownAs = list_of("known", "referred", "described");
constexpr auto kAlsoSpanish = list_of("también", "tambien");
constexpr auto kNamedSpanish = list_of("llamado", "llamada", "llamados", "llamadas", "denominado",
                                       "denominada", "denominados", "denominadas");
constexpr auto kKnownSpanish =
    list_of("conocido", "conocida", "conocidos", "conocidas", "conoce", "conocen");
constexpr auto kClosingVerbs = list_of("genannt", "bekannt", "bezeichnet");
constexpr auto kArticles = list_of("the", "a", "an", "el", "la", "los", "las", "un", "una", "der",
                                   "die", "das", "ein", "eine", "simply", "just");
constexpr auto kOrs = list_of("or", "oder", "o");
constexpr auto kAnds = list_of("and", "und", "y");
constexpr auto kKinds = list_of("form", "forms", "type", "types", "stage", "phase", "variant");
constexpr auto kRelatives =
    list_of("that", "which", "who", "whose", "where", "dessen", "deren", "welche", "que");
constexpr auto kLinks =
    list_of(",", "(", "is", "are", "was", "were", "be", "may", "can", "most", "more", "wird", "ist",
            "werden", "es", "se", "le", "–", "—", ")", "it", "has", "been");
constexpr auto kPronouns = list_of("it", "they", "this", "these", "the", "es", "er", "sie", "die",
                                   "der", "das", "la", "el", "esta", "este", "se");
constexpr auto kTopicNouns =
    list_of("condition", "disease", "disorder", "injury", "problem", "syndrome", "illness",
            "infection", "medicine", "drug", "treatment", "erkrankung", "krankheit", "enfermedad",
            "afección", "trastorno", "lesión");
constexpr auto kEnds = list_of(
    "is", "are", "was", "were", "be", "been", "can", "may", "might", "could", "will", "would",
    "should", "must", "has", "have", "had", "does", "do", "did", "occurs", "occur", "happens",
    "happen", "affects", "affect", "causes", "cause", "refers", "means", "develops", "develop",
    "includes", "include", "involves", "results", "makes", "usually", "often", "sometimes",
    "typically", "that", "which", "who", "whose", "where", "when", "while", "since", "if",
    "although", "though", "but", "so", "as", "in", "by", "with", "from", "on", "at", "for",
    "during", "among", "after", "before", "into", "than", "to", "this", "these", "it", "its",
    "they", "he", "she", "we", "you", "your", "there", "not", "see", "what", "how", "no", "caused",
    "found", "because", "due", "depending", "according", "ist", "sind", "wird", "werden", "war",
    "kann", "weil", "wenn", "im", "bei", "mit", "von", "zu", "für", "durch", "tritt", "entsteht",
    "betrifft", "es", "son", "fue", "puede", "pueden", "que", "cuando", "porque", "en", "por",
    "con", "para", "se", "afecta", "ocurre", "siehe", "sehr");

bool is_at(Words words, std::size_t at, std::string_view word) {
  return at < words.size() && words[at].is(word);
}

// "also called", "commonly known as", "also sometimes referred to as".
std::size_t english_length(Words words) {
  std::size_t at = 0;
  while (at < words.size() && at < 2 && is_one_of(words[at], kAdverbs)) ++at;
  if (at == 0 || at >= words.size()) return 0;
  if (is_one_of(words[at], kNamed)) return at + 1;
  if (!is_one_of(words[at], kKnownAs)) return 0;
  ++at;
  if (is_at(words, at, "to") || is_at(words, at, "medically")) ++at;
  return is_at(words, at, "as") ? at + 1 : 0;
}

// "también llamado", "también se conoce como".
std::size_t spanish_length(Words words) {
  if (!is_one_of(words.front(), kAlsoSpanish)) return 0;
  std::size_t at = 1;
  if (is_at(words, at, "se") || is_at(words, at, "es")) ++at;
  if (is_at(words, at, "llama") && at == 2) return 3;
  if (at >= words.size()) return 0;
  if (is_one_of(words[at], kNamedSpanish)) return at + 1;
  return is_one_of(words[at], kKnownSpanish) && is_at(words, at + 1, "como") ? at + 2 : 0;
}

constexpr std::string_view kAlsoGerman = "auch";

NamingPhrase german_phrase(Words words) {
  if (!words.front().is(kAlsoGerman)) return {};
  const bool is_known_as =
      (is_at(words, 1, "bekannt") || is_at(words, 1, "bezeichnet")) && is_at(words, 2, "als");
  if (is_known_as) return {.length = 3};
  return {.length = is_at(words, 1, "als") ? 2U : 1U, .is_closed_by_verb = true};
}

// What a phrase may begin with, by first letter and length: most words begin none.
struct FirstWords {
  std::array<bool, 256> letters{};
  std::size_t shortest = std::string_view::npos;

  constexpr void add(std::string_view word) {
    const char small = word.front();
    letters[static_cast<unsigned char>(small)] = true;
    letters[static_cast<unsigned char>(small - 'a' + 'A')] = true;
    shortest = std::min(shortest, word.size());
  }
};

constexpr FirstWords first_words() {
  FirstWords first;
  for (const std::string_view word : kAdverbs) first.add(word);
  for (const std::string_view word : kAlsoSpanish) first.add(word);
  first.add(kAlsoGerman);
  return first;
}

bool may_begin_phrase(const NameWord& word) {
  static constexpr FirstWords kFirst = first_words();
  return word.text.size() >= kFirst.shortest &&
         kFirst.letters[static_cast<unsigned char>(word.text.front())];
}

}  // namespace

NamingPhrase naming_phrase(Words words) {
  if (words.empty() || !may_begin_phrase(words.front())) return {};
  const std::size_t length = std::max(english_length(words), spanish_length(words));
  return length > 0 ? NamingPhrase{.length = length} : german_phrase(words);
}

bool is_closing_verb(const NameWord& word) { return is_one_of(word, kClosingVerbs); }
bool is_article(const NameWord& word) { return is_one_of(word, kArticles); }
bool is_or(const NameWord& word) { return is_one_of(word, kOrs); }
bool is_and(const NameWord& word) { return is_one_of(word, kAnds); }
bool ends_name(const NameWord& word) { return is_one_of(word, kEnds); }
bool is_kind(const NameWord& word) { return is_one_of(word, kKinds); }
bool is_relative(const NameWord& word) { return is_one_of(word, kRelatives); }

bool is_subject_link(const NameWord& word) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return is_one_of(word, kLinks) || std::all_of(word.text.begin(), word.text.end(), is_capital);
}

bool begins_with_pronoun(Words words) {
  return std::all_of(words.begin(), words.end(), [](const NameWord& word) {
    return is_one_of(word, kPronouns) || is_one_of(word, kTopicNouns) || is_subject_link(word);
  });
}

}  // namespace palpate
