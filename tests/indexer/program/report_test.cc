#include "program/report.h"

#include <gtest/gtest.h>

#include <string>

namespace palpate {
namespace {

// Of what is drawn, the bar's signs take three bytes a column.
std::size_t columns(const std::string& line) {
  std::size_t count = 0;
  for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

IndexProgress halfway() {
  IndexProgress progress;
  progress.files_done = 12'345;
  progress.files_total = 123'456;
  progress.bytes_done = 500'000'000;
  progress.bytes_total = 1'000'000'000;
  progress.documents_done = 1'234'567;
  return progress;
}

// A line that wraps cannot be taken away again.
TEST(ProgressLine, StaysBelowTheTerminalsWidth) {
  for (std::size_t width = 30; width <= 200; ++width)
    EXPECT_LT(columns(progress_line(halfway(), 50, width)), width);
}

TEST(ProgressLine, SaysAsMuchAsFits) {
  const std::string whole = "12,345 of 123,456 files, 1,234,567 documents, 10.0 MB/s, 50 s left";
  EXPECT_EQ(progress_line(halfway(), 50, 0), "50% " + whole);
  EXPECT_EQ(progress_line(halfway(), 50, 80), "50% " + whole);
  EXPECT_EQ(progress_line(halfway(), 50, 100), "50% ▕██████████          ▏ " + whole);
  EXPECT_EQ(progress_line(halfway(), 50, 40), "50% 12,345 of 123,456 files, 10.0 MB/s");
}

}  // namespace
}  // namespace palpate
