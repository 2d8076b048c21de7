#include "article/furniture/phrases.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "article/characters.h"

namespace palpate {
namespace {

constexpr std::size_t kTopics = static_cast<std::size_t>(Topic::health_word) + 1;

struct TopicPhrases {
  std::unordered_set<std::string> whole;
  std::vector<std::string> start;
  std::vector<std::string> inside;
};

using PhraseTable = std::array<TopicPhrases, kTopics>;

void add_row(PhraseTable& table, const PhraseRow& row) {
  TopicPhrases& topic = table[static_cast<std::size_t>(row.topic)];
  std::string_view rest = row.phrases;
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    std::string phrase = folded_words(rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    switch (row.where) {
      case Where::whole:
        topic.whole.insert(std::move(phrase));
        break;
      case Where::start:
        topic.start.push_back(std::move(phrase));
        break;
      case Where::inside:
        topic.inside.push_back(" " + std::move(phrase) + " ");
        break;
    }
  }
}

const TopicPhrases& phrases_of(Topic topic) {
  static const PhraseTable table = [] {
    PhraseTable filled;
    for (const PhraseRow& row : phrase_rows()) add_row(filled, row);
    return filled;
  }();
  return table[static_cast<std::size_t>(topic)];
}

bool opens(std::string_view folded, std::string_view phrase) {
  return folded.starts_with(phrase) &&
         (folded.size() == phrase.size() || folded[phrase.size()] == ' ');
}

bool is_word_character(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  return u_isalnum(code) || u_charType(code) == U_NON_SPACING_MARK;
}

bool is_apostrophe(char32_t character) { return character == '\'' || character == 0x2019; }

}  // namespace

std::string folded_words(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (is_word_character(character)) {
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

bool has_phrase(Topic topic, std::string_view folded) {
  const TopicPhrases& phrases = phrases_of(topic);
  if (phrases.whole.contains(std::string(folded))) return true;
  for (const std::string& phrase : phrases.start) {
    if (opens(folded, phrase)) return true;
  }
  if (phrases.inside.empty()) return false;
  const std::string padded = " " + std::string(folded) + " ";
  return std::any_of(phrases.inside.begin(), phrases.inside.end(), [&](const std::string& phrase) {
    return padded.find(phrase) != std::string::npos;
  });
}

std::size_t opening_words(Topic topic, std::string_view folded) {
  std::string_view longest;
  for (const std::string& phrase : phrases_of(topic).start) {
    if (phrase.size() > longest.size() && opens(folded, phrase)) longest = phrase;
  }
  if (longest.empty()) return 0;
  return 1 + static_cast<std::size_t>(std::count(longest.begin(), longest.end(), ' '));
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
