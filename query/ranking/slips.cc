#include "ranking/slips.h"

#include <algorithm>
#include <array>
#include <string>

namespace palpate {
namespace {

std::u32string letters(std::string_view word) {
  std::u32string code_points;
  for (std::size_t at = 0; at < word.size();) {
    const auto lead = static_cast<unsigned char>(word[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size && at + i < word.size(); ++i)
      code = (code << 6U) | (static_cast<unsigned char>(word[at + i]) & 0x3FU);
    code_points += code;
    at += size;
  }
  return code_points;
}

}  // namespace

std::size_t slips_between(std::string_view a, std::string_view b, std::size_t most) {
  const std::u32string left = letters(a);
  const std::u32string right = letters(b);
  const std::size_t longer = std::max(left.size(), right.size());
  if (longer - std::min(left.size(), right.size()) > most) return most + 1;
  constexpr std::size_t kLongest = 64;
  if (longer >= kLongest) return left == right ? 0 : most + 1;
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};  // before, last, this
  for (std::size_t k = 0; k <= right.size(); ++k) rows[1][k] = k;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    auto& [before, last, now] = rows;
    now[0] = i;
    std::size_t least = i;
    for (std::size_t k = 1; k <= right.size(); ++k) {
      const std::size_t replaced = last[k - 1] + (left[i - 1] == right[k - 1] ? 0 : 1);
      now[k] = std::min({replaced, last[k] + 1, now[k - 1] + 1});
      if (i > 1 && k > 1 && left[i - 1] == right[k - 2] && left[i - 2] == right[k - 1])
        now[k] = std::min(now[k], before[k - 2] + 1);
      least = std::min(least, now[k]);
    }
    if (least > most) return most + 1;
    before = last;
    last = now;
  }
  return std::min(rows[1][right.size()], most + 1);
}

}  // namespace palpate
