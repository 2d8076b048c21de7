#include "article/furniture/share_bar.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace palpate {

bool is_share_bar(std::string_view folded) {
  constexpr std::array<std::string_view, 22> kWays = {
      "copy",    "email",     "e",     "facebook",  "flipboard", "instagram", "link",  "linkedin",
      "mail",    "messenger", "pin",   "pinterest", "print",     "reddit",    "share", "telegram",
      "threads", "tiktok",    "tweet", "twitter",   "whatsapp",  "youtube"};
  std::size_t ways = 0;
  for (std::size_t begin = 0; begin < folded.size(); ++ways) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = folded.substr(begin, end - begin);
    if (std::find(kWays.begin(), kWays.end(), word) == kWays.end()) return false;
    begin = end + 1;
  }
  return ways >= 2;
}

}  // namespace palpate
