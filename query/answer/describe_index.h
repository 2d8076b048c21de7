// What can be read of an index besides answers: itself, and its documents.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <string>

#include "palpate/searcher.h"
#include "ranking/deadline.h"
#include "store/snapshot.h"

namespace palpate {

// See Searcher::full_text; `directory` is for the message.
Result<FullText> full_text(const Snapshot& index, const std::string& directory,
                           const std::string& id, const Deadline& deadline = {});
IndexDescription describe_index(const Snapshot& index, const std::string& directory,
                                const Deadline& deadline = {});

}  // namespace palpate
