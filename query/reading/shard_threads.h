// The threads of this program that are at a shard, and may hang there.
//
// What hangs in the system cannot be called back, and each thread that is sent after it hangs too.
// So who wants to send one asks here first. It is known of a directory, not of a Searcher: one that
// is opened anew finds the threads that the one before has left behind.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace palpate {

// Any thread may use one.
class ShardThreads : public std::enable_shared_from_this<ShardThreads> {
 public:
  using Clock = std::chrono::steady_clock;
  class Stay;
  // That hang, whatever was swapped in the shard's place meanwhile.
  static constexpr std::size_t kMostHanging = 6;
  static constexpr std::size_t kMost = 64;

  // Those that do `what` at this directory, for all Searchers.
  static std::shared_ptr<ShardThreads> at(const std::string& directory, std::string_view what);
  ShardThreads(const ShardThreads&) = delete;
  ShardThreads& operator=(const ShardThreads&) = delete;

  // A stay for a thread that is about to be sent; nothing when it would hang, as far as is known.
  // One hangs that is not back after `time`. `mark` is of what is there: what hung at something
  // else says little of it. Beside those that hang at the same another is let in ever more seldom,
  // 1, 4, 16, … seconds after the first: one that hangs for good cannot tell that the shard is
  // back.
  std::optional<Stay> enter(const std::string& mark, std::chrono::milliseconds time);
  // Whether one hangs at this mark.
  bool hangs(const std::string& mark, std::chrono::milliseconds time) const;

 private:
  struct Thread {
    std::string mark;
    Clock::time_point since;
  };
  using Threads = std::list<Thread>;

  ShardThreads() = default;

  mutable std::mutex mutex_;
  Threads threads_;  // the oldest first
};

// Goes with the work of a thread, and ends with it.
class ShardThreads::Stay {
 public:
  Stay(std::shared_ptr<ShardThreads> threads, Threads::iterator thread)
      : threads_(std::move(threads)), thread_(thread) {}
  Stay(Stay&&) noexcept = default;
  Stay& operator=(Stay&&) = delete;
  ~Stay();

  const std::string& mark() const { return thread_->mark; }

 private:
  std::shared_ptr<ShardThreads> threads_;
  Threads::iterator thread_;
};

}  // namespace palpate
