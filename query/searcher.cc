#include "palpate/searcher.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "question/filter.h"
#include "ranking/weights.h"
#include "reading/reader_pool.h"

namespace palpate {
namespace {

// So that a question that waits for a disk, or a slow one, does not keep a core from the others.
constexpr unsigned kReadersACore = 2;

ReaderPool::Options pool_options(const SearcherOptions& options) {
  ReaderPool::Options pool;
  pool.follow = options.follow;
  pool.readers = options.readers != 0
                     ? options.readers
                     : kReadersACore * std::max(1U, std::thread::hardware_concurrency());
  return pool;
}

}  // namespace

class Searcher::Impl {
 public:
  explicit Impl(std::unique_ptr<ReaderPool> pool) : pool_(std::move(pool)) {}

  ReaderPool& pool() { return *pool_; }

  // Runs `read(reader, weights)` on a handle that no other thread has.
  template <class Read>
  auto reading(const Deadline& deadline, Read&& read)
      -> decltype(read(std::declval<IndexReader&>(), std::declval<const RankingWeights&>())) {
    try {
      Result<ReaderPool::Lease> lease = pool_->lend(deadline);
      if (!lease) return lease.error();
      const RankingWeights used = weights();
      return lease->read([&](IndexReader& reader) { return read(reader, used); });
    } catch (const std::bad_alloc&) {
      return Error{ErrorCode::internal, "cannot answer: out of memory",
                   "ask for fewer hits at once, or give the program more memory"};
    }
  }

  Status set_weight(std::string_view name, double value) {
    const std::optional<Weight> weight = weight_named(name);
    if (!weight)
      return Error{ErrorCode::invalid_argument, "there is no weight \"" + std::string(name) + "\"",
                   "palpate-query --weights lists them"};
    const std::lock_guard lock(mutex_);
    weights_.set(*weight, value);
    return Done{};
  }

  // Worked out once a state.
  Result<IndexDescription> describe() {
    return reading({}, [&](IndexReader& reader, const RankingWeights&) -> Result<IndexDescription> {
      {
        const std::lock_guard lock(mutex_);
        if (described_state_ == reader.state()) return description_;
      }
      Result<IndexDescription> description = reader.describe();
      if (!description) return description;
      const std::lock_guard lock(mutex_);
      described_state_ = reader.state();
      description_ = *description;
      return description;
    });
  }

 private:
  RankingWeights weights() {
    const std::lock_guard lock(mutex_);
    return weights_;
  }

  std::unique_ptr<ReaderPool> pool_;
  std::mutex mutex_;  // for all below
  RankingWeights weights_;
  std::string described_state_;
  IndexDescription description_;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::string& directory) {
  return open(SearcherOptions{.shards = {directory}});
}

Result<Searcher> Searcher::open(const SearcherOptions& options) {
  Result<std::unique_ptr<ReaderPool>> pool =
      ReaderPool::open(options.shards, pool_options(options));
  if (!pool) return pool.error();
  return Searcher(std::make_unique<Impl>(std::move(*pool)));
}

std::string Searcher::state() const { return impl_->pool().state(); }

Result<bool> Searcher::refresh() { return impl_->pool().refresh(); }

Result<Answer> Searcher::search(const Request& request) const {
  if (const Status understood = check_filters(request.filters); !understood)
    return understood.error();
  return impl_->reading(Deadline(request.deadline),
                        [&](IndexReader& reader, const RankingWeights& weights) {
                          return reader.search(request, weights);
                        });
}

Result<Answer> Searcher::like(const std::string& id, const Request& page) const {
  return impl_->reading(Deadline(page.deadline),
                        [&](IndexReader& reader, const RankingWeights& weights) {
                          return reader.like(id, page, weights);
                        });
}

Result<std::vector<Suggestion>> Searcher::suggest(std::string_view typed, std::size_t count) const {
  return impl_->reading(
      {}, [&](IndexReader& reader, const RankingWeights&) { return reader.suggest(typed, count); });
}

Result<std::vector<RankedId>> Searcher::rank(const std::string& question, std::size_t count,
                                             RunUnit unit) const {
  return impl_->reading({}, [&](IndexReader& reader, const RankingWeights& weights) {
    return reader.rank(question, count, unit, weights);
  });
}

Result<FullText> Searcher::full_text(const std::string& id) const {
  return impl_->reading(
      {}, [&](IndexReader& reader, const RankingWeights&) { return reader.full_text(id); });
}

Status Searcher::set_weight(std::string_view name, double value) {
  return impl_->set_weight(name, value);
}

std::vector<WeightInfo> Searcher::weights() {
  std::vector<WeightInfo> list;
  list.reserve(kWeightTable.size());
  for (const WeightDefinition& one : kWeightTable)
    list.push_back({one.name, one.value, one.unit, one.meaning});
  return list;
}

Result<IndexDescription> Searcher::describe() const { return impl_->describe(); }

}  // namespace palpate
