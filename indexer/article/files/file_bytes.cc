#include "article/files/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace palpate {
namespace {

constexpr unsigned kStreamBuffer = 128 << 10;
constexpr std::size_t kStep = 256 << 10;

gzFile file_of(void* stream) { return static_cast<gzFile>(stream); }

Error system_error(int number) {
  return {number == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
          std::generic_category().message(number),
          {}};
}

Error not_a_file(mode_t mode) {
  const char* what = S_ISDIR(mode)    ? "is a folder"
                     : S_ISFIFO(mode) ? "is a pipe, not a file"
                                      : "is not a regular file";
  return {ErrorCode::unreadable, what, {}};
}

Error stream_error(gzFile file) {
  int code = Z_OK;
  gzerror(file, &code);
  if (code == Z_ERRNO) return system_error(errno);
  if (code == Z_BUF_ERROR)
    return {ErrorCode::malformed, "gzip data is cut: the end is missing", {}};
  if (code == Z_MEM_ERROR) return {ErrorCode::internal, "out of memory", {}};
  return {ErrorCode::malformed, "gzip data is damaged", {}};
}

}  // namespace

void FileBytes::Close::operator()(void* stream) const { gzclose_r(file_of(stream)); }

Result<FileBytes> FileBytes::open(const std::filesystem::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return system_error(errno);
  if (!S_ISREG(status.st_mode)) return not_a_file(status.st_mode);
  // Without O_NONBLOCK a pipe that took the file's place meanwhile would be waited for.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return system_error(errno);
  const bool known = ::fstat(descriptor, &status) == 0;
  if (!known || !S_ISREG(status.st_mode)) {
    const Error error = known ? not_a_file(status.st_mode) : system_error(errno);
    ::close(descriptor);
    return error;
  }
  gzFile file = gzdopen(descriptor, "rb");
  if (file == nullptr) {
    ::close(descriptor);
    return Error{ErrorCode::internal, "out of memory", {}};
  }
  gzbuffer(file, kStreamBuffer);
  FileBytes opened{Stream(file)};
  if (path.extension() == ".gz" && status.st_size > 0 && gzdirect(file) == 1) {
    int code = Z_OK;
    gzerror(file, &code);
    if (code != Z_OK) return stream_error(file);
    return Error{ErrorCode::malformed, "is not gzip data, as its name says",
                 "unpacked already? then it should not be called .gz"};
  }
  return opened;
}

std::uint64_t FileBytes::read_so_far() const {
  return static_cast<std::uint64_t>(std::max<z_off_t>(gzoffset(file_of(stream_.get())), 0));
}

Result<std::size_t> FileBytes::read(std::span<char> buffer) {
  constexpr std::size_t kMostAtOnce = std::size_t{1} << 30;
  gzFile file = file_of(stream_.get());
  const int got =
      gzread(file, buffer.data(), static_cast<unsigned>(std::min(buffer.size(), kMostAtOnce)));
  if (got < 0) return stream_error(file);
  if (got == 0) {
    int code = Z_OK;
    gzerror(file, &code);
    if (code != Z_OK) return stream_error(file);
  }
  return static_cast<std::size_t>(got);
}

Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t limit) {
  Result<FileBytes> file = FileBytes::open(path);
  if (!file) return file.error();
  std::string whole;
  for (;;) {
    const std::size_t begin = whole.size();
    whole.resize(begin + std::min(kStep, limit - begin + 1));
    const Result<std::size_t> got = file->read(std::span(whole).subspan(begin));
    if (!got) return got.error();
    whole.resize(begin + *got);
    if (*got == 0) return whole;
    if (whole.size() > limit) {
      return Error{ErrorCode::unsupported, "larger than " + byte_count(limit), {}};
    }
  }
}

std::string byte_count(std::size_t bytes) {
  constexpr std::array<const char*, 4> kUnits = {" bytes", " KiB", " MiB", " GiB"};
  std::size_t unit = 0;
  while (unit + 1 < kUnits.size() && bytes >= 1024 && bytes % 1024 == 0) {
    bytes /= 1024;
    ++unit;
  }
  return std::to_string(bytes) + kUnits.at(unit);
}

}  // namespace palpate
