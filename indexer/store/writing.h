// An index while it is being written: locked, and tidy before and after.
//
//   Result<Writing> writing = Writing::begin("palpate.db");
//   if (!writing) return writing.error();
//   …  // what is left when this fails or is thrown out of is removed
//
// What runs that died have left is removed when it begins; what this one leaves, when it ends.
#pragma once

#include <filesystem>
#include <utility>

#include "palpate/error.h"
#include "store/generation.h"

namespace palpate {

class Writing {
 public:
  // Makes the folder if need be; ErrorCode::locked when another process writes.
  static Result<Writing> begin(const std::filesystem::path& index) {
    Result<WriterLock> lock = WriterLock::acquire(index);
    if (!lock) return lock.error();
    remove_leftovers(index);
    return Writing(index, std::move(*lock));
  }
  Writing(Writing&& other) noexcept
      : index_(std::exchange(other.index_, {})), lock_(std::move(other.lock_)) {}
  Writing& operator=(Writing&&) = delete;
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  ~Writing() {
    if (!index_.empty()) remove_leftovers(index_);
  }

 private:
  Writing(std::filesystem::path index, WriterLock lock)
      : index_(std::move(index)), lock_(std::move(lock)) {}

  std::filesystem::path index_;
  WriterLock lock_;
};

}  // namespace palpate
