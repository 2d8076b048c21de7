// Words counted the quick way, for sizes only: by blanks, and half a word a character in scripts
// without blanks.
#pragma once

#include <cstddef>
#include <string_view>

namespace palpate {

inline bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

inline std::size_t words_by_blanks(std::string_view text) {
  std::size_t words = 0;
  std::size_t ideographs = 0;
  bool inside = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    // The lead bytes of kana, CJK ideographs and Hangul.
    if (byte >= 0xE3 && byte <= 0xED) ++ideographs;
    const bool blank = is_blank(c);
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words + ideographs / 2;
}

}  // namespace palpate
