#include "store/file_copy.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <system_error>
#include <vector>

#include "store/durability.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;

class Descriptor {
 public:
  Descriptor(const fs::path& file, int flags) : number_(::open(file.c_str(), flags, 0666)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

bool write_all(int to, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ::ssize_t written = ::write(to, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

Status copy_one(const fs::path& from, const fs::path& to) {
  const Descriptor in(from, O_RDONLY | O_CLOEXEC);
  if (in.number() < 0) return storage_error("open", from, errno);
  const Descriptor out(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC);
  if (out.number() < 0) return storage_error("make the file", to, errno);
  std::vector<char> block(kBlock);
  while (true) {
    const ::ssize_t read = ::read(in.number(), block.data(), block.size());
    if (read < 0 && errno == EINTR) continue;
    if (read < 0) return storage_error("read", from, errno);
    if (read == 0) return Done{};
    if (!write_all(out.number(), block.data(), static_cast<std::size_t>(read)))
      return storage_error("copy the index to", to, errno);
  }
}

}  // namespace

Status copy_folder(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  fs::create_directory(to, failed);
  if (failed) return storage_error("make the folder", to, failed.value());
  fs::directory_iterator entry(from, failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    if (!entry->is_regular_file(failed) || failed) continue;
    if (Status done = copy_one(entry->path(), to / entry->path().filename()); !done) return done;
  }
  if (failed) return storage_error("read the folder", from, failed.value());
  return Done{};
}

}  // namespace palpate
