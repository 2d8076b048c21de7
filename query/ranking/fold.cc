#include "ranking/fold.h"

#include <algorithm>

#include "ranking/page.h"

namespace palpate {

Fold::Fold(const Snapshot& index, const Matches& matches, const std::vector<std::string>& groups)
    : index_(index), candidates_(matches.candidates), groups_(groups) {
  const std::size_t count = std::min(kFoldedCandidates, candidates_.size());
  std::vector<std::string> read;
  if (matches.streams.size() < count) {
    std::vector<Xapian::docid> passages;
    for (std::size_t i = 0; i < count; ++i) passages.push_back(candidates_[i].passage);
    read = index.values_of(passages, Slot::tokens);
  }
  TokenStream stream;
  for (std::size_t i = 0; i < count; ++i) {
    if (!decode(read.empty() ? matches.streams[candidates_[i].stream] : read[i], stream))
      throw Xapian::DatabaseCorruptError("the token stream of passage " +
                                         std::to_string(candidates_[i].passage) +
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
