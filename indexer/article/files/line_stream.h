// The lines of a file, one at a time, however long the file and its lines are.
//
//   while (stream.next()) {
//     if (stream.too_long()) ...         // nothing of it is held
//     use(stream.line(), stream.number());
//   }
//   if (stream.failure()) ...            // the file ended in damage at line stream.number()
//
// Not safe to share between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "article/files/file_bytes.h"
#include "palpate/error.h"

namespace palpate {

class LineStream {
 public:
  // A line of more than `line_limit` bytes is passed over without being held.
  LineStream(FileBytes file, std::size_t line_limit);

  // Goes to the next line; false at the end of the file or at damage.
  bool next();

  // Without its line break and, on the first line, without a byte order mark. May be changed; it
  // is overwritten by next().
  std::string& line() { return line_; }
  std::size_t number() const { return number_; }                    // from 1
  std::uint64_t bytes_read() const { return file_.read_so_far(); }  // of the file, ahead of lines
  bool too_long() const { return too_long_; }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  bool fill();
  void take(std::size_t bytes);
  void trim();

  FileBytes file_;
  std::size_t limit_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of what is not taken yet, in buffer_
  std::size_t end_ = 0;
  std::string line_;
  std::size_t number_ = 0;
  bool too_long_ = false;
  std::optional<Error> failure_;
};

}  // namespace palpate
