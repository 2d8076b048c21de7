// What a question is chiefly about, and whether what was found is about it.
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

// The concepts, as typed, that are clearly what the question is about and that nothing found holds
// in its body, headings or names, in whatever words: those that occur nowhere, and one that is
// worth two fifths of the question. Empty when something found is about it, and when nothing was
// found.
std::vector<std::string> missing_focus(const Snapshot& index, const Understood& asked,
                                       const Matches& matches, const std::vector<Hit>& shown);

}  // namespace palpate
