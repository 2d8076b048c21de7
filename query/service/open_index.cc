#include "service/open_index.h"

namespace palpate {

Result<std::unique_ptr<OpenIndex>> OpenIndex::open(SearcherOptions options) {
  Result<Searcher> searcher = Searcher::open(options);
  if (!searcher) return searcher.error();
  auto shared = std::make_shared<const Searcher>(std::move(*searcher));
  return std::unique_ptr<OpenIndex>(new OpenIndex(std::move(options), std::move(shared)));
}

std::shared_ptr<const Searcher> OpenIndex::searcher() const {
  const std::scoped_lock lock(mutex_);
  return searcher_;
}

Status OpenIndex::reopen() {
  Result<Searcher> searcher = Searcher::open(options_);
  if (!searcher) return searcher.error();
  auto shared = std::make_shared<const Searcher>(std::move(*searcher));
  const std::scoped_lock lock(mutex_);
  searcher_ = std::move(shared);
  described_state_.clear();
  return Done{};
}

std::shared_ptr<const IndexDescription> OpenIndex::last_description() const {
  const std::scoped_lock lock(mutex_);
  return description_;
}

Result<std::shared_ptr<const IndexDescription>> OpenIndex::description() {
  const std::shared_ptr<const Searcher> searcher = this->searcher();
  const std::string state = searcher->state();
  {
    const std::scoped_lock lock(mutex_);
    if (description_ && described_state_ == state) return description_;
  }
  Result<IndexDescription> described = searcher->describe();
  if (!described) return described.error();
  auto shared = std::make_shared<const IndexDescription>(std::move(*described));
  const std::scoped_lock lock(mutex_);
  described_state_ = state;
  description_ = shared;
  return shared;
}

}  // namespace palpate
