// When a question asks whether something is safe, or when to see a doctor, a passage that says so
// is not buried.
//
// Private to the reading side; includes Xapian by way of match.h.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ranking/match.h"

namespace palpate {

// The place on the list of hits that such a passage has at least.
inline constexpr std::size_t kWarningPlace = 3;

// Moves the best warning of an article that has a passage among the first ten hits, unless one of
// the first hits is such a warning already. What is less than half as much about the topic as
// another candidate does not count. `groups` has the article of each candidate and is moved with
// them.
void lift_warning(std::size_t per_article, std::vector<Candidate>& candidates,
                  std::vector<std::string>& groups);

}  // namespace palpate
