#include "article/html/person_names.h"

#include <algorithm>
#include <array>

#include "article/html/tag_scanner.h"

namespace palpate {
namespace {

constexpr std::size_t kLongestName = 80;  // bytes

std::string_view without_label(std::string_view text) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"medically reviewed by ", "reviewed by ", "written by ", "posted by ", "author: ", "author ",
       "by: ", "by ", "von ", "por ", "par "});
  for (const std::string_view label : kLabels) {
    if (equals_ignoring_case(text.substr(0, label.size()), label)) return text.substr(label.size());
  }
  return text;
}

// "MD", "Ph.D.", "DPT": what follows a comma and belongs to the name before it.
bool is_credential(std::string_view text) {
  return text.size() <= 10 && text.find(' ') == std::string_view::npos &&
         std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

bool is_name(std::string_view text) {
  if (text.size() < 2 || text.size() > kLongestName) return false;
  if (text.find("//") != std::string_view::npos || text.find('@') != std::string_view::npos) {
    return false;
  }
  return std::count(text.begin(), text.end(), ' ') <= 7 &&
         text.find_first_of("{}<>|") == std::string_view::npos;
}

void add_one(std::vector<std::string>& names, std::string_view name) {
  while (name.ends_with(' ') || name.ends_with(',')) name.remove_suffix(1);
  while (name.starts_with(' ')) name.remove_prefix(1);
  if (!names.empty() && is_credential(name) && names.back().size() < kLongestName) {
    if (names.back().find(name) == std::string::npos) names.back().append(", ").append(name);
    return;
  }
  const bool known = std::find(names.begin(), names.end(), name) != names.end();
  if (is_name(name) && !known) names.emplace_back(name);
}

}  // namespace

void add_people(std::vector<std::string>& names, std::string_view text) {
  text = without_label(text);
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t skip = 0;
    for (const std::string_view separator : {" and ", " & ", ", ", "; "}) {
      if (const std::size_t at = text.find(separator); at < end) {
        end = at;
        skip = separator.size();
      }
    }
    add_one(names, text.substr(0, end));
    text.remove_prefix(std::min(end + skip, text.size()));
  }
}

}  // namespace palpate
