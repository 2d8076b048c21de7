// How a question was understood and what each hit's score is made of, for --explain.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <string>
#include <vector>

#include "palpate/answer.h"
#include "ranking/match.h"
#include "ranking/understand.h"
#include "store/snapshot.h"

namespace palpate {

// Each thing asked for with its weight and in what other words it is sought, what kind of passage
// is asked for, and the query that Xapian is given.
std::vector<std::string> explain_question(const Understood& asked, const Matches& matches,
                                          const RankingWeights& weights);
// Fills Hit::why and Hit::score_parts. The second stage's parts are worked out again for these hits
// alone, so that a question that nobody wants explained pays nothing.
void explain_hits(const Snapshot& index, const Understood& asked, const Matches& matches,
                  const RankingWeights& weights, std::vector<Hit>& hits);

}  // namespace palpate
