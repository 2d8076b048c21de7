#include "ranking/index_languages.h"

#include <algorithm>
#include <numeric>

#include "analysis/analyser.h"
#include "analysis/language_rules.h"
#include "store/fields.h"

namespace palpate {
namespace {

// A language is held in earnest when this share of the passages is in it.
constexpr double kEarnestShare = 0.02;
constexpr std::size_t kMostLanguages = 4;

}  // namespace

std::vector<std::pair<std::string, std::size_t>> analysed_languages(const Snapshot& index) {
  auto languages = index.languages();
  std::size_t unknown = index.database().get_doccount();
  for (const auto& [language, passages] : languages) unknown -= std::min(unknown, passages);
  if (unknown == 0) return languages;
  const std::string by_default = AnalyserSettings{}.language;
  const auto found =
      std::ranges::find(languages, by_default, [](const auto& one) { return one.first; });
  if (found == languages.end()) {
    languages.emplace_back(by_default, unknown);
  } else {
    found->second += unknown;
  }
  std::ranges::stable_sort(languages, std::ranges::greater(),
                           [](const auto& one) { return one.second; });
  return languages;
}

std::vector<std::string> earnest_languages(const Snapshot& index) {
  std::vector<std::string> languages;
  const auto all = static_cast<double>(index.database().get_doccount());
  for (const auto& [language, passages] : analysed_languages(index)) {
    if (languages.size() < kMostLanguages && static_cast<double>(passages) >= kEarnestShare * all)
      languages.push_back(language);
  }
  if (languages.empty()) languages.push_back(AnalyserSettings{}.language);
  return languages;
}

std::vector<std::string> other_languages(const std::vector<std::string>& languages,
                                         std::string_view language) {
  std::vector<std::string> others;
  for (const std::string& one : languages)
    if (primary_tag(one) != primary_tag(language)) others.push_back(one);
  return others;
}

std::vector<bool> in_languages(const Snapshot& index, const std::vector<std::string>& languages,
                               std::span<const Xapian::docid> passages) {
  std::vector<bool> inside(passages.size());
  if (languages.empty()) return inside;
  std::vector<std::size_t> ascending(passages.size());
  std::iota(ascending.begin(), ascending.end(), std::size_t{0});
  std::ranges::sort(ascending, {}, [&](std::size_t place) { return passages[place]; });
  for (const std::string& language : languages) {
    const std::string term = std::string(prefix_of(Field::language)) + language;
    auto held = index.database().postlist_begin(term);
    const auto end = index.database().postlist_end(term);
    for (const std::size_t place : ascending) {
      if (held != end && *held < passages[place]) held.skip_to(passages[place]);
      if (held == end) break;
      if (*held == passages[place]) inside[place] = true;
    }
  }
  return inside;
}

}  // namespace palpate
