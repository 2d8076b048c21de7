#include "article/furniture/phrases.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "article/characters.h"

namespace palpate {
namespace {

struct Phrase {
  Topic topic;
  Where where;
  std::string words;
  std::uint8_t count;  // of its words
};

// By their first word, so that a line is looked through once for all of them.
using PhraseTable = std::unordered_map<std::string_view, std::vector<const Phrase*>>;

void add_phrases(std::span<const PhraseRow> rows, std::vector<Phrase>& phrases) {
  for (const PhraseRow& row : rows) {
    std::string_view rest = row.phrases;
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      std::string words = folded_words(rest.substr(0, bar));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
      const auto blanks = std::count(words.begin(), words.end(), ' ');
      phrases.push_back(
          {row.topic, row.where, std::move(words), static_cast<std::uint8_t>(blanks + 1)});
    }
  }
}

std::vector<Phrase> all_phrases() {
  std::vector<Phrase> phrases;
  for (const auto rows : {page_phrases(), action_phrases(), article_phrases()}) {
    add_phrases(rows, phrases);
  }
  return phrases;
}

std::string_view first_word(std::string_view folded) { return folded.substr(0, folded.find(' ')); }

const PhraseTable& phrase_table() {
  static const std::vector<Phrase> phrases = all_phrases();
  static const PhraseTable table = [] {
    PhraseTable filled;
    for (const Phrase& phrase : phrases) filled[first_word(phrase.words)].push_back(&phrase);
    return filled;
  }();
  return table;
}

bool opens(std::string_view folded, std::string_view phrase) {
  return folded.starts_with(phrase) &&
         (folded.size() == phrase.size() || folded[phrase.size()] == ' ');
}

bool is_word_character(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  return u_isalnum(code) || u_charType(code) == U_NON_SPACING_MARK;
}

bool is_ascii_alnum(char32_t character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9');
}

bool is_apostrophe(char32_t character) { return character == '\'' || character == 0x2019; }

}  // namespace

std::string folded_words(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (character < 0x80 && is_ascii_alnum(character)) {
      if (gap && !folded.empty()) folded += ' ';
      gap = false;
      const bool upper = character >= 'A' && character <= 'Z';
      folded += static_cast<char>(upper ? character + ('a' - 'A') : character);
    } else if (is_word_character(character)) {
      if (gap && !folded.empty()) folded += ' ';
      gap = false;
      append_character(folded, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(character),
                                                                U_FOLD_CASE_DEFAULT)));
    } else if (!is_apostrophe(character)) {
      gap = true;
    }
  }
  return folded;
}

std::string without_numbers(std::string_view folded) {
  std::string kept;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = folded.substr(begin, end - begin);
    if (word.find_first_not_of("0123456789") != std::string_view::npos) {
      if (!kept.empty()) kept += ' ';
      kept += word;
    }
    begin = end + 1;
  }
  return kept;
}

FoundPhrases::FoundPhrases(std::string_view folded) {
  const PhraseTable& table = phrase_table();
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::string_view rest = folded.substr(begin);
    const std::string_view word = first_word(rest);
    const auto entry = table.find(word);
    for (const Phrase* phrase :
         entry == table.end() ? std::span<const Phrase* const>() : std::span(entry->second)) {
      const bool placed = phrase->where == Where::inside || begin == 0;
      if (!placed || !opens(rest, phrase->words)) continue;
      const auto topic = static_cast<std::size_t>(phrase->topic);
      if (phrase->where == Where::whole && rest.size() != phrase->words.size()) continue;
      found_.set(topic);
      if (phrase->where == Where::start) opening_[topic] = std::max(opening_[topic], phrase->count);
    }
    begin += word.size() + 1;
  }
}

bool has_phrase(Topic topic, std::string_view folded) { return FoundPhrases(folded).has(topic); }

std::size_t opening_words(Topic topic, std::string_view folded) {
  return FoundPhrases(folded).opening_words(topic);
}

std::string_view behind_words(std::string_view text, std::size_t count) {
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    const bool word =
        is_word_character(character) || (inside && is_apostrophe(character) && at < text.size());
    if (word && !inside && count-- == 0) return text.substr(begin);
    inside = word;
  }
  return {};
}

}  // namespace palpate
