// From ranked passages to a page: passages of an article together, each page continuing where the
// one before ended.
//
// One fixed set of the best candidates is grouped, whatever page is asked for, so that pages never
// overlap; behind it passages follow in their plain order, still at most so many of an article.
// Among the best of the fixed set a passage that repeats a listed one is folded into it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate {

// How many of the best candidates are grouped: as many as the second stage orders.
inline constexpr std::size_t kGroupedCandidates = 50;
// How many of these may be folded: no more, so that nothing more is read.
inline constexpr std::size_t kFoldedCandidates = 50;

struct Placed {
  std::size_t candidate = 0;         // its place among the ranked candidates
  std::size_t rank = 0;              // on the list of hits, from 1
  std::vector<std::size_t> repeats;  // candidates folded into it, best first
};

// The one of `listed`, candidates better than this one and best first, that says what it says.
using RepeatedBy = std::function<std::optional<std::size_t>(std::size_t candidate,
                                                            std::span<const std::size_t> listed)>;

// `groups` has the article of each ranked candidate, best first. `per_article` 0 is no limit; what
// is folded does not count. Gives the hits [offset, offset + count) of the list; fewer when the
// candidates do not reach. Without `repeated_by` nothing is folded.
std::vector<Placed> page_of(const std::vector<std::string>& groups, std::size_t per_article,
                            std::size_t offset, std::size_t count,
                            const RepeatedBy& repeated_by = {});

}  // namespace palpate
