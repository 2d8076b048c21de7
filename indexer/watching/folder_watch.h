// Notices that something may have changed below some files and folders (inotify, inside the .cc).
//
//   Result<FolderWatch> watch = FolderWatch::create("/var/lib/palpate.db");
//   watch->follow({"/srv/articles"});
//   while (!watch->wait(250ms)) ...
//   // look at everything; before the next look call follow() again, for folders that are new
//
// What it says is a hint to look: never what changed, and now and then for nothing. One thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "palpate/error.h"

namespace palpate {

class FolderWatch {
 public:
  // `except` is a folder that is not watched though it may lie below the roots: the index itself.
  static Result<FolderWatch> create(const std::string& except);
  FolderWatch(FolderWatch&&) noexcept;
  FolderWatch& operator=(FolderWatch&&) noexcept;
  ~FolderWatch();

  // Watches all folders below the roots (absolute; they need not exist), new ones too, and no
  // others any more.
  void follow(const std::vector<std::string>& roots);
  std::size_t folders() const;
  // Why not all folders are watched; "" when they are.
  const std::string& limit() const;

  // True as soon as something may have changed since the last call; false after so long.
  bool wait(std::chrono::milliseconds longest);

 private:
  class Impl;
  explicit FolderWatch(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace palpate
