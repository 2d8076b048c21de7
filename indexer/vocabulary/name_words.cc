#include "vocabulary/name_words.h"

#include <algorithm>
#include <array>

namespace palpate {
namespace {

enum class Sign : unsigned char { other, letter, blank, mark, full_stop, beyond_ascii };

constexpr std::array<Sign, 256> signs() {
  std::array<Sign, 256> table{};
  for (std::size_t c = 0x80; c < table.size(); ++c) table[c] = Sign::beyond_ascii;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = Sign::letter;
  for (const char c : std::string_view(" \t\r\n"))
    table[static_cast<unsigned char>(c)] = Sign::blank;
  for (const char c : std::string_view(",;:()[]\"/?!"))
    table[static_cast<unsigned char>(c)] = Sign::mark;
  table['.'] = Sign::full_stop;
  return table;
}

Sign sign_of(char c) {
  static constexpr std::array<Sign, 256> kSigns = signs();
  return kSigns[static_cast<unsigned char>(c)];
}

constexpr std::array<std::string_view, 8> kMarks = {"“", "”", "„", "«", "»", "‘", "–", "—"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
// With its blank, in English.
constexpr std::size_t kBytesOfWord = 5;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view without_plural(std::string_view word) {
  return word.size() > 3 && lower(word.back()) == 's' ? word.substr(0, word.size() - 1) : word;
}

bool is_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view mark_at(std::string_view text) {
  if (text.empty()) return {};
  const Sign sign = sign_of(text.front());
  if (sign != Sign::beyond_ascii) return text.substr(0, sign == Sign::mark ? 1 : 0);
  const auto* const found = std::find_if(
      kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
  return found == kMarks.end() ? std::string_view{} : text.substr(0, found->size());
}

// "St." and "Dr." end no sentence.
bool is_title_of_honour(std::span<const NameWord> sentence) {
  if (sentence.empty() || sentence.back().is_mark) return false;
  const std::string_view word = sentence.back().text;
  return word.size() <= 2 && word.front() >= 'A' && word.front() <= 'Z';
}

// A capital directly behind ends a sentence too: some texts have lost the blank there.
bool is_full_stop(std::string_view rest) {
  if (rest.front() != '.') return false;
  if (rest.size() == 1 || is_blank(rest[1])) return true;
  const bool is_capital_word =
      rest.size() > 2 && rest[1] >= 'A' && rest[1] <= 'Z' && rest[2] >= 'a' && rest[2] <= 'z';
  return is_capital_word || !mark_at(rest.substr(1)).empty();
}

std::size_t word_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    const Sign sign = sign_of(text[length]);
    if (sign == Sign::blank || sign == Sign::mark) break;
    const bool may_end = sign == Sign::full_stop || sign == Sign::beyond_ascii;
    const std::string_view rest = text.substr(length);
    if (may_end && (is_full_stop(rest) || !mark_at(rest).empty())) break;
    ++length;
  }
  return length;
}

}  // namespace

bool NameWord::is(std::string_view other) const { return is_same(text, other); }

bool NameWord::is_like(const NameWord& other) const {
  return is_same(without_plural(text), without_plural(other.text));
}

NameSentences name_sentences(std::string_view text) {
  NameSentences sentences;
  sentences.reserve(text.size() / kBytesOfWord);
  while (!text.empty()) {
    std::size_t length = 1;
    const std::string_view mark = mark_at(text);
    if (text.front() == '\n' || text.front() == '?' || text.front() == '!') {
      sentences.end_sentence();
    } else if (!mark.empty()) {
      sentences.add({mark, true});
      length = mark.size();
    } else if (is_full_stop(text)) {
      if (!is_title_of_honour(sentences.unended())) sentences.end_sentence();
    } else if (!is_blank(text.front())) {
      length = word_length(text);
      sentences.add({text.substr(0, length), false});
    }
    text.remove_prefix(length);
  }
  sentences.end_sentence();
  return sentences;
}

}  // namespace palpate
