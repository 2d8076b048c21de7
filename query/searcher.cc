#include "palpate/searcher.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "question/filter.h"
#include "ranking/weights.h"
#include "reading/ask_shards.h"
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
  pool.shard_time = options.shard_time;
  return pool;
}

// What was worked out of a state of the index.
struct Described {
  std::mutex mutex;
  std::string state;
  IndexDescription description;
};

}  // namespace

class Searcher::Impl {
 public:
  explicit Impl(std::shared_ptr<ReaderPool> pool) : pool_(std::move(pool)) {}

  ReaderPool& pool() { return *pool_; }

  // Runs `read(reader, weights, deadline)` on a handle that no other thread has. It owns what it
  // uses: over shards it may go on when its caller has had an Error.
  template <class Read>
  auto reading(const Until& until, Read read)
      -> decltype(read(std::declval<IndexReader&>(), RankingWeights(), Deadline())) {
    const Deadline deadline(until);
    const auto weighed = [read = std::move(read), used = weights()](IndexReader& reader,
                                                                    const Deadline& by) {
      return read(reader, used, by);
    };
    try {
      if (pool_->shards().several()) return ShardQuestion(pool_, deadline, weighed).ask();
      Result<ReaderPool::Lease> lease = pool_->lend(deadline);
      if (!lease) return lease.error();
      return lease->read([&](IndexReader& reader) { return weighed(reader, deadline); });
    } catch (const std::bad_alloc&) {
      return Error{ErrorCode::internal, "cannot answer: out of memory",
                   "ask for fewer hits at once, or give the program more memory"};
    } catch (const std::system_error& error) {
      return Error{ErrorCode::internal, std::string("cannot start a thread: ") + error.what(),
                   "allow the program more threads"};
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
  Result<IndexDescription> describe(const Until& until) {
    return reading(until,
                   [described = described_](IndexReader& reader, const RankingWeights&,
                                            const Deadline& deadline) -> Result<IndexDescription> {
                     {
                       const std::lock_guard lock(described->mutex);
                       if (described->state == reader.state()) return described->description;
                     }
                     Result<IndexDescription> description = reader.describe(deadline);
                     if (!description) return description;
                     const std::lock_guard lock(described->mutex);
                     described->state = reader.state();
                     described->description = *description;
                     return description;
                   });
  }

 private:
  RankingWeights weights() {
    const std::lock_guard lock(mutex_);
    return weights_;
  }

  std::shared_ptr<ReaderPool> pool_;
  std::shared_ptr<Described> described_ = std::make_shared<Described>();
  std::mutex mutex_;  // for all below
  RankingWeights weights_;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::string& directory) {
  return open(SearcherOptions{.shards = {directory}});
}

Result<Searcher> Searcher::open(const SearcherOptions& options) {
  Result<std::shared_ptr<ReaderPool>> pool =
      ReaderPool::open(options.shards, pool_options(options));
  if (!pool) return pool.error();
  return Searcher(std::make_unique<Impl>(std::move(*pool)));
}

std::string Searcher::state() const { return impl_->pool().state(); }

Result<bool> Searcher::refresh() { return impl_->pool().refresh(); }

std::vector<ShardState> Searcher::shards() const { return impl_->pool().shards().states(); }

Result<Answer> Searcher::search(const Request& request) const {
  if (const Status understood = check_filters(request.filters); !understood)
    return understood.error();
  return impl_->reading(
      request.deadline,
      [request](IndexReader& reader, const RankingWeights& weights, const Deadline& deadline) {
        return reader.search(request, weights, deadline);
      });
}

Result<Answer> Searcher::like(const std::string& id, const Request& page) const {
  return impl_->reading(
      page.deadline,
      [id, page](IndexReader& reader, const RankingWeights& weights, const Deadline& deadline) {
        return reader.like(id, page, weights, deadline);
      });
}

Result<std::vector<Suggestion>> Searcher::suggest(std::string_view typed, std::size_t count,
                                                  const Until& deadline) const {
  return impl_->reading(
      deadline, [typed = std::string(typed), count](IndexReader& reader, const RankingWeights&,
                                                    const Deadline& by) {
        return reader.suggest(typed, count, by);
      });
}

Result<std::vector<RankedId>> Searcher::rank(const std::string& question, std::size_t count,
                                             RunUnit unit, const Until& deadline) const {
  return impl_->reading(deadline,
                        [question, count, unit](IndexReader& reader, const RankingWeights& weights,
                                                const Deadline& by) {
                          return reader.rank(question, count, unit, weights, by);
                        });
}

Result<FullText> Searcher::full_text(const std::string& id, const Until& deadline) const {
  return impl_->reading(deadline, [id](IndexReader& reader, const RankingWeights&,
                                       const Deadline& by) { return reader.full_text(id, by); });
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

Result<IndexDescription> Searcher::describe(const Until& deadline) const {
  return impl_->describe(deadline);
}

}  // namespace palpate
