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
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reading/index_reader.h"

namespace palpate {

class ReaderPool {
 public:
  class Lease;
  struct Options {
    bool follow = true;       // look for newer states by itself
    std::size_t readers = 1;  // handles at most, while the state stays; who asks beyond waits
    std::chrono::milliseconds look_every{200};
  };

  // Opens the first handle.
  static Result<std::unique_ptr<ReaderPool>> open(std::vector<std::string> shards,
                                                  const Options& options);
  ReaderPool(const ReaderPool&) = delete;
  ReaderPool& operator=(const ReaderPool&) = delete;

  // A handle; ErrorCode::timed_out when none is free in time.
  Result<Lease> lend(const Deadline& deadline);
  // Moves to the newest state; false when it is there.
  Result<bool> refresh();
  // The one that is lent, after a look for a newer one when it is time.
  std::string state();

 private:
  class Turn;
  using Reader = std::unique_ptr<IndexReader>;
  using Lock = std::unique_lock<std::mutex>;

  ReaderPool(std::vector<std::string> shards, const Options& options, std::string mark,
             Reader first);

  void follow();
  Result<Snapshot> open_newest();
  Result<std::optional<Snapshot>> open_current();
  void move_on(const std::string& state);
  Result<Reader> make_reader(Snapshot snapshot);
  Result<Reader> open_another();
  void give_back(Reader reader);
  void wake_next();

  const std::vector<std::string> shards_;
  const Options options_;
  std::mutex opening_;  // one opens at a time: what is opened later is no older

  std::mutex mutex_;          // for all below
  std::string state_;         // of the handles that are lent
  std::vector<Reader> idle_;  // all on state_; the last used is the last
  std::size_t readers_ = 0;   // idle and lent
  std::string mark_;          // of the index when state_ was opened, or before
  std::chrono::steady_clock::time_point looked_;
  bool looking_ = false;
  std::list<std::condition_variable> queue_;  // who waits for a handle; see Turn
};

// Gives the handle back when it goes out of scope. One thread; the pool must outlive it.
class ReaderPool::Lease {
 public:
  Lease(ReaderPool& pool, Reader reader) : pool_(&pool), reader_(std::move(reader)) {}
  Lease(Lease&&) noexcept = default;
  Lease& operator=(Lease&&) = delete;
  ~Lease() {
    if (reader_) pool_->give_back(std::move(reader_));
  }

  template <class Read>
  auto read(Read&& read) {
    return reader_->reading([this] { return pool_->open_newest(); }, std::forward<Read>(read));
  }

 private:
  ReaderPool* pool_;
  Reader reader_;
};

}  // namespace palpate
