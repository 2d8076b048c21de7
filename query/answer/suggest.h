// What a person may be typing: titles, headings and ends of titles that begin so.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"
#include "palpate/searcher.h"
#include "ranking/deadline.h"
#include "store/snapshot.h"

namespace palpate {

// See Searcher::suggest. Looks at so many completions at most that it takes a millisecond or two
// whatever was typed; of those that begin with the same word, at the first few.
std::vector<Suggestion> suggest(const Snapshot& index, Analyser& analyser, std::string_view typed,
                                std::size_t count, const Deadline& deadline = {});

}  // namespace palpate
