// One page of ranked passages, composed: fetched, grouped, folded, with their texts.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "answer/answering.h"
#include "answer/compose.h"
#include "ranking/match.h"

namespace palpate {

// The best so many passages. Asked for more, it gives the same first kGroupedCandidates again.
using RankBest = std::function<Matches(std::size_t count)>;

struct PageOfHits {
  std::vector<Hit> hits;
  Matches matches;
  // Ids, a few, of documents that several indexes hold: the passages of all but the first were left
  // out.
  std::vector<std::string> held_twice;
};

// Fetches candidates until the page that `request` asks for is full or there are no more.
PageOfHits page_of_hits(const Answering& with, const Request& request, const MarkedWords& words,
                        const RankBest& rank_best);

}  // namespace palpate
