#include "reading/shard_threads.h"

#include <algorithm>
#include <map>

namespace palpate {
namespace {

constexpr std::chrono::milliseconds kFirstAgain{1000};
constexpr int kLongerAgain = 4;

// For as long as the program runs: threads that hang may outlive all else.
struct Known {
  std::mutex mutex;
  std::map<std::string, std::weak_ptr<ShardThreads>> threads;

  static Known& instance() {
    static auto* const known = new Known;
    return *known;
  }
};

}  // namespace

std::shared_ptr<ShardThreads> ShardThreads::at(const std::string& directory,
                                               std::string_view what) {
  Known& known = Known::instance();
  const std::scoped_lock lock(known.mutex);
  std::erase_if(known.threads, [](const auto& one) { return one.second.expired(); });
  std::weak_ptr<ShardThreads>& kept =
      known.threads[std::string(what).append(1, '\0').append(directory)];
  std::shared_ptr<ShardThreads> threads = kept.lock();
  if (!threads) {
    threads = std::shared_ptr<ShardThreads>(new ShardThreads);
    kept = threads;
  }
  return threads;
}

std::optional<ShardThreads::Stay> ShardThreads::enter(const std::string& mark,
                                                      std::chrono::milliseconds time) {
  const Clock::time_point now = Clock::now();
  const std::scoped_lock lock(mutex_);
  std::size_t hanging = 0;
  bool trying = false;
  std::optional<Clock::time_point> first;
  Clock::time_point last;
  for (const Thread& thread : threads_) {
    if (now - thread.since < time) {
      trying = trying || thread.mark == mark;
      continue;
    }
    ++hanging;
    if (thread.mark != mark) continue;
    if (!first) first = thread.since;
    last = thread.since;
  }
  if (threads_.size() >= kMost || hanging >= kMostHanging) return std::nullopt;
  if (first) {
    const Clock::duration spread = (last - *first) * (kLongerAgain - 1);
    if (trying || now - last < std::max<Clock::duration>({time, kFirstAgain, spread}))
      return std::nullopt;
  }
  threads_.push_back({mark, now});
  return Stay(shared_from_this(), std::prev(threads_.end()));
}

bool ShardThreads::hangs(const std::string& mark, std::chrono::milliseconds time) const {
  const Clock::time_point now = Clock::now();
  const std::scoped_lock lock(mutex_);
  return std::ranges::any_of(threads_, [&](const Thread& thread) {
    return thread.mark == mark && now - thread.since >= time;
  });
}

ShardThreads::Stay::~Stay() {
  if (!threads_) return;
  const std::scoped_lock lock(threads_->mutex_);
  threads_->threads_.erase(thread_);
}

}  // namespace palpate
