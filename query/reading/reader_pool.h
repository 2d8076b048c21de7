// The handles of an index, or of several read as one, lent to threads that ask.
//
//   Result<ReaderPool::Lease> lease = pool.lend(deadline);
//   if (!lease) return lease.error();
//   return lease->read([&](IndexReader& reader) { return reader.search(...); });
//
// All handles that are lent are on one state, the newest that was opened: a thread that has seen an
// answer of a state never gets one of an older state after it. Any thread may use a pool.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reading/index_reader.h"
#include "reading/shards.h"

namespace palpate {

class ReaderPool : public std::enable_shared_from_this<ReaderPool> {
 public:
  class Lease;
  using Reader = std::unique_ptr<IndexReader>;
  struct Options {
    bool follow = true;       // look for newer states by itself
    std::size_t readers = 1;  // handles at most, while the state stays; who asks beyond waits
    std::chrono::milliseconds look_every{200};
    std::chrono::milliseconds shard_time{2000};
  };

  // Opens the first handle.
  static Result<std::shared_ptr<ReaderPool>> open(const std::vector<std::string>& shards,
                                                  const Options& options);
  ReaderPool(const ReaderPool&) = delete;
  ReaderPool& operator=(const ReaderPool&) = delete;

  // A handle; ErrorCode::timed_out when none is free in time. `turn` is called when nobody else is
  // waited for any more.
  Result<Lease> lend(const Deadline& deadline, const std::function<void()>& turn = {});
  // A handle on these shards alone, which nobody else uses. Takes as long as it takes.
  Result<Reader> open_apart(const std::vector<std::size_t>& which);
  const Shards& shards() const { return shards_; }
  // From the next refresh() on goes on without one, until it is found to answer again.
  void lose(std::size_t shard, std::string reason) { shards_.lose(shard, std::move(reason)); }
  // Moves to the newest state; false when it is there.
  Result<bool> refresh();
  // The same by a thread of its own: whether it went well. Not valid when too many are at it.
  std::future<bool> refresh_apart();
  // The one that is lent. Of one index after a look for a newer one when it is time; of several,
  // which may hang, what is known, while a thread looks.
  std::string state();

 private:
  class Turn;
  class PlaceTaken;
  class Refreshing;
  // Of threads that refresh; those that hang among them.
  static constexpr std::size_t kMostRefreshing = 4;
  static constexpr std::uint64_t kUncounted = 0;
  using Lock = std::unique_lock<std::mutex>;

  ReaderPool(const std::vector<std::string>& shards, const Options& options);

  void follow(std::chrono::steady_clock::time_point patience);
  void look();
  bool refresh_in_time();
  Result<Snapshot> open_newest();
  Result<std::optional<Snapshot>> open_current();
  void move_on(const std::string& state);
  Result<Reader> make_reader(Snapshot snapshot);
  Result<Reader> open_another();
  void give_back(Reader reader, std::uint64_t counted_in);
  void wake_next();

  Shards shards_;
  const Options options_;
  std::mutex opening_;  // one opens at a time: what is opened later is no older
  std::atomic<std::size_t> refreshing_ = 0;

  std::mutex mutex_;   // for all below
  std::string state_;  // of the handles that are lent
  // Of state_: one that was left and is come back to has another, and handles that were lent before
  // are not counted in it.
  std::uint64_t epoch_ = kUncounted;
  std::vector<Reader> idle_;  // all on state_; the last used is the last
  std::size_t readers_ = 0;   // idle and lent, of state_
  std::string mark_;          // of the index when state_ was opened, or before
  std::chrono::steady_clock::time_point looked_;
  bool looking_ = false;
  std::list<std::condition_variable> queue_;  // who waits for a handle; see Turn
};

// Gives the handle back when it goes out of scope. One thread; the pool must outlive it.
class ReaderPool::Lease {
 public:
  // `counted_in` is the epoch in which the pool counts the handle, or kUncounted.
  Lease(ReaderPool& pool, Reader reader, std::uint64_t counted_in)
      : pool_(&pool), reader_(std::move(reader)), counted_in_(counted_in) {}
  Lease(Lease&&) noexcept = default;
  Lease& operator=(Lease&&) = delete;
  ~Lease() {
    if (reader_) pool_->give_back(std::move(reader_), counted_in_);
  }

  template <class Read>
  auto read(Read&& read) {
    return reader_->reading([this] { return pool_->open_newest(); }, std::forward<Read>(read));
  }

 private:
  ReaderPool* pool_;
  Reader reader_;
  std::uint64_t counted_in_;
};

}  // namespace palpate
