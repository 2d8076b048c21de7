// Keeping an index in step with its files and folders, for as long as a program likes.
//
//   std::atomic<bool> stop = false;  // set by a signal handler, or another thread
//   palpate::WatchOptions options;
//   options.index.directory = "palpate.db";
//   options.index.paths = {"articles"};
//   auto done = palpate::watch_articles(options, {.ran = tell, .cancel = &stop});
//
// It indexes at once, and again whenever something changes below the paths: as soon as nothing has
// changed for a while, so that an upload of a hundred files is one run. Every run compares
// everything, as index_articles does: a change whose notice is lost (the kernel keeps so many) is
// found with the next, and now and then it looks without having been told, which also serves
// folders that tell nothing (network file systems). A root that vanishes removes nothing; when it
// comes back it is noticed.
//
// Blocks the thread that calls it. Between runs the index is not locked.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "palpate/error.h"
#include "palpate/indexer.h"

namespace palpate {

struct WatchOptions {
  IndexOptions index;                         // for every run; no paths: the roots of earlier runs
  std::chrono::milliseconds settle{1000};     // nothing changed for so long: time to index
  std::chrono::milliseconds longest{30'000};  // but not later than this after the first change
  std::chrono::milliseconds rescan{600'000};  // looks this often without being told
  std::chrono::milliseconds retry{10'000};    // after a run that failed; twice as long each time
};

struct WatchObserver {
  // Once, when the folders are watched and before the first run.
  std::function<void(std::size_t folders)> watching;
  // A run that wrote something, and the first one.
  std::function<void(const IndexSummary&)> ran;
  // A run that could not be done now (locked, disk full) and is tried again.
  std::function<void(const Error&, std::chrono::milliseconds again_in)> failed_run;
  std::function<void(const FailedFile&)> failed;  // as IndexObserver's, each once while it lasts
  std::function<void(const std::string&)> note;   // likewise
  const std::atomic<bool>* cancel = nullptr;      // set it to stop; seen within half a second
};

// Done when cancelled. An Error when the first run cannot be done, or the index can no longer be
// read.
Status watch_articles(const WatchOptions& options, const WatchObserver& observer);

}  // namespace palpate
