// The bytes of a regular file, unpacked where it is gzip (told by its content, not its name).
//
// Reading is plain read(2), never a memory map: a file that shrinks or vanishes while it is read
// ends early instead of killing the process. Folders, pipes and devices are refused, never waited
// for. One object reads one file, in one thread; movable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "palpate/error.h"

namespace palpate {

class FileBytes {
 public:
  static Result<FileBytes> open(const std::filesystem::path& path);

  // Fills the buffer from its beginning and says how many bytes it got; 0 at the end of the file.
  // A damaged or cut gzip file is an Error once all bytes before the damage have been given.
  Result<std::size_t> read(std::span<char> buffer);

  // Bytes of the file, packed as they lie on disk, that were read so far.
  std::uint64_t read_so_far() const;

 private:
  struct Close {
    void operator()(void* stream) const;
  };
  using Stream = std::unique_ptr<void, Close>;

  explicit FileBytes(Stream stream) : stream_(std::move(stream)) {}

  Stream stream_;
};

// The whole file; an Error when it is longer than `limit` bytes, of which no more are ever read.
Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t limit);

// 67108864 → "64 MiB", for people.
std::string byte_count(std::size_t bytes);

}  // namespace palpate
