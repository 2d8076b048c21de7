#include "vocabulary/known_words.h"

#include <algorithm>
#include <unordered_set>

#include "vocabulary/lists/lists.h"

namespace palpate {
namespace {

// Views of the embedded list.
std::unordered_set<std::string_view> parsed(std::string_view list) {
  std::unordered_set<std::string_view> words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    const std::string_view word = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (!word.empty() && word.front() != '#') words.insert(word);
  }
  return words;
}

}  // namespace

bool is_known_short_word(std::string_view word) {
  // Never destroyed: a thread that hangs in a shard may look it up when the program ends.
  static const auto& words = *new std::unordered_set<std::string_view>(parsed(kKnownShortWords));
  return words.contains(word);
}

}  // namespace palpate
