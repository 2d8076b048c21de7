#include "article/files/line_stream.h"

#include <cstring>
#include <span>
#include <string_view>

namespace palpate {
namespace {

constexpr std::size_t kBufferBytes = 256 << 10;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
// A line's memory is kept for the next line up to this size.
constexpr std::size_t kKeptBytes = 1 << 20;

}  // namespace

LineStream::LineStream(FileBytes file, std::size_t line_limit)
    : file_(std::move(file)), limit_(line_limit), buffer_(kBufferBytes) {}

bool LineStream::fill() {
  Result<std::size_t> got = file_.read(buffer_);
  if (!got) failure_ = got.error();
  begin_ = 0;
  end_ = got ? *got : 0;
  return end_ > 0;
}

void LineStream::take(std::size_t bytes) {
  if (!too_long_ && bytes > limit_ - line_.size()) {
    too_long_ = true;
    line_ = std::string();
  }
  if (!too_long_) line_.append(buffer_.data() + begin_, bytes);
  begin_ += bytes;
}

void LineStream::trim() {
  if (!line_.empty() && line_.back() == '\r') line_.pop_back();
  if (number_ == 1 && line_.starts_with(kByteOrderMark)) line_.erase(0, kByteOrderMark.size());
}

bool LineStream::next() {
  if (failure_) return false;
  if (line_.capacity() > kKeptBytes) line_ = std::string();
  line_.clear();
  too_long_ = false;
  bool begun = false;
  for (;;) {
    if (begin_ == end_ && !fill()) {
      // What stands before damage is not a whole line.
      if (failure_ && !begun) ++number_;
      if (!begun || failure_) return false;
      trim();
      return true;
    }
    if (!begun) ++number_;
    begun = true;
    const char* start = buffer_.data() + begin_;
    const void* found = std::memchr(start, '\n', end_ - begin_);
    if (found == nullptr) {
      take(end_ - begin_);
      continue;
    }
    take(static_cast<std::size_t>(static_cast<const char*>(found) - start));
    ++begin_;
    trim();
    return true;
  }
}

}  // namespace palpate
