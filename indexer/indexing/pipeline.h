// Reading, splitting, analysing and writing the planned files, over several threads.
//
// One thread (the caller's) hands out work: a file that is one document goes to a worker as it is,
// a .jsonl is read by the caller and its lines go out in batches. Work goes to the workers in turn,
// never to whichever is free, so that the same input gives the same segments. Each worker writes a
// segment of its own.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "indexing/plan.h"
#include "palpate/error.h"
#include "palpate/indexer.h"
#include "store/segment.h"

namespace palpate {

struct PipelineOutcome {
  std::vector<FileRecord> files;  // read to their end, in the plan's order
  std::size_t documents = 0;
  std::uint64_t bytes = 0;
  bool cancelled = false;
};

// A document's id → the absolute path of the file that it is of.
using DocumentOwners = std::unordered_map<std::string, std::string>;

// `owners` says which file owns a document's id already; a second document of that id is a
// problem.
Result<PipelineOutcome> run_pipeline(const std::vector<PlannedFile>& files,
                                     std::vector<Segment>& segments, DocumentOwners owners,
                                     const IndexObserver& observer);

}  // namespace palpate
