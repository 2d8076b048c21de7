#include "article/furniture/barred_line.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "article/characters.h"
#include "article/furniture/phrases.h"

namespace palpate {

std::vector<std::string_view> split_at_bars(std::string_view text) {
  constexpr std::array<std::string_view, 5> kBars = {"|", " · ", " • ", " / ", " – "};
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view part) {
    part = trimmed(part);
    if (!part.empty()) parts.push_back(part);
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    if (text[at] == '|' || text[at] == ' ') {
      for (const std::string_view bar : kBars) {
        if (text.substr(at).starts_with(bar)) length = bar.size();
      }
    }
    if (length != 0) add(text.substr(begin, at - begin));
    at += std::max<std::size_t>(length, 1);
    if (length != 0) begin = at;
  }
  add(text.substr(begin));
  return parts;
}

bool is_menu_line(std::string_view text) {
  constexpr std::size_t kEntryWords = 5;
  const std::vector<std::string_view> parts = split_at_bars(text);
  if (parts.size() < 2) return false;
  std::size_t legal = 0;
  std::size_t known = 0;
  for (const std::string_view part : parts) {
    if (count_words(part) > kEntryWords || ends_sentence(part)) return false;
    const FoundPhrases found(folded_words(part));
    const bool entry = found.has(Topic::legal_link);
    legal += entry ? 1 : 0;
    known += entry || found.has(Topic::navigation) ? 1 : 0;
  }
  // Some entries have names that only this site uses; those of a page's foot give it away.
  return known == parts.size() || (legal > 0 && 2 * known > parts.size());
}

bool is_byline_remnant(std::string_view text) {
  constexpr std::size_t kRemnantWords = 8;
  if (text.find("| |") == std::string_view::npos || count_words(text) > kRemnantWords) return false;
  const std::string_view first = trimmed(text.substr(0, text.find('|')));
  return opening_words(Topic::author_label, folded_words(first)) == count_words(first);
}

}  // namespace palpate
