// The indexes that are read as one: which of them answer, and which are left out for now.
//
// One index alone is opened and read as it is. Of several each is opened on a thread of its own and
// has its own time; what fails or does not answer in it is left out, and tried again: as soon as
// its files change or others take their place, else after a second, then ever more seldom, but not
// by threads without end. Any thread may use one; open() by one thread at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "palpate/searcher.h"
#include "reading/shard_threads.h"
#include "store/snapshot.h"

namespace palpate {

class Shards {
 public:
  using Time = std::chrono::steady_clock::time_point;

  Shards(const std::vector<std::string>& directories, std::chrono::milliseconds time);

  bool several() const { return shards_.size() > 1; }
  // That a shard has to answer in.
  std::chrono::milliseconds time() const { return time_; }
  std::string directories() const;  // for messages

  // The newest state of those that answer. Those that do not are left out from now on.
  Result<Snapshot> open();
  // Of these alone, however long it takes.
  Result<Snapshot> open(const std::vector<std::size_t>& which) const;
  // Opaque bytes that change when open() may give something else.
  std::string marks();
  // For a thread that is about to read one; nothing when it would hang.
  std::optional<ShardThreads::Stay> enter(std::size_t which) const;
  // Whether one of ours hangs there.
  bool hangs(std::size_t which) const;
  // Leaves one out from now on.
  void lose(std::size_t which, std::string reason);
  std::vector<std::size_t> answering() const;
  std::vector<ShardState> states() const;
  std::string late() const;  // what is said of one that does not answer in its time

 private:
  struct Shard {
    std::string directory, name;
    std::string mark;          // when it was last looked at
    bool hangs = false;        // that look has not come back
    std::string lost_because;  // "": it answers
    std::string mark_when_lost;
    Time retry_at;
    std::chrono::milliseconds out_for{0};
    std::shared_ptr<ShardThreads> readers, lookers;
  };
  using Enter = std::function<std::optional<ShardThreads::Stay>(std::size_t)>;

  template <class Outcome>
  std::vector<std::optional<Outcome>> each(const std::vector<std::size_t>& which,
                                           const Enter& enter,
                                           const std::function<Outcome(const std::string&)>& work);
  static bool is_due(const Shard& shard, Time now);
  std::vector<std::size_t> to_be_opened() const;
  std::vector<Error> left_out(const std::vector<std::size_t>& opened) const;

  const std::chrono::milliseconds time_;
  mutable std::mutex mutex_;  // for what changes of shards_
  std::vector<Shard> shards_;
};

}  // namespace palpate
