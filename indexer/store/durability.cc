#include "store/durability.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace palpate {
namespace fs = std::filesystem;
namespace {

constexpr const char* kAnythingElse =
    "check that the disk has room and that the folder can be written; the index is as it was "
    "before and answers";

std::string text_of(int number) { return std::generic_category().message(number); }

constexpr std::array kReasons = {ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, EPERM, EIO, EMFILE, ENFILE};

const int* find_reason(const std::string& message) {
  const auto* const found = std::ranges::find_if(
      kReasons, [&](int number) { return message.find(text_of(number)) != std::string::npos; });
  return found == kReasons.end() ? nullptr : found;
}

Status sync_path(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return storage_error("open", path, errno);
  const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (failed != 0) return storage_error("sync", path, failed);
  return Done{};
}

}  // namespace

std::string storage_hint(int number) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
      return "make room on the disk and run again; the index is as it was before and answers";
    case EFBIG:
      return "raise the limit on the size of files (ulimit -f) and run again; the index is as it "
             "was before and answers";
    case EROFS:
    case EACCES:
    case EPERM:
      return "run it as someone who may read and write there, or name another folder with --db";
    case EIO:
      return "look after the disk, then run palpate-index --check; the index is as it was before";
    case EMFILE:
    case ENFILE:
      return "raise the limit on open files (ulimit -n), or use fewer jobs (-j)";
    default:
      return kAnythingElse;
  }
}

std::string storage_hint(const std::string& message) {
  const int* const reason = find_reason(message);
  return reason == nullptr ? kAnythingElse : storage_hint(*reason);
}

bool is_storage_reason(const std::string& message) { return find_reason(message) != nullptr; }

Error storage_error(const std::string& what, const fs::path& path, int number) {
  return {ErrorCode::storage, "cannot " + what + " " + path.string() + ": " + text_of(number),
          storage_hint(number)};
}

Status sync_file(const fs::path& file) { return sync_path(file, O_RDONLY); }

Status sync_folder(const fs::path& folder) { return sync_path(folder, O_RDONLY | O_DIRECTORY); }

Status sync_database(const fs::path& database) {
  std::error_code failed;
  fs::directory_iterator entry(database, failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed))
    if (Status done = sync_file(entry->path()); !done) return done;
  if (failed) return storage_error("read", database, failed.value());
  return sync_folder(database);
}

}  // namespace palpate
