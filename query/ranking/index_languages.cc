#include "ranking/index_languages.h"

#include <algorithm>

#include "analysis/analyser.h"

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

}  // namespace palpate
