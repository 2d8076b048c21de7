#include "article/furniture/byline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "article/characters.h"
#include "article/furniture/phrases.h"

namespace palpate {
namespace {

constexpr std::size_t kNameWords = 4;
constexpr std::size_t kOrganisationWords = 6;

constexpr std::array<std::string_view, 24> kParticles = {
    "de",  "del", "della", "di",  "da", "do",  "dos", "das", "la", "le", "van", "von",
    "der", "den", "ter",   "ten", "zu", "zum", "bin", "ibn", "al", "el", "y",   "e"};
constexpr std::array<std::string_view, 8> kHonorifics = {"Dr",  "Dr.",  "Prof", "Prof.",
                                                         "Mr.", "Mrs.", "Ms.",  "Dra."};
constexpr std::array<std::string_view, 12> kCredentials = {
    "PhD", "Ph.D.", "Ph.D", "MSc", "BSc", "Dipl", "DPhil", "PharmD", "PsyD", "MEd", "EdD", "Jr."};
constexpr std::array<std::string_view, 12> kNobody = {
    "admin", "administrator", "staff",  "editor",   "editorial team", "webmaster",
    "guest", "user",          "author", "the team", "guest author",   "redaktion"};
// What stands between names, or ends them.
constexpr std::array<std::string_view, 10> kBetween = {" and ", " & ",  " und ", " y ", " et ",
                                                       " e ",   " en ", " i ",   "; ",  " with "};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// "Sherman", "O'Neil", "Jean-Luc", "K.", "K.J.".
bool is_name_word(std::string_view word) {
  std::size_t at = 0;
  if (!u_isupper(static_cast<UChar32>(next_character(word, at)))) return false;
  while (at < word.size()) {
    const char32_t character = next_character(word, at);
    const bool joins =
        character == '-' || character == '\'' || character == 0x2019 || character == '.';
    if (!joins && !u_isalpha(static_cast<UChar32>(character))) return false;
  }
  return true;
}

std::string_view without_honorifics(std::string_view name) {
  for (bool again = true; again;) {
    again = false;
    const std::size_t blank = name.find(' ');
    if (blank != std::string_view::npos && holds(kHonorifics, name.substr(0, blank))) {
      name = trimmed(name.substr(blank));
      again = true;
    }
  }
  return name;
}

// First names do not end so; "Understanding Pain" does. Short ones ("Ming Li") may.
bool is_gerund(std::string_view word) { return word.size() > 5 && word.ends_with("ing"); }

bool is_organisation(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  return !words.empty() && words.size() <= kOrganisationWords && begins_upper(text) &&
         !has_digit(text) && is_title_case(text) && !is_gerund(words.front());
}

std::vector<std::string_view> split_names(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t length = text[at] == ',' ? 1 : 0;
    for (const std::string_view between : kBetween) {
      if (text.substr(at).starts_with(between)) length = between.size();
    }
    if (length == 0) continue;
    parts.push_back(trimmed(text.substr(begin, at - begin)));
    begin = at + length;
    at = begin - 1;
  }
  parts.push_back(trimmed(text.substr(begin)));
  return parts;
}

}  // namespace

bool is_credential(std::string_view text) {
  if (text.empty() || text.size() > 12 || text.find(' ') != std::string_view::npos) return false;
  return holds(kCredentials, text) || std::all_of(text.begin(), text.end(), [](char character) {
           return (character >= 'A' && character <= 'Z') || character == '.' || character == '-' ||
                  (character >= '0' && character <= '9');
         });
}

bool is_person_name(std::string_view text) {
  text = without_honorifics(text);
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() < 2 || words.size() > kNameWords || is_gerund(words.front())) return false;
  if (!is_name_word(words.front()) || !is_name_word(words.back())) return false;
  const bool all = std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return is_name_word(word) || holds(kParticles, word);
  });
  // Credentials without a name, and headings in capitals, are no names.
  return all && !is_all_caps(text) && !has_phrase(Topic::health_word, folded_words(text));
}

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  if (text.size() > 300) return names;
  for (std::string_view part : split_names(text)) {
    while (part.ends_with('.') && !is_credential(part)) part.remove_suffix(1);
    // "Jane Doe PT, DPT": credentials may follow without a comma.
    for (std::size_t blank = part.rfind(' ');
         blank != std::string_view::npos && is_credential(part.substr(blank + 1)) &&
         part.size() - blank > 2;
         blank = part.rfind(' ')) {
      part = trimmed(part.substr(0, blank));
    }
    if (part.empty() || is_credential(part) || is_placeholder_name(part)) continue;
    if (!is_person_name(part) && !(names.empty() && is_organisation(part))) {
      if (names.empty()) return {};
      continue;
    }
    names.emplace_back(without_honorifics(part));
  }
  return names;
}

bool is_placeholder_name(std::string_view text) { return holds(kNobody, folded_words(text)); }

std::string_view opening_name(std::string_view text) {
  // The name ends at its first comma, or in front of the first lower-case word that is no particle.
  const std::size_t comma = std::min(text.find(','), std::size_t{80});
  const std::string_view head = text.substr(0, comma);
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < head.size();) {
    const std::size_t blank = std::min(head.find(' ', begin), head.size());
    const std::string_view word = head.substr(begin, blank - begin);
    if (!is_name_word(word) && !holds(kParticles, word)) break;
    if (is_name_word(word)) end = blank;
    begin = blank + 1;
  }
  const std::string_view name = head.substr(0, end);
  return is_person_name(name) ? name : std::string_view{};
}

}  // namespace palpate
