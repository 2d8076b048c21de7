// What a run writes besides the documents it read: removals, records, lists of equivalents.
#pragma once

#include <vector>

#include "indexing/pipeline.h"
#include "indexing/plan.h"
#include "palpate/error.h"
#include "store/catalogue.h"
#include "store/segment.h"
#include "store/vocabulary.h"

namespace palpate {

// Who has which document's id once the planned removals are made.
DocumentOwners owners_after(const Catalogue& catalogue, const Plan& plan);

// The change is cheaper as a commit into the current generation than as a new generation, and its
// transaction fits into the memory.
bool is_small(const Catalogue& catalogue, const Plan& plan, std::size_t memory);

// Removes what has vanished and the old state of what was read again.
Status remove_old(Segment& from, const Plan& plan, const PipelineOutcome& outcome);

// What the index is to remember of the run besides the documents.
Status put_records(Segment& to, const Plan& plan, const PipelineOutcome& outcome,
                   const std::vector<VocabularyList>& vocabulary);

}  // namespace palpate
