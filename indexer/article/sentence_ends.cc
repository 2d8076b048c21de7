#include "article/sentence_ends.h"

#include <algorithm>
#include <array>

#include "article/characters.h"

namespace palpate {
namespace {

constexpr std::array<std::string_view, 22> kAbbreviations = {
    "Dr", "Mr",  "Mrs", "Ms",  "Prof", "St", "vs",  "e.g", "i.e", "No", "Fig",
    "al", "etc", "ca",  "bzw", "z.B",  "Nr", "Sra", "Sr",  "Mme", "np", "approx"};

bool ends_with_abbreviation(std::string_view before_mark) {
  const std::size_t blank = before_mark.find_last_of(" (");
  const std::string_view word =
      blank == std::string_view::npos ? before_mark : before_mark.substr(blank + 1);
  const bool initial = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
  return initial ||
         std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

// `at` is a mark: where the sentence ends, closing quotes and brackets taken along, or 0.
std::size_t sentence_end(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() &&
         std::string_view(".!?\"')]").find(text[end]) != std::string_view::npos)
    ++end;
  for (const std::string_view quote : {"”", "’", "»"}) {
    if (text.substr(end).starts_with(quote)) end += quote.size();
  }
  if (end == text.size()) return end;
  if (text[end] != ' ') return 0;
  if (text[at] == '.' && ends_with_abbreviation(text.substr(0, at))) return 0;
  // Enough to see the next word's first letter: looking further would cost time on every mark.
  return begins_upper(text.substr(end + 1, 16)) ? end : 0;
}

}  // namespace

std::vector<std::string_view> rough_sentences(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t at = text.find_first_of(".!?"); at != std::string_view::npos;) {
    const std::size_t end = sentence_end(text, at);
    if (end != 0) {
      sentences.push_back(text.substr(begin, end - begin));
      begin = std::min(end + 1, text.size());
    }
    at = text.find_first_of(".!?", std::max(at + 1, end));
  }
  if (begin < text.size()) sentences.push_back(text.substr(begin));
  return sentences;
}

}  // namespace palpate
