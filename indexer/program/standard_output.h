// Standard output whose write errors are not lost: a full disk must not look like an empty answer.
//
//   StandardOutput output;
//   std::cout << answer;
//   if (Status done = output.finish(); !done) ...
//
// One at a time, and only the thread that made it may write to std::cout.
#pragma once

#include <array>
#include <streambuf>

#include "palpate/error.h"

namespace palpate {

// Takes the place of std::cout's buffer for as long as it lives.
class StandardOutput : private std::streambuf {
 public:
  StandardOutput();
  StandardOutput(const StandardOutput&) = delete;
  StandardOutput& operator=(const StandardOutput&) = delete;
  ~StandardOutput() override;

  // Writes what is left. ErrorCode::storage when that, or any write before it, failed.
  Status finish();

 private:
  int_type overflow(int_type character) override;
  int sync() override;
  bool write_out();

  std::array<char, 1 << 16> buffer_;
  std::streambuf* former_;
  int failed_ = 0;  // the errno of the first write that failed
};

}  // namespace palpate
