// From a hit back to what the index holds of it. Private to the reading side; includes Xapian,
// whose exceptions pass through.
#pragma once

#include <string>

#include "palpate/answer.h"
#include "store/snapshot.h"

namespace palpate {

// Xapian's number of the passage; 0 when it is gone.
Xapian::docid passage_number(const Snapshot& index, const Hit& hit);
// How often the passage holds the stem, title and headings counted as they are weighted.
unsigned occurrences(const Snapshot& index, Xapian::docid passage, const std::string& stem);

}  // namespace palpate
