// A library to be preloaded: lets calls that write below one folder fail, or kills their program.
//
//   LD_PRELOAD=libwrite_fault.so PALPATE_FAULT_FOLDER=/x/palpate.db PALPATE_FAULT_AT=7
//   PALPATE_FAULT_ERRNO=28 [PALPATE_FAULT_STAYS=1] [PALPATE_FAULT_ROOM=1]
//   [PALPATE_FAULT_COUNT=FILE] palpate-index …
//
// The seventh such call fails with errno 28, or kills when that is 0; with STAYS all after it fail
// too, as on a disk that is full. With ROOM only calls that take more of the disk are counted and
// fail: what is there can be overwritten, renamed, cut short and synced, as on a real one. COUNT is
// a file that the number of calls is written to at the end.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

std::atomic<long> g_calls = 0;

long number_from(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? 0 : std::strtol(value, nullptr, 10);
}

bool lies_in_folder(const char* path) {
  static const char* const kFolder = std::getenv("PALPATE_FAULT_FOLDER");
  if (kFolder == nullptr || path == nullptr) return false;
  const std::size_t size = std::strlen(kFolder);
  return std::strncmp(path, kFolder, size) == 0 && (path[size] == '/' || path[size] == '\0');
}

bool lies_in_folder(int descriptor) {
  std::array<char, 64> link{};
  std::array<char, 4096> path{};
  std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
  const ssize_t size = readlink(link.data(), path.data(), path.size() - 1);
  return size > 0 && lies_in_folder(path.data());
}

// Whether a file grows when it is written up to `end`.
bool grows(int descriptor, off64_t end) {
  struct stat64 state {};
  return fstat64(descriptor, &state) == 0 && state.st_size < end;
}
bool grows_by(int descriptor, size_t size) {
  return grows(descriptor, lseek64(descriptor, 0, SEEK_CUR) + static_cast<off64_t>(size));
}
bool is_new(const char* path) { return access(path, F_OK) != 0; }

// Whether the call at hand is to fail; errno is set then.
template <class Place, class TakesRoom>
bool fails(Place place, TakesRoom takes_room) {
  if (!lies_in_folder(place)) return false;
  static const bool kRoom = number_from("PALPATE_FAULT_ROOM") != 0;
  if (kRoom && !takes_room()) return false;
  static const long kAt = number_from("PALPATE_FAULT_AT");
  static const long kErrno = number_from("PALPATE_FAULT_ERRNO");
  static const bool kStays = number_from("PALPATE_FAULT_STAYS") != 0;
  const long call = ++g_calls;
  if (kAt == 0 || (kStays ? call < kAt : call != kAt)) return false;
  if (kErrno == 0) kill(getpid(), SIGKILL);
  errno = static_cast<int>(kErrno);
  return true;
}
bool never() { return false; }
bool always() { return true; }

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

struct Counter {
  ~Counter() {
    const char* const file = std::getenv("PALPATE_FAULT_COUNT");
    if (file == nullptr) return;
    if (std::FILE* const out = std::fopen(file, "w")) {
      std::fprintf(out, "%ld\n", g_calls.load());
      std::fclose(out);
    }
  }
};
const Counter g_counter;

mode_t mode_of(int flags, va_list rest) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : mode_t{0};
}

bool writes(int flags) { return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0; }

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
  if (fails(descriptor, [=] { return grows_by(descriptor, size); })) return -1;
  return next<ssize_t (*)(int, const void*, size_t)>("write")(descriptor, bytes, size);
}

ssize_t writev(int descriptor, const iovec* parts, int count) {
  const auto takes_room = [=] {
    size_t size = 0;
    for (int i = 0; i < count; ++i) size += parts[i].iov_len;
    return grows_by(descriptor, size);
  };
  if (fails(descriptor, takes_room)) return -1;
  return next<ssize_t (*)(int, const iovec*, int)>("writev")(descriptor, parts, count);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at) {
  if (fails(descriptor, [=] { return grows(descriptor, at + static_cast<off_t>(size)); }))
    return -1;
  return next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(descriptor, bytes, size, at);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at) {
  if (fails(descriptor, [=] { return grows(descriptor, at + static_cast<off64_t>(size)); }))
    return -1;
  return next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(descriptor, bytes, size,
                                                                          at);
}

int fsync(int descriptor) {
  if (fails(descriptor, never)) return -1;
  return next<int (*)(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor) {
  if (fails(descriptor, never)) return -1;
  return next<int (*)(int)>("fdatasync")(descriptor);
}

int ftruncate(int descriptor, off_t size) noexcept {
  if (fails(descriptor, [=] { return grows(descriptor, size); })) return -1;
  return next<int (*)(int, off_t)>("ftruncate")(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept {
  if (fails(descriptor, [=] { return grows(descriptor, size); })) return -1;
  return next<int (*)(int, off64_t)>("ftruncate64")(descriptor, size);
}

ssize_t sendfile(int to, int from, off_t* at, size_t size) noexcept {
  if (fails(to, [=] { return grows_by(to, size); })) return -1;
  return next<ssize_t (*)(int, int, off_t*, size_t)>("sendfile")(to, from, at, size);
}

int rename(const char* from, const char* to) noexcept {
  if (fails(to, never)) return -1;
  return next<int (*)(const char*, const char*)>("rename")(from, to);
}

int mkdir(const char* path, mode_t mode) noexcept {
  if (fails(path, always)) return -1;
  return next<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  if (writes(flags) && fails(path, [=] { return is_new(path); })) return -1;
  return next<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  if (writes(flags) && fails(path, [=] { return is_new(path); })) return -1;
  return next<int (*)(const char*, int, ...)>("open64")(path, flags, mode);
}

std::FILE* fopen(const char* path, const char* mode) {
  if (mode[0] != 'r' && fails(path, [=] { return is_new(path); })) return nullptr;
  return next<std::FILE* (*)(const char*, const char*)>("fopen")(path, mode);
}

std::FILE* fopen64(const char* path, const char* mode) {
  if (mode[0] != 'r' && fails(path, [=] { return is_new(path); })) return nullptr;
  return next<std::FILE* (*)(const char*, const char*)>("fopen64")(path, mode);
}
}
