// What palpate-index says while it works and when it is done.
//
// On a terminal one line that is rewritten, with rate and time left; elsewhere plain lines, every
// few seconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <mutex>
#include <string>
#include <string_view>

#include "palpate/indexer.h"

namespace palpate {

// May be used by several threads at once.
class ProgressReport {
 public:
  // Writes to `out`; `terminal` tells whether a line can be rewritten there, `width` its columns.
  ProgressReport(std::ostream& out, bool terminal, std::size_t width);
  void update(const IndexProgress& progress);
  // Prints a line of its own, the progress line kept below it.
  void line(const std::string& text);
  // Takes the progress line away.
  void finish();

 private:
  void take_away();

  std::mutex mutex_;
  std::ostream& out_;
  bool terminal_;
  std::size_t width_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point last_line_;
};

// The progress as one line: "  42% ▕████▏ 1,200 of 2,850 files, 14.2 MB/s, 8 s left".
std::string progress_line(const IndexProgress& progress, double seconds, std::size_t width);

// 17908 → "17,908".
std::string grouped(std::uint64_t number);
// "1 document", "2,000 documents".
std::string counted(std::size_t count, std::string_view one, std::string_view many);
std::string decimal(double value, int places);
// 1234567 → "1.2".
std::string megabytes(std::uint64_t bytes);

// "articles/part.jsonl:12: malformed or cut JSON".
std::string line_of(const FailedFile& failed);

// The summary, several lines.
std::string summary_text(const IndexSummary& summary, const IndexOptions& options);

}  // namespace palpate
