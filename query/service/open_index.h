// The index that is served: the Searcher that all workers share, what is said of it, and which
// state of it is answered from.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "palpate/error.h"
#include "palpate/searcher.h"

namespace palpate {

// Any number of threads may use one.
class OpenIndex {
 public:
  static Result<std::unique_ptr<OpenIndex>> open(SearcherOptions options);

  // Stays usable for whoever holds it, also when the index is opened anew meanwhile.
  std::shared_ptr<const Searcher> searcher() const;
  // Opaque; changes when what is answered may change.
  std::string state() const { return searcher()->state(); }
  // Opens the index anew. When that fails the former one goes on being used.
  Status reopen();
  // Kept for as long as the state is the same.
  Result<std::shared_ptr<const IndexDescription>> description();
  // The one that was made last, without looking at the index; null when there is none yet.
  std::shared_ptr<const IndexDescription> last_description() const;

 private:
  OpenIndex(SearcherOptions options, std::shared_ptr<const Searcher> searcher)
      : options_(std::move(options)), searcher_(std::move(searcher)) {}

  SearcherOptions options_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Searcher> searcher_;
  std::string described_state_;
  std::shared_ptr<const IndexDescription> description_;
};

}  // namespace palpate
