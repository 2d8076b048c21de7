// The index that is served: the Searcher that all workers share, what is said of it, and which
// state of it is answered from.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "palpate/error.h"
#include "palpate/searcher.h"

namespace palpate {

// Any number of threads may use one. Several shards are looked after once a second also when nobody
// asks, and it says on standard error when one is lost or back.
class OpenIndex {
 public:
  ~OpenIndex();
  OpenIndex(const OpenIndex&) = delete;
  OpenIndex& operator=(const OpenIndex&) = delete;
  static Result<std::unique_ptr<OpenIndex>> open(SearcherOptions options);

  // Stays usable for whoever holds it, also when the index is opened anew meanwhile.
  std::shared_ptr<const Searcher> searcher() const;
  // Opaque; changes when what is answered may change.
  std::string state() const { return searcher()->state(); }
  // Opens the index anew. When that fails the former one goes on being used.
  Status reopen();
  // Kept for as long as the state is the same.
  Result<std::shared_ptr<const IndexDescription>> description(const Searcher::Until& deadline = {});
  // The one that was made last, without looking at the index; null when there is none yet.
  std::shared_ptr<const IndexDescription> last_description() const;

 private:
  OpenIndex(SearcherOptions options, std::shared_ptr<const Searcher> searcher);
  void look_at_shards(std::vector<ShardState>& before) const;
  void look_after_shards(std::vector<ShardState> found);

  SearcherOptions options_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Searcher> searcher_;
  std::string described_state_;
  std::shared_ptr<const IndexDescription> description_;
  bool ending_ = false;
  std::condition_variable ended_;
  std::thread looking_;  // when there are several shards
};

}  // namespace palpate
