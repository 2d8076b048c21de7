#include "service/open_index.h"

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <system_error>
#include <utility>

#include "program/printable.h"

namespace palpate {
namespace {

constexpr std::chrono::seconds kBetweenLooks{1};

void tell_changes(const std::vector<ShardState>& before, const std::vector<ShardState>& now) {
  for (std::size_t i = 0; i < now.size() && i < before.size(); ++i) {
    if (now[i].answers == before[i].answers) continue;
    const std::string name = printable(now[i].name);
    if (now[i].answers)
      std::fprintf(stderr, "palpate-serve: shard %s is back\n", name.c_str());
    else
      std::fprintf(stderr, "palpate-serve: shard %s is left out: %s\n", name.c_str(),
                   printable(now[i].reason).c_str());
  }
}

}  // namespace

OpenIndex::OpenIndex(SearcherOptions options, std::shared_ptr<const Searcher> searcher)
    : options_(std::move(options)), searcher_(std::move(searcher)) {
  if (options_.shards.size() > 1)
    looking_ = std::thread(
        [this, found = searcher_->shards()]() mutable { look_after_shards(std::move(found)); });
}

OpenIndex::~OpenIndex() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  ended_.notify_all();
  if (looking_.joinable()) looking_.join();
}

void OpenIndex::look_at_shards(std::vector<ShardState>& before) const {
  static_cast<void>(state());
  std::vector<ShardState> now = searcher()->shards();
  tell_changes(before, now);
  before = std::move(now);
}

// Without memory or threads for a moment nothing is lost but a look.
void OpenIndex::look_after_shards(std::vector<ShardState> found) {
  bool told = false;
  std::unique_lock lock(mutex_);
  while (!ended_.wait_for(lock, kBetweenLooks, [this] { return ending_; })) {
    lock.unlock();
    try {
      look_at_shards(found);
      told = false;
    } catch (const std::exception& error) {
      if (!std::exchange(told, true))
        std::fprintf(stderr, "palpate-serve: cannot look after the shards: %s\n", error.what());
    }
    lock.lock();
  }
}

Result<std::unique_ptr<OpenIndex>> OpenIndex::open(SearcherOptions options) {
  Result<Searcher> searcher = Searcher::open(options);
  if (!searcher) return searcher.error();
  auto shared = std::make_shared<const Searcher>(std::move(*searcher));
  try {
    return std::unique_ptr<OpenIndex>(new OpenIndex(std::move(options), std::move(shared)));
  } catch (const std::system_error& error) {
    return Error{ErrorCode::internal, std::string("cannot start a thread: ") + error.what(),
                 "allow the program more threads"};
  }
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

Result<std::shared_ptr<const IndexDescription>> OpenIndex::description(
    const Searcher::Until& deadline) {
  const std::shared_ptr<const Searcher> searcher = this->searcher();
  const std::string state = searcher->state();
  {
    const std::scoped_lock lock(mutex_);
    if (description_ && described_state_ == state) return description_;
  }
  Result<IndexDescription> described = searcher->describe(deadline);
  if (!described) return described.error();
  auto shared = std::make_shared<const IndexDescription>(std::move(*described));
  const std::scoped_lock lock(mutex_);
  described_state_ = state;
  description_ = shared;
  return shared;
}

}  // namespace palpate
