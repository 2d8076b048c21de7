#include "reading/reader_pool.h"

#include <algorithm>
#include <new>
#include <system_error>

#include "reading/apart.h"

namespace palpate {
namespace {

using Clock = std::chrono::steady_clock;

// How long a question waits for a look at several indexes: that takes a few ms, unless one hangs.
constexpr std::chrono::milliseconds kPatience{250};

}  // namespace

ReaderPool::ReaderPool(const std::vector<std::string>& shards, const Options& options)
    : shards_(shards, options.shard_time), options_(options) {}

Result<std::shared_ptr<ReaderPool>> ReaderPool::open(const std::vector<std::string>& shards,
                                                     const Options& options) {
  const std::shared_ptr<ReaderPool> pool(new ReaderPool(shards, options));
  pool->mark_ = pool->shards_.marks();
  Result<Snapshot> snapshot = pool->open_newest();
  if (!snapshot) return snapshot.error();
  Result<Reader> first = pool->make_reader(std::move(*snapshot));
  if (!first) return first.error();
  pool->looked_ = Clock::now();
  pool->give_back(std::move(*first), kUncounted);
  return pool;
}

// Handles of an older state are let go, those that are lent when they come back. They no longer
// count: one that hangs in a shard that was lost never comes back.
void ReaderPool::move_on(const std::string& state) {
  std::vector<Reader> old;  // closed when the lock is no longer held
  const std::lock_guard lock(mutex_);
  if (state == state_) return;
  state_ = state;
  ++epoch_;
  old.swap(idle_);
  readers_ = 0;
  wake_next();
}

Result<Snapshot> ReaderPool::open_newest() {
  const std::lock_guard one_at_a_time(opening_);
  Result<Snapshot> newest = shards_.open();
  if (newest) move_on(newest->state());
  return newest;
}

// The state that is lent, or a newer one when it may be followed or nothing else is left. Nothing
// when a handle that is lent is to be waited for.
Result<std::optional<Snapshot>> ReaderPool::open_current() {
  const std::lock_guard one_at_a_time(opening_);
  Result<Snapshot> newest = shards_.open();
  if (!newest) return newest.error();
  {
    const std::lock_guard lock(mutex_);
    const bool others = readers_ > 1;  // one is the place that this is for
    if (!options_.follow && others && newest->state() != state_) return std::optional<Snapshot>();
  }
  move_on(newest->state());
  return std::optional(std::move(*newest));
}

Result<ReaderPool::Reader> ReaderPool::make_reader(Snapshot snapshot) {
  return IndexReader::open(shards_.directories(), std::move(snapshot),
                           [this] { return open_newest(); });
}

// Null when one that is lent is to be waited for.
Result<ReaderPool::Reader> ReaderPool::open_another() {
  try {
    Result<std::optional<Snapshot>> opened = open_current();
    if (!opened) return opened.error();
    std::optional<Snapshot>& snapshot = *opened;
    return snapshot ? make_reader(*std::move(snapshot)) : Reader();
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::internal, "cannot open the index: out of memory", ""};
  }
}

// That of a handle that is being opened, counted until then, also when that throws. The lock is
// held again at the end.
class ReaderPool::PlaceTaken {
 public:
  PlaceTaken(ReaderPool& pool, Lock& lock) : pool_(pool), lock_(lock), epoch_(pool.epoch_) {
    ++pool_.readers_;
    lock_.unlock();
  }
  PlaceTaken(const PlaceTaken&) = delete;
  PlaceTaken& operator=(const PlaceTaken&) = delete;
  ~PlaceTaken() {
    lock_.lock();
    if (pool_.epoch_ == epoch_) --pool_.readers_;
  }

 private:
  ReaderPool& pool_;
  Lock& lock_;
  const std::uint64_t epoch_;
};

// A place in the queue of those who wait for a handle, first come, first served. Its mutex is held
// by whoever makes, asks or ends one.
class ReaderPool::Turn {
 public:
  explicit Turn(ReaderPool& pool) : pool_(pool), place_(pool.queue_.emplace(pool.queue_.end())) {}
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() {
    pool_.queue_.erase(place_);
    pool_.wake_next();
  }

  bool has_come() const { return place_ == pool_.queue_.begin(); }
  // False when the deadline has passed.
  bool wait(Lock& lock, const Deadline& deadline) {
    if (const std::optional<Deadline::Time>& until = deadline.at())
      return place_->wait_until(lock, *until) == std::cv_status::no_timeout;
    place_->wait(lock);
    return true;
  }

 private:
  ReaderPool& pool_;
  std::list<std::condition_variable>::iterator place_;
};

void ReaderPool::wake_next() {
  if (!queue_.empty()) queue_.front().notify_one();
}

