#include "ranking/fold.h"

#include <algorithm>

#include "ranking/page.h"

namespace palpate {

Fold::Fold(const Snapshot& index, const std::vector<Candidate>& candidates,
           const std::vector<std::string>& groups)
    : index_(index), candidates_(candidates), groups_(groups) {
  std::vector<Xapian::docid> passages;
  for (std::size_t i = 0; i < std::min(kGroupedCandidates, candidates.size()); ++i)
    passages.push_back(candidates[i].passage);
  TokenStream stream;
  for (const std::string& bytes : index.values_of(passages, Slot::tokens)) {
    if (!decode(bytes, stream))
      throw Xapian::DatabaseCorruptError("the token stream of passage " +
                                         std::to_string(passages[sayings_.size()]) +
                                         " cannot be read");
    sayings_.add(stream);
  }
}

std::optional<std::size_t> Fold::repeated(std::size_t candidate,
                                          std::span<const std::size_t> listed) const {
  const auto says_it = [&](std::size_t other) {
    const bool same_article = groups_[candidate] == groups_[other];
    const Alike alike = sayings_.compare(candidate, other, same_article);
    return alike == Alike::identical ||
           (alike == Alike::nearly && same_figures_in(candidate, other));
  };
  const auto found = std::ranges::find_if(listed, says_it);
  return found == listed.end() ? std::nullopt : std::optional(*found);
}

bool Fold::same_figures_in(std::size_t a, std::size_t b) const {
  const PassageRecord left = index_.passage(candidates_[a].passage);
  const PassageRecord right = index_.passage(candidates_[b].passage);
  return same_figures(std::string_view(left.text).substr(left.body_begin),
                      std::string_view(right.text).substr(right.body_begin));
}

}  // namespace palpate
