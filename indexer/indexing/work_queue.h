// A bounded queue between the thread that hands out work and one worker.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace palpate {

// Any thread may call any member. After close() nothing is taken in any more, and take() gives
// nothing once it is empty.
template <class Item>
class WorkQueue {
 public:
  explicit WorkQueue(std::size_t capacity) : capacity_(capacity) {}

  // False when there was no room for so long; `item` is then still the caller's.
  bool offer(Item& item, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    if (!room_.wait_for(lock, patience, [&] { return items_.size() < capacity_ || closed_; }))
      return false;
    if (!closed_) items_.push_back(std::move(item));
    arrival_.notify_one();
    return true;
  }

  // Waits for the next item; nothing when the queue is closed and empty.
  std::optional<Item> take() {
    std::unique_lock lock(mutex_);
    arrival_.wait(lock, [&] { return !items_.empty() || closed_; });
    if (items_.empty()) return std::nullopt;
    std::optional<Item> item(std::move(items_.front()));
    items_.pop_front();
    room_.notify_one();
    return item;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    arrival_.notify_all();
    room_.notify_all();
  }

 private:
  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable arrival_;
  std::deque<Item> items_;
  bool closed_ = false;
};

}  // namespace palpate