Result<ReaderPool::Lease> ReaderPool::lend(const Deadline& deadline,
                                           const std::function<void()>& turn_come) {
  const Clock::time_point patience = Clock::now() + std::min(kPatience, shards_.time());
  follow(std::min(patience, deadline.at().value_or(patience)));
  Lock lock(mutex_);
  for (Turn turn(*this);;) {
    bool wait = !turn.has_come();
    if (!wait && !idle_.empty()) {
      if (turn_come) turn_come();
      Reader last = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(last), epoch_);
    }
    if (!wait && readers_ < options_.readers) {
      const auto open = [&] {
        const PlaceTaken place(*this, lock);
        if (turn_come) turn_come();
        return open_another();
      };
      Result<Reader> another = open();
      if (another && *another) {
        const bool counts = (*another)->state() == state_;
        if (counts) ++readers_;
        return Lease(*this, std::move(*another), counts ? epoch_ : kUncounted);
      }
      if (!another && readers_ == 0) return another.error();
      wait = readers_ != 0 && idle_.empty();
    } else {
      wait = true;
    }
    if (wait && !turn.wait(lock, deadline)) return IndexReader::timed_out_error();
  }
}

// One that a writer moved on while it was lent is on the newest state too. Without the memory to
// keep it another is opened when need be.
void ReaderPool::give_back(Reader reader, std::uint64_t counted_in) {
  const std::lock_guard lock(mutex_);
  if (counted_in == epoch_) --readers_;
  if (reader->state() == state_) {
    try {
      idle_.push_back(std::move(reader));
      ++readers_;
    } catch (const std::bad_alloc&) {
      reader.reset();
    }
  }
  wake_next();
}

Result<ReaderPool::Reader> ReaderPool::open_apart(const std::vector<std::size_t>& which) {
  Result<Snapshot> opened = shards_.open(which);
  if (!opened) return opened.error();
  return IndexReader::open(shards_.directories(), std::move(*opened),
                           [this, which] { return shards_.open(which); });
}

// Looks whether there is a newer state, unless somebody has just looked. Several indexes are looked
// at by a thread, which is waited for until then.
void ReaderPool::follow(Clock::time_point patience) {
  if (!options_.follow) return;
  {
    const std::lock_guard lock(mutex_);
    const Clock::time_point now = Clock::now();
    if (looking_ || now - looked_ < options_.look_every) return;
    looked_ = now;
    looking_ = true;
  }
  if (!shards_.several()) return look();
  try {
    is_there(apart([pool = shared_from_this()] { pool->look(); }), patience);
  } catch (const std::bad_alloc&) {
    const std::lock_guard lock(mutex_);
    looking_ = false;
  }
}

// When the newest state cannot be opened the one at hand goes on answering, and the next look tries
// again.
void ReaderPool::look() {
  const auto done = [this](void*) {
    const std::lock_guard lock(mutex_);
    looking_ = false;
  };
  const std::unique_ptr<void, decltype(done)> looking(this, done);
  std::string before;
  {
    const std::lock_guard lock(mutex_);
    before = mark_;
  }
  std::string mark = shards_.marks();
  if (mark != before && !refresh_in_time()) return;
  const std::lock_guard lock(mutex_);
  mark_ = std::move(mark);
}

// Whether the newest state was opened. A shard that hangs just then holds nobody up for long.
bool ReaderPool::refresh_in_time() {
  if (!shards_.several()) return static_cast<bool>(refresh());
  std::future<bool> refreshed = refresh_apart();
  return refreshed.valid() && is_there(refreshed, Clock::now() + shards_.time()) && refreshed.get();
}

// Counts one that does it.
class ReaderPool::Refreshing {
 public:
  explicit Refreshing(std::shared_ptr<ReaderPool> pool)
      : pool_(std::move(pool)), others_(pool_->refreshing_.fetch_add(1)) {}
  Refreshing(Refreshing&&) noexcept = default;
  Refreshing& operator=(Refreshing&&) = delete;
  ~Refreshing() {
    if (pool_) --pool_->refreshing_;
  }

  bool too_many() const { return others_ >= kMostRefreshing; }
  bool refresh() const { return static_cast<bool>(pool_->refresh()); }

 private:
  std::shared_ptr<ReaderPool> pool_;
  std::size_t others_;
};

std::future<bool> ReaderPool::refresh_apart() {
  Refreshing refreshing(shared_from_this());
  if (refreshing.too_many()) return {};
  return apart([refreshing = std::move(refreshing)]() mutable {
    const Refreshing here(std::move(refreshing));
    return here.refresh();
  });
}

Result<bool> ReaderPool::refresh() {
  std::string before;
  {
    const std::lock_guard lock(mutex_);
    before = state_;
  }
  Result<Snapshot> newest = open_newest();
  if (!newest) return newest.error();
  if (newest->state() == before) return false;
  Result<Reader> reader = make_reader(std::move(*newest));
  if (!reader) return reader.error();
  give_back(std::move(*reader), kUncounted);
  return true;
}

std::string ReaderPool::state() {
  follow(Clock::now());
  const std::lock_guard lock(mutex_);
  return state_;
}

}  // namespace palpate
