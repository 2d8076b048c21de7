#include "vocabulary/known_names.h"

#include <algorithm>
#include <string>
#include <unordered_set>

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
};

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
      names.any_case.insert(lowered(name));
    }
  }
  return names;
}

}  // namespace

bool is_known_name(std::string_view name, bool shouted) {
  static const KnownNames names = parsed(kKnownNames);
  return names.any_case.contains(lowered(name)) ||
         (!shouted && names.capitals.contains(std::string(name)));
}

}  // namespace palpate
