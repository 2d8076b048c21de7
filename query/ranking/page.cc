#include "ranking/page.h"

#include <algorithm>

namespace palpate {
namespace {

// The whole list as places of candidates: the grouped set article by article, then the rest in
// order.
std::vector<std::size_t> listed(const std::vector<std::string>& groups, std::size_t per_article) {
  std::unordered_map<std::string, std::size_t> article_of;  // its place in `articles`
  std::vector<std::vector<std::size_t>> articles;
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto [found, fresh] = article_of.emplace(groups[i], articles.size());
    if (fresh) articles.emplace_back();
    std::vector<std::size_t>& passages = articles[found->second];
    if (per_article != 0 && passages.size() >= per_article) continue;
    passages.push_back(i);
    if (i >= kGroupedCandidates) rest.push_back(i);
  }
  std::vector<std::size_t> list;
  for (const std::vector<std::size_t>& passages : articles)
    std::copy_if(passages.begin(), passages.end(), std::back_inserter(list),
                 [](std::size_t place) { return place < kGroupedCandidates; });
  list.insert(list.end(), rest.begin(), rest.end());
  return list;
}

}  // namespace

std::vector<Placed> page_of(const std::vector<std::string>& groups, std::size_t per_article,
                            std::size_t offset, std::size_t count) {
  const std::vector<std::size_t> list = listed(groups, per_article);
  std::vector<Placed> page;
  for (std::size_t i = offset; i < list.size() && page.size() < count; ++i)
    page.push_back({list[i], i + 1});
  return page;
}

}  // namespace palpate
