#include "article/html/text_match.h"

namespace palpate {

std::string match_key(std::string_view text) {
  std::string key;
  bool gap = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const auto byte = static_cast<unsigned char>(c);
    if (text.substr(i).starts_with("\xE2\x80") || byte == 0xC2) {  // dashes, typographic quotes
      gap = true;
      i += byte == 0xC2 ? 1 : 2;
      continue;
    }
    if (!letter && byte < 0x80) {
      gap = true;
      continue;
    }
    if (gap && !key.empty()) key += ' ';
    gap = false;
    key += upper ? static_cast<char>(c + 32) : c;
  }
  return key;
}

bool same_words(std::string_view a, std::string_view b) {
  const std::string key = match_key(a);
  return !key.empty() && key == match_key(b);
}

}  // namespace palpate
