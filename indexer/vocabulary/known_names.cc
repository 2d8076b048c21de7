#include "vocabulary/known_names.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "vocabulary/lists/lists.h"

namespace palpate {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool all_capitals(std::string_view name) {
  return std::ranges::all_of(name, [](char c) { return c < 'a' || c > 'z'; }) &&
         name.find(' ') == std::string_view::npos;
}

std::string lowered(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), lower);
  return small;
}

struct KnownNames {
  std::unordered_set<std::string> any_case;  // in small letters
  std::unordered_set<std::string> capitals;
  std::vector<std::vector<std::string>> of_words;
};

// "down's syndrome": down, syndrome.
std::vector<std::string> words_of(std::string_view small) {
  std::vector<std::string> words;
  while (!small.empty()) {
    const std::size_t end = std::min(small.find_first_of(" -/"), small.size());
    std::string_view word = small.substr(0, end);
    small.remove_prefix(std::min(end + 1, small.size()));
    if (word.ends_with("'s")) word.remove_suffix(2);
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

KnownNames parsed(std::string_view list) {
  KnownNames names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    const std::string_view name = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (name.empty() || name.front() == '#') continue;
    if (all_capitals(name)) {
      names.capitals.emplace(name);
    } else {
      std::string small = lowered(name);
      if (std::vector<std::string> words = words_of(small); words.size() > 1)
        names.of_words.push_back(std::move(words));
      names.any_case.insert(std::move(small));
    }
  }
  std::ranges::sort(names.of_words);
  const auto again = std::ranges::unique(names.of_words);  // "off-label", "off label"
  names.of_words.erase(again.begin(), again.end());
  return names;
}

const KnownNames& known_names() {
  // Never destroyed: a thread that hangs in a shard may look it up when the program ends.
  static const KnownNames& names = *new KnownNames(parsed(kKnownNames));
  return names;
}

}  // namespace

bool is_known_name(std::string_view name, bool shouted) {
  const KnownNames& names = known_names();
  return names.any_case.contains(lowered(name)) ||
         (!shouted && names.capitals.contains(std::string(name)));
}

std::span<const std::vector<std::string>> known_names_of_words() { return known_names().of_words; }

bool is_known_in_capitals(std::string_view word) {
  return known_names().capitals.contains(std::string(word));
}

}  // namespace palpate
