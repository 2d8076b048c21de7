#include "upkeep/held_index.h"

#include <unistd.h>

#include <utility>

#include "store/generation.h"

namespace palpate {

Result<std::optional<WriterLock>> lock_if_writable(const std::string& directory) {
  // Locking makes the folder when it is not there.
  const Result<std::filesystem::path> there = existing_generation(directory);
  if (!there && there.error().code == ErrorCode::not_found)
    return unless_it_is_being_made(directory, there.error());
  if (!there && there.error().code != ErrorCode::malformed) return there.error();
  if (::access(directory.c_str(), W_OK) != 0) return std::optional<WriterLock>();
  Result<WriterLock> lock = WriterLock::acquire(directory);
  if (!lock) return lock.error();
  return std::optional(std::move(*lock));
}

Result<HeldIndex> hold_index(const std::string& directory) {
  Result<std::optional<WriterLock>> lock = lock_if_writable(directory);
  if (!lock) return lock.error();
  Result<Snapshot> index = Snapshot::open(directory);
  if (!index) return index.error();
  return HeldIndex{std::move(*lock), std::move(*index)};
}

}  // namespace palpate
