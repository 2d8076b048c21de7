#include "vocabulary/name_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace palpate {
namespace {

constexpr std::string_view kAsciiMarks = ",;:()[]\"/?!";
constexpr std::array<std::string_view, 8> kMarks = {"“", "”", "„", "«", "»", "‘", "–", "—"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view without_plural(std::string_view word) {
  return word.size() > 3 && lower(word.back()) == 's' ? word.substr(0, word.size() - 1) : word;
}

bool is_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool is_ascii_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

std::string_view mark_at(std::string_view text) {
  if (text.empty() || is_ascii_letter(text.front())) return {};
  if (static_cast<unsigned char>(text.front()) < 0x80)
    return kAsciiMarks.find(text.front()) == std::string_view::npos ? std::string_view()
                                                                    : text.substr(0, 1);
  const auto* const found = std::find_if(
      kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
  return found == kMarks.end() ? std::string_view{} : text.substr(0, found->size());
}

// "St." and "Dr." end no sentence.
bool is_title_of_honour(const NameWords& sentence) {
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
    const std::string_view rest = text.substr(length);
    if (is_ascii_letter(rest.front())) {
      ++length;
      continue;
    }
    const bool ends = is_blank(rest.front()) || is_full_stop(rest) || !mark_at(rest).empty();
    if (ends) break;
    ++length;
  }
  return length;
}

}  // namespace

bool NameWord::is(std::string_view other) const { return is_same(text, other); }

bool NameWord::is_like(const NameWord& other) const {
  return is_same(without_plural(text), without_plural(other.text));
}

std::vector<NameWords> name_sentences(std::string_view text) {
  std::vector<NameWords> sentences;
  NameWords sentence;
  const auto end_sentence = [&] {
    if (!sentence.empty()) sentences.push_back(std::exchange(sentence, {}));
  };
  while (!text.empty()) {
    std::size_t length = 1;
    const std::string_view mark = mark_at(text);
    if (text.front() == '\n' || text.front() == '?' || text.front() == '!') {
      end_sentence();
    } else if (!mark.empty()) {
      sentence.push_back({mark, true});
      length = mark.size();
    } else if (is_full_stop(text)) {
      if (!is_title_of_honour(sentence)) end_sentence();
    } else if (!is_blank(text.front())) {
      length = word_length(text);
      sentence.push_back({text.substr(0, length), false});
    }
    text.remove_prefix(length);
  }
  end_sentence();
  return sentences;
}

}  // namespace palpate
