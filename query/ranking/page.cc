#include "ranking/page.h"

#include <algorithm>

namespace palpate {
namespace {

struct List {
  std::vector<std::size_t> candidates;
  std::unordered_map<std::size_t, std::vector<std::size_t>> repeats;  // by what they repeat
};

// The whole list as places of candidates: the grouped set article by article, then the rest in
// order.
List listed(const std::vector<std::string>& groups, std::size_t per_article,
            const RepeatedBy& repeated_by) {
  List list;
  std::unordered_map<std::string, std::size_t> article_of;  // its place in `articles`
  std::vector<std::vector<std::size_t>> articles;
  std::vector<std::size_t> grouped;  // in the order of candidates
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (repeated_by && i < kFoldedCandidates) {
      if (const std::optional<std::size_t> said = repeated_by(i, grouped)) {
        list.repeats[*said].push_back(i);
        continue;
      }
    }
    const auto [found, fresh] = article_of.emplace(groups[i], articles.size());
    if (fresh) articles.emplace_back();
    std::vector<std::size_t>& passages = articles[found->second];
    if (per_article != 0 && passages.size() >= per_article) continue;
    passages.push_back(i);
    (i < kGroupedCandidates ? grouped : rest).push_back(i);
  }
  for (const std::vector<std::size_t>& passages : articles)
    std::copy_if(passages.begin(), passages.end(), std::back_inserter(list.candidates),
                 [](std::size_t place) { return place < kGroupedCandidates; });
  list.candidates.insert(list.candidates.end(), rest.begin(), rest.end());
  return list;
}

}  // namespace

std::vector<Placed> page_of(const std::vector<std::string>& groups, std::size_t per_article,
                            std::size_t offset, std::size_t count, const RepeatedBy& repeated_by) {
  List list = listed(groups, per_article, repeated_by);
  std::vector<Placed> page;
  for (std::size_t i = offset; i < list.candidates.size() && page.size() < count; ++i) {
    const std::size_t candidate = list.candidates[i];
    const auto repeats = list.repeats.find(candidate);
    page.push_back(
        {candidate, i + 1,
         repeats == list.repeats.end() ? std::vector<std::size_t>{} : std::move(repeats->second)});
  }
  return page;
}

}  // namespace palpate
