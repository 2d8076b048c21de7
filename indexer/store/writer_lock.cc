#include "store/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "store/durability.h"
#include "store/index_folder.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

std::string this_process() { return "process " + std::to_string(::getpid()); }

// The lock is held whether this can be written or not: a disk may be full. Over what stands there,
// which needs no room; where that fails, nobody is better than somebody else.
void say_who_holds(int descriptor) {
  const std::string holder = this_process() + "\n";
  const auto size = static_cast<ssize_t>(holder.size());
  const bool told = ::pwrite(descriptor, holder.data(), holder.size(), 0) == size;
  const int cut = ::ftruncate(descriptor, told ? size : 0);
  static_cast<void>(cut);
}

}  // namespace

Result<WriterLock> WriterLock::acquire(const fs::path& index) {
  if (const Status ours = check_ours(index); !ours) return ours.error();
  std::error_code failed;
  fs::create_directories(index, failed);
  if (failed) return storage_error("make the folder", index, failed.value());
  const fs::path file = index / kLockFile;
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return storage_error("open", file, errno);
  WriterLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return storage_error("lock", file, errno);
    const std::string holder = first_line(file);  // empty while the holder is about to write it
    return Error{ErrorCode::locked,
                 "the index " + index.string() + " is being written by " +
                     (holder.empty() ? "another process" : holder),
                 "try again when it is done; searching goes on meanwhile"};
  }
  say_who_holds(descriptor);
  return lock;
}

Error unless_it_is_being_made(const fs::path& index, const Error& error) {
  std::error_code failed;
  if (!fs::exists(index / kLockFile, failed) || fs::exists(index / kPointerFile, failed))
    return error;
  const Result<WriterLock> lock = WriterLock::acquire(index);
  return lock || lock.error().code != ErrorCode::locked ? error : lock.error();
}

// What a dead process of the same number has left there counts for nothing while nobody holds it.
bool is_held_by_this_process(const fs::path& index) {
  const fs::path file = index / kLockFile;
  if (first_line(file) != this_process()) return false;
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool held = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(descriptor);
  return held;
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace palpate
