// What a run has to do: which files to read, which documents to remove, which to leave.
//
// Made from what the index knows (its catalogue) and what lies on disk; nothing is changed by
// making it.
#pragma once

#include <string>
#include <vector>

#include "article/files/source_walk.h"
#include "article/files/url_prefixes.h"
#include "article/reader.h"
#include "palpate/error.h"
#include "palpate/indexer.h"
#include "store/catalogue.h"

namespace palpate {

struct PlannedFile {
  FoundFile found;
  std::string path;  // absolute and canonical: what the index knows it by
  std::string root;
  std::string url;                    // from --url-prefix; may be empty
  const FileRecord* known = nullptr;  // in the catalogue, when it was indexed before
};

// Whether documents of it are in the index. A file that failed before is new once it can be read.
inline bool gave_something(const PlannedFile& file) {
  return file.known != nullptr && !file.known->gave_nothing();
}

// Refers to the catalogue it was made from.
struct Plan {
  std::vector<PlannedFile> read;     // new or changed, in order
  std::vector<FileRecord> remove;    // vanished
  std::vector<FailedFile> problems;  // of the walk
  std::vector<FileRecord> records;   // the same, where the index does not know them yet
  std::vector<std::string> roots;    // absolute: those named in this run
  std::vector<std::string> forget;   // recorded roots that the index is to know no more
  std::vector<std::string> missing;  // roots that are missing or suddenly empty, and kept
  std::vector<std::pair<std::string, std::string>> url_prefixes;
  std::vector<std::string> notes;
  std::map<std::string, std::size_t> not_read;
  std::size_t files_new = 0, files_changed = 0, files_removed = 0, files_unchanged = 0;
  std::uint64_t bytes = 0;  // of the files to read

  bool nothing_to_do() const {
    return read.empty() && remove.empty() && records.empty() && forget.empty();
  }
};

// Whether there is something to index under every path that is named: what make_plan checks first.
Status check_roots(const IndexOptions& options, const Catalogue& catalogue);

Result<Plan> make_plan(const IndexOptions& options, const Catalogue& catalogue);

}  // namespace palpate
