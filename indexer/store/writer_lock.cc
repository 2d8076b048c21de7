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
  const std::string holder = "process " + std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) != 0 ||
      ::pwrite(descriptor, holder.data(), holder.size(), 0) != static_cast<ssize_t>(holder.size()))
    return storage_error("write", file, errno);
  return lock;
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
