// What a question is chiefly about, and whether what was found is about it.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <string>
#include <vector>

#include "ranking/match.h"
#include "ranking/understand.h"
#include "store/snapshot.h"

namespace palpate {

// The concepts, as typed, that are clearly what the question is about and that none of the best
// passages holds in its body, headings or names, in whatever words: those that occur nowhere, and
// one that is worth two fifths of the question; or, of a short question of which no passage holds
// half, its chief concepts that the first does not hold. Where an article's topic is what the rest
// of the question asks for, only words that occur nowhere are missed. Empty when nothing was found.
std::vector<std::string> missing_focus(const Snapshot& index, const Understood& asked,
                                       const Matches& matches);

}  // namespace palpate
