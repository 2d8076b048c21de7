// Writing an index: a folder of articles in, a searchable index out.
//
//   palpate::IndexOptions options;
//   options.directory = "palpate.db";
//   options.paths = {"articles"};
//   auto summary = palpate::index_articles(options, {});
//   if (!summary) return report(summary.error());
//
// A run is incremental: it reads what is new or changed, removes what has vanished, and leaves the
// rest. It becomes visible to readers at one moment, at its end; a run that dies before leaves the
// index as it was. What cannot be read is a problem, not an error: it is reported, remembered in
// the index, and the rest goes on.
//
// A file has *vanished* when it was known under a root named in this run and is no longer there.
// Other roots are left alone. A root that is missing, or suddenly empty, removes nothing, and a
// note says so; `forget` drops it for good. A new file takes the place of one that is no longer
// there: one of the same bytes, or of the same path below a root that is gone. A root that is gone
// and has lost all its files that way is forgotten.
//
// An index also holds lists of equivalents ("heart attack" is "myocardial infarction"), which a
// question looks up: palpate's own, written by every run that finds it missing or outdated; a
// clinic's, from `vocabulary_file`; MeSH, from `mesh_file`. They change without anything being
// indexed anew: with one of those files and no path a run touches nothing else. What a file gave
// stays, also over a rebuild, until another file takes its place; an empty file (of no bytes, or
// for `vocabulary_file` of nothing but comments) removes it. docs/vocabulary.md has the formats.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "palpate/error.h"
#include "palpate/export.h"

namespace palpate {

// What a run takes however little it may hold back.
inline constexpr std::size_t kLeastMemory = std::size_t{256} << 20U;

struct IndexOptions {
  std::string directory;            // of the index; made when it is not there
  std::vector<std::string> paths;   // files and folders; none: the roots of earlier runs
  std::vector<std::string> forget;  // roots of earlier runs to drop, with no path and no rebuild
  std::vector<std::pair<std::string, std::string>>
      url_prefixes;             // folder → URL that its files are found under
  std::string vocabulary_file;  // the clinic's equivalents, at most 16 MiB; "": as they are
  std::string mesh_file;        // NLM's descYYYY.xml, plain or gzipped; "": as it is
  unsigned jobs = 0;            // worker threads; 0: as many as the machine has cores
  // Bytes that a run may take of the machine's memory; kLeastMemory at least.
  std::size_t memory = std::size_t{1} << 30U;
  bool rebuild = false;  // read everything anew, also when the old index cannot be read
  bool dry_run = false;  // say what would be done, write nothing
};

// Such a run changes the vocabulary of an index and nothing else.
PALPATE_EXPORT bool only_vocabulary(const IndexOptions& options);

// A file, or a line of one, that could not be indexed.
struct FailedFile {
  std::string path;
  std::uint64_t line = 0;  // from 1; 0: the file as a whole
  std::string reason;
};

// A list of equivalents that a run was given.
struct VocabularySummary {
  std::string file;           // as it was named
  std::size_t groups = 0;     // that are now in the index; 0: the list was removed
  std::size_t bad_lines = 0;  // left out, each told to IndexObserver::failed
  bool changed = false;       // from what was in the index
};

struct IndexProgress {
  std::size_t files_done = 0;
  std::size_t files_total = 0;
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;
  std::size_t documents_done = 0;
  bool merging = false;  // all is read; what remains is joining and syncing
};

struct IndexSummary {
  std::size_t documents = 0;  // in the index after the run
  std::size_t passages = 0;
  // Files; one of which nothing could be indexed counts as failed only. A dry run cannot know that
  // of new and changed ones.
  std::size_t files_new = 0;
  std::size_t files_changed = 0;
  std::size_t files_removed = 0;
  std::size_t files_unchanged = 0;
  std::size_t documents_read = 0;  // in this run
  std::size_t failed = 0;          // files, and lines of files, that are known to have failed
  std::map<std::string, std::size_t>
      not_read;  // by ending: ".pdf" → 3, formats that palpate does not read
  std::vector<VocabularySummary> vocabularies;  // of the files named, the clinic's first
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_on_disk = 0;
  double seconds = 0;
  bool wrote = false;      // false: nothing changed, nothing written
  bool in_place = false;   // written into the current generation; false: as a new one
  bool cancelled = false;  // stopped early; what was read by then is in the index
};

// What a caller may want to hear while it goes on. All are called from the thread that called
// index_articles, except where noted; any may be empty.
struct IndexObserver {
  std::function<void(const IndexProgress&)> progress;  // at most about ten times a second
  std::function<void(const FailedFile&)>
      failed;  // as it happens; from any thread, never two at once
  std::function<void(const std::string&)>
      note;  // something a person should know ("… is empty: removes nothing")
  std::function<void(const std::string&)> reading;  // a file that is about to be read
  const std::atomic<bool>* cancel = nullptr;        // set it to stop early
};

// Thread-safe in that different indexes may be written at the same time; one index has one writer
// (ErrorCode::locked).
PALPATE_EXPORT Result<IndexSummary> index_articles(const IndexOptions& options,
                                                   const IndexObserver& observer);

// The same as an object, for programs that stop a run from elsewhere:
//
//   palpate::Indexer indexer(options);
//   std::thread run([&] { summary = indexer.run(observer); });
//   on_stop([&] { indexer.cancel(); });
//
// One thread runs it, any may cancel.
class PALPATE_EXPORT Indexer {
 public:
  explicit Indexer(IndexOptions options);

  // index_articles(); may be called again. IndexObserver::cancel is not looked at.
  Result<IndexSummary> run(const IndexObserver& observer);
  // Ends the run that goes on, soon, with what was read by then in the index, and every later one
  // at its beginning. Also from a signal handler.
  void cancel() noexcept { cancel_ = true; }

 private:
  IndexOptions options_;
  std::atomic<bool> cancel_ = false;
};

// What failed in earlier runs and is still in that state, by path and line.
PALPATE_EXPORT Result<std::vector<FailedFile>> failed_files(const std::string& directory);

}  // namespace palpate
