#include "program/watch_command.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

#include "palpate/watch.h"
#include "program/program.h"
#include "program/report.h"

namespace palpate {
namespace {

// "3 files new, 1 changed, 0 removed: 120 documents, 560 passages in 0.2 s".
std::string line_of(const IndexSummary& summary) {
  return counted(summary.files_new, "file", "files") + " new, " + grouped(summary.files_changed) +
         " changed, " + grouped(summary.files_removed) + " removed" +
         (summary.failed == 0 ? "" : ", " + grouped(summary.failed) + " failed") + ": " +
         counted(summary.documents, "document", "documents") + ", " +
         counted(summary.passages, "passage", "passages") + " in " + decimal(summary.seconds, 1) +
         " s";
}

}  // namespace

int run_watch(const char* program, const IndexCommand& command, const std::atomic<bool>& stop) {
  WatchOptions options;
  options.index = command.options;
  WatchObserver observer;
  observer.cancel = &stop;
  if (!command.quiet) {
    observer.watching = [&](std::size_t folders) {
      std::cout << "watching " << counted(folders, "folder", "folders") << " for "
                << command.options.directory << std::endl;
    };
    observer.ran = [](const IndexSummary& summary) { std::cout << line_of(summary) << std::endl; };
    observer.note = [](const std::string& note) { std::cerr << "Note: " << note << '\n'; };
  }
  observer.failed_run = [&](const Error& error, std::chrono::milliseconds again_in) {
    report(program, error);
    std::cerr << "  it is tried again in "
              << std::chrono::duration_cast<std::chrono::seconds>(again_in).count() << " s\n";
  };
  observer.failed = [](const FailedFile& failed) {
    std::cerr << "failed: " << line_of(failed) << '\n';
  };
  const Status done = watch_articles(options, observer);
  return done ? EXIT_SUCCESS : report(program, done.error());
}

}  // namespace palpate
