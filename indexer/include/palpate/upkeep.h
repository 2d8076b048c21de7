// Looking after an index: checking it, making it smaller, copying it, getting everything out of it.
//
//   auto report = palpate::check_index("palpate.db");
//   if (!report) return tell(report.error());
//   for (const std::string& damage : report->damages) ...
//
// All of these hold the writer's lock, so that what they read is one state: ErrorCode::locked while
// a run is writing (a retry may help). Searching goes on meanwhile. Of a folder that cannot be
// written they read without a lock. Different indexes may be looked after at the same time.
// docs/upkeep.md is for the administrator.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/error.h"

namespace palpate {

struct CheckReport {
  std::vector<std::string> damages;  // the first ones, a sentence each; none: the index is fine
  std::size_t more = 0;              // damages that are not listed
  std::vector<std::string> notes;    // what could not be checked, and why
  std::string hint;                  // what to do about the damages
  std::size_t documents = 0;         // that were checked
  std::size_t passages = 0;
  std::size_t words = 0;  // different ones that are counted
  std::size_t vocabularies = 0;
  double seconds = 0;
};

// Verifies everything: Xapian's tables; each article against its checksum; its passages, terms,
// values and token streams against what indexing it again gives; records of files; lists of
// equivalents; counts of words. Takes about as long as indexing with one thread, and reads only. An
// Error when there is no index, or one that this version does not read at all. Xapian does not
// survive every damage: who must, checks in a process of its own, as palpate-index does.
Result<CheckReport> check_index(const std::string& directory);

struct CopySummary {
  std::uint64_t bytes_before = 0;  // on disk, of the current generation
  std::uint64_t bytes_after = 0;   // of what was written
  std::size_t documents = 0;
  double seconds = 0;
};

// Writes the index anew without the gaps that changes have left, as a new generation.
Result<CopySummary> compact_index(const std::string& directory);

// Writes a complete index to `target`, a folder that does not exist yet or is empty.
Result<CopySummary> back_up_index(const std::string& directory, const std::string& target);

struct ExportSummary {
  std::size_t documents = 0;
  std::uint64_t bytes = 0;
};

// Gives all articles to `line`, one a line of JSON with a line break (BEIR's form; docs/json.md),
// until it fails. Indexed again they give the same answers and the same texts.
Result<ExportSummary> export_articles(const std::string& directory,
                                      const std::function<Status(std::string_view)>& line);

}  // namespace palpate
