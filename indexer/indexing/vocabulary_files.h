// Which lists of equivalents a run is to write: palpate's own when the index has another, those of
// the files it was given, and on a rebuild those that the old index holds.
#pragma once

#include <vector>

#include "palpate/error.h"
#include "palpate/indexer.h"
#include "store/catalogue.h"
#include "store/vocabulary.h"

namespace palpate {

struct VocabularyChange {
  std::vector<VocabularyList> lists;     // to be written; without groups: to be removed
  std::vector<VocabularySummary> named;  // of the files given, also when nothing changed
};

// Reads the files; tells the observer of lines that are no groups. An Error when a file cannot be
// read, is not what it should be, or holds problems only.
Result<VocabularyChange> read_vocabulary_change(const IndexOptions& options,
                                                const Catalogue& catalogue,
                                                const IndexObserver& observer);

}  // namespace palpate
