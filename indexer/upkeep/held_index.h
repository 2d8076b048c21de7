// An index that no writer changes while it is read.
#pragma once

#include <optional>
#include <string>

#include "palpate/error.h"
#include "store/snapshot.h"
#include "store/writer_lock.h"

namespace palpate {

struct HeldIndex {
  std::optional<WriterLock> lock;  // none: the folder cannot be written, by anyone like us
  Snapshot index;
};

Result<HeldIndex> hold_index(const std::string& directory);

// Without the snapshot: nothing of the index has been read yet.
Result<std::optional<WriterLock>> lock_if_writable(const std::string& directory);

}  // namespace palpate
