#include "ranking/run_together.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "store/word_counts.h"

namespace palpate {
namespace {

// What stands in the articles no more often may be a slip of theirs.
constexpr std::uint64_t kTooSeldom = 2;
// A longer word is not parted in three, which takes the square of its length in look-ups; and no
// part of three may be so short that any word has it.
constexpr std::size_t kMostBytesOfThree = 24;
constexpr std::size_t kLeastBytesOfThree = 3;

struct Parts {
  std::string words;
  std::uint64_t least = 0;  // how often the rarest of them occurs
};

bool is_inside_a_letter(const std::string& word, std::size_t at) {
  return (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80;
}

std::optional<Parts> in_two(const Snapshot& index, const std::string& word, std::size_t shortest) {
  std::optional<Parts> best;
  for (std::size_t at = shortest; at + std::max<std::size_t>(shortest, 2) <= word.size(); ++at) {
    if (is_inside_a_letter(word, at)) continue;
    const std::uint64_t least =
        std::min(count_of(index, word.substr(0, at)), count_of(index, word.substr(at)));
    if (least <= (best ? best->least : kTooSeldom)) continue;
    best = {word.substr(0, at) + " " + word.substr(at), least};
  }
  return best;
}

std::optional<Parts> in_three(const Snapshot& index, const std::string& word) {
  std::optional<Parts> best;
  if (word.size() > kMostBytesOfThree) return best;
  for (std::size_t at = kLeastBytesOfThree; at + 2 * kLeastBytesOfThree <= word.size(); ++at) {
    if (is_inside_a_letter(word, at)) continue;
    const std::uint64_t first = count_of(index, word.substr(0, at));
    if (first <= (best ? best->least : kTooSeldom)) continue;
    const auto rest = in_two(index, word.substr(at), kLeastBytesOfThree);
    if (!rest || (best && rest->least <= best->least)) continue;
    best = {word.substr(0, at) + " " + rest->words, std::min(first, rest->least)};
  }
  return best;
}

}  // namespace

std::optional<std::string> parted(const Snapshot& index, const std::string& word) {
  std::optional<Parts> parts = in_two(index, word, 1);
  if (!parts) parts = in_three(index, word);
  if (!parts) return std::nullopt;
  return parts->words;
}

}  // namespace palpate
