#include "store/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include "store/record.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kGenerationPrefix = "generation-";

std::string error_text(int number) { return std::generic_category().message(number); }

Error storage_error(const std::string& what, const fs::path& path, const std::string& why) {
  return {ErrorCode::storage, "cannot " + what + " " + path.string() + ": " + why,
          "check that the disk has room and that the folder can be written"};
}

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

// Writes to disk what the kernel still holds of a file or folder.
Status sync_path(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return storage_error("open", path, error_text(errno));
  const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (failed != 0) return storage_error("sync", path, error_text(failed));
  return Done{};
}

Status sync_database(const fs::path& directory) {
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, failed)) {
    if (Status done = sync_path(entry.path(), O_RDONLY); !done) return done;
  }
  if (failed) return storage_error("read", directory, failed.message());
  return sync_path(directory, O_RDONLY | O_DIRECTORY);
}

Status write_pointer(const fs::path& index, const std::string& generation) {
  const fs::path fresh = index / "CURRENT.new";
  {
    std::ofstream out(fresh, std::ios::trunc);
    out << "palpate " << kFormatVersion << ' ' << generation << '\n';
    if (!out.flush()) return storage_error("write", fresh, error_text(errno));
  }
  if (Status done = sync_path(fresh, O_RDONLY); !done) return done;
  std::error_code failed;
  fs::rename(fresh, index / "CURRENT", failed);
  if (failed) return storage_error("rename", fresh, failed.message());
  return sync_path(index, O_RDONLY | O_DIRECTORY);
}

unsigned long number_of(const std::string& generation) {
  constexpr std::size_t kMostDigits = 18;
  if (!generation.starts_with(kGenerationPrefix)) return 0;
  const std::string digits = generation.substr(kGenerationPrefix.size());
  const bool plain =
      digits.size() <= kMostDigits && digits.find_first_not_of("0123456789") == std::string::npos;
  return plain ? std::strtoul(digits.c_str(), nullptr, 10) : 0;
}

std::vector<fs::path> generations(const fs::path& index) {
  std::vector<fs::path> found;
  std::error_code ignored;  // a folder that cannot be listed has nothing to clean up
  for (const fs::directory_entry& entry : fs::directory_iterator(index, ignored))
    if (number_of(entry.path().filename().string()) != 0) found.push_back(entry.path());
  return found;
}

// A folder that holds other things is not taken for an index: a mistyped --db must not write among
// someone's files.
Status check_ours(const fs::path& index) {
  std::error_code failed;
  if (!fs::exists(index, failed) || first_line(index / "CURRENT").starts_with("palpate "))
    return Done{};
  if (!fs::is_directory(index, failed))
    return Error{ErrorCode::invalid_argument,
                 index.string() + " is a file, not the folder of an index",
                 "name another folder with --db"};
  for (const fs::directory_entry& entry : fs::directory_iterator(index, failed)) {
    const std::string name = entry.path().filename().string();
    const bool ours = name == "lock" || name == "building" || name == "CURRENT" ||
                      name == "CURRENT.new" || number_of(name) != 0;
    if (!ours)
      return Error{ErrorCode::invalid_argument,
                   index.string() + " is not an index: it holds " + name,
                   "name a new or empty folder with --db"};
  }
  return Done{};
}

std::string name_of(unsigned long number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return std::string(kGenerationPrefix) + digits;
}

}  // namespace

Result<std::optional<fs::path>> current_generation(const fs::path& index) {
  const fs::path pointer = index / "CURRENT";
  std::error_code failed;
  if (const Status ours = check_ours(index); !ours) return ours.error();
  if (!fs::exists(pointer, failed)) return std::optional<fs::path>();
  const std::string line = first_line(pointer);
  const std::size_t last_blank = line.rfind(' ');
  if (!line.starts_with("palpate ") || last_blank < 8)
    return Error{ErrorCode::malformed, pointer.string() + " does not name a generation of an index",
                 "rebuild it with: palpate-index --rebuild --db " + index.string()};
  const std::string format = line.substr(8, last_blank - 8);
  if (format != kFormatVersion)
    return Error{ErrorCode::incompatible,
                 "the index " + index.string() + " has format " + format + ", this program reads " +
                     std::string(kFormatVersion),
                 "rebuild it with: palpate-index --rebuild --db " + index.string()};
  const std::string name = line.substr(last_blank + 1);
  if (number_of(name) == 0 || !fs::is_directory(index / name, failed))
    return Error{ErrorCode::malformed,
                 "the index " + index.string() + " names " + name + ", which is not there",
                 "rebuild it with: palpate-index --rebuild --db " + index.string()};
  return std::optional(index / name);
}

Result<WriterLock> WriterLock::acquire(const fs::path& index) {
  if (const Status ours = check_ours(index); !ours) return ours.error();
  std::error_code failed;
  fs::create_directories(index, failed);
  if (failed) return storage_error("make the folder", index, failed.message());
  const fs::path file = index / "lock";
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return storage_error("open", file, error_text(errno));
  WriterLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return storage_error("lock", file, error_text(errno));
    const std::string holder = first_line(file);  // empty while the holder is about to write it
    return Error{ErrorCode::locked,
                 "the index " + index.string() + " is being written by " +
                     (holder.empty() ? "another process" : holder),
                 "try again when it is done; searching goes on meanwhile"};
  }
  const std::string holder = "process " + std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) != 0 ||
      ::pwrite(descriptor, holder.data(), holder.size(), 0) != static_cast<ssize_t>(holder.size()))
    return storage_error("write", file, error_text(errno));
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

Result<fs::path> prepare_building(const fs::path& index) {
  discard_building(index);
  std::error_code failed;
  fs::create_directory(index / "building", failed);
  if (failed) return storage_error("make the folder", index / "building", failed.message());
  return index / "building";
}

Result<fs::path> copy_current(const fs::path& index) {
  Result<std::optional<fs::path>> current = current_generation(index);
  if (!current) return current.error();
  const fs::path generation = current->value_or(fs::path());
  if (generation.empty())
    return Error{ErrorCode::internal, "there is no current generation to copy", ""};
  const fs::path copy = index / "building" / "copy";
  std::error_code failed;
  fs::copy(generation, copy, failed);
  if (failed) return storage_error("copy the index to", copy, failed.message());
  return copy;
}

Status publish_generation(const fs::path& index, const fs::path& built) {
  if (Status done = sync_database(built); !done) return done;
  unsigned long newest = 0;
  for (const fs::path& generation : generations(index))
    newest = std::max(newest, number_of(generation.filename().string()));
  const Result<std::optional<fs::path>> before = current_generation(index);
  const fs::path kept_too = before ? before->value_or(fs::path()) : fs::path();
  const std::string name = name_of(newest + 1);
  std::error_code failed;
  fs::rename(built, index / name, failed);
  if (failed) return storage_error("rename", built, failed.message());
  if (Status done = write_pointer(index, name); !done) return done;
  discard_building(index);
  for (const fs::path& generation : generations(index)) {
    const bool kept = generation.filename() == name || generation == kept_too;
    if (!kept) fs::remove_all(generation, failed);
  }
  return Done{};
}

void discard_building(const fs::path& index) {
  std::error_code ignored;  // what cannot be removed now is removed by a later run
  fs::remove_all(index / "building", ignored);
}

}  // namespace palpate
