// The right to write an index: one holder at a time, over all processes.
//
//   Result<WriterLock> lock = WriterLock::acquire("palpate.db");
//   if (!lock) return lock.error();  // ErrorCode::locked names the process that holds it
//
// Released when destroyed, or by the kernel when its process dies: a lock file that a dead process
// left holds nobody up.
#pragma once

#include <filesystem>

#include "palpate/error.h"

namespace palpate {

class WriterLock {
 public:
  // Makes the folder if need be.
  static Result<WriterLock> acquire(const std::filesystem::path& index);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();

 private:
  explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

// The error of who found no index to work on: while a run makes the first one, that it does
// (ErrorCode::locked). Makes no folder.
Error unless_it_is_being_made(const std::filesystem::path& index, const Error& error);

// For who has no WriterLock at hand. False also where the disk had no room to say who holds it.
bool is_held_by_this_process(const std::filesystem::path& index);

}  // namespace palpate
