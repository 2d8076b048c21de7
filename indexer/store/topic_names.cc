#include "store/topic_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "vocabulary/other_names.h"

namespace palpate {
namespace {

// What stands between two names in a title: "Gas - flatulence". A hyphen within a word does not.
constexpr std::array<std::string_view, 6> kSeparators = {" - ", " – ", " — ", " | ", " (", ")"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kEdge = " \t\n,;:.";
  const std::size_t begin = text.find_first_not_of(kEdge);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kEdge) - begin + 1);
}

void add(std::vector<std::string>& names, std::string_view name) {
  name = trimmed(name);
  const bool says_something = name.find_first_not_of(" \t\n()[]-|") != std::string_view::npos;
  if (!says_something || names.size() >= kMaxNames) return;
  if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
}

// What stands behind a colon ("a guide", "before and after") names nothing.
void add_parts(std::vector<std::string>& names, std::string_view title) {
  title = title.substr(0, title.find(": "));
  std::size_t begin = 0;
  for (std::size_t at = 0; at < title.size(); ++at) {
    const auto separator = std::ranges::find_if(
        kSeparators, [&](std::string_view mark) { return title.substr(at).starts_with(mark); });
    if (separator == kSeparators.end()) continue;
    add(names, title.substr(begin, at - begin));
    begin = at + separator->size();
    at = begin - 1;
  }
  add(names, title.substr(begin));
}

}  // namespace

std::vector<std::string> topic_names(const Article& article) {
  std::vector<std::string> names;
  add(names, article.title);
  add_parts(names, article.title);
  for (const std::string& synonym : article.synonyms) add(names, synonym);
  for (const std::string_view other : other_names(article.text, article.title)) add(names, other);
  return names;
}

}  // namespace palpate
