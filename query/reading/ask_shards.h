// Asking several indexes as one, each of which has its own time.
//
// All are asked at once, on one handle, as a single index would be. Only when that fails, or takes
// longer than one shard has time, each is asked by itself, to tell which it is that fails, hangs or
// is slow. That one is left out, and the others are asked as one. What hangs in the system cannot
// be called back: its thread goes on by itself, and ends when the system lets it. Where one hangs
// no other is sent (see shard_threads.h).
#pragma once

#include <algorithm>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "reading/apart.h"
#include "reading/reader_pool.h"

namespace palpate {

// What `read(reader, deadline)` gives, a Result; all that it uses is its own, since it may go on
// when the caller has long had an Error.
template <class Read>
class ShardQuestion {
 public:
  using Clock = std::chrono::steady_clock;
  using Outcome = decltype(std::declval<Read&>()(std::declval<IndexReader&>(), Deadline()));

  ShardQuestion(std::shared_ptr<ReaderPool> pool, const Deadline& deadline, Read read)
      : pool_(std::move(pool)), deadline_(deadline), read_(std::move(read)) {}

  Outcome ask() {
    const std::future<void> begun = ask_whole();
    if (!is_there(begun, deadline_.at())) return IndexReader::timed_out_error();
    const auto share = share_of_a_shard();
    if (is_there(whole_, Clock::now() + share)) {
      first_ = whole_.get();
      if (!is_shards_fault(*first_)) return *std::move(first_);
    }
    const std::vector<std::size_t> asked = pool_->shards().answering();
    const bool had_its_time = share >= pool_->shards().time();
    const std::vector<std::size_t> rest = those_that_answer(asked, share / 2, had_its_time);
    if (!first_ && is_there(whole_, Clock::now())) first_ = whole_.get();
    if (first_ && !is_shards_fault(*first_)) return *std::move(first_);
    if (rest.empty() || rest.size() == asked.size()) return last_word(rest.empty());
    auto others = apart([pool = pool_, read = read_, deadline = deadline_, rest] {
      return alone(*pool, rest, deadline, read);
    });
    if (!is_there(others, deadline_.at())) return IndexReader::timed_out_error();
    return others.get();
  }

 private:
  // The future that it gives is there when no other question is waited for any more.
  std::future<void> ask_whole() {
    auto turn = std::make_shared<std::promise<void>>();
    std::future<void> begun = turn->get_future();
    whole_ = apart([pool = pool_, read = read_, deadline = deadline_, turn]() -> Outcome {
      bool told = false;
      const auto tell = [&] {
        if (!std::exchange(told, true)) turn->set_value();
      };
      Result<ReaderPool::Lease> lease = pool->lend(deadline, tell);
      tell();
      if (!lease) return lease.error();
      return lease->read([&](IndexReader& reader) { return read(reader, deadline); });
    });
    return begun;
  }

  std::chrono::nanoseconds share_of_a_shard() const {
    const std::chrono::nanoseconds most = pool_->shards().time();
    const std::optional<Deadline::Time>& until = deadline_.at();
    if (!until) return most;
    return std::clamp<std::chrono::nanoseconds>((*until - Clock::now()) / 2,
                                                std::chrono::nanoseconds::zero(), most);
  }

  static Outcome alone(ReaderPool& pool, const std::vector<std::size_t>& shards,
                       const Deadline& deadline, const Read& read) {
    Result<ReaderPool::Reader> reader = pool.open_apart(shards);
    if (!reader) return reader.error();
    return (*reader)->reading([&] { return pool.shards().open(shards); },
                              [&](IndexReader& one) { return read(one, deadline); });
  }

  // Those that fail are lost to the questions that follow, too, and so are those that hang, if they
  // were left all their time, by this question or one before: a hurried one by itself says nothing
  // of a shard. One that only takes longer is alive: it is left out of what must be answered by a
  // deadline.
  std::vector<std::size_t> those_that_answer(const std::vector<std::size_t>& asked,
                                             std::chrono::nanoseconds time, bool had_its_time) {
    const Clock::time_point until = Clock::now() + time / 2;
    std::vector<std::future<Outcome>> parts;
    parts.reserve(asked.size());
    for (const std::size_t shard : asked) parts.push_back(ask_one(shard, until));
    std::vector<std::size_t> answering;
    bool lost = false;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (!parts[i].valid() || !is_there(parts[i], until + time / 2)) {
        const bool hangs = had_its_time || pool_->shards().hangs(asked[i]);
        if (hangs) pool_->lose(asked[i], pool_->shards().late());
        lost = lost || hangs;
        continue;
      }
      const Outcome outcome = parts[i].get();
      if (is_shards_fault(outcome)) {
        pool_->lose(asked[i], outcome.error().message);
        lost = true;
      } else if (outcome || outcome.error().code != ErrorCode::timed_out || !deadline_.at()) {
        answering.push_back(asked[i]);
      }
    }
    // The questions that follow are asked without them. Nobody need wait for it.
    if (lost) pool_->refresh_apart();
    return answering;
  }

  // Not valid when it would hang.
  std::future<Outcome> ask_one(std::size_t shard, Clock::time_point until) {
    std::optional<ShardThreads::Stay> let_in = pool_->shards().enter(shard);
    if (!let_in) return {};
    return apart([pool = pool_, read = read_, shard, until, stay = *std::move(let_in)]() mutable {
      const ShardThreads::Stay here(std::move(stay));
      return alone(*pool, {shard}, Deadline(until), read);
    });
  }

  static bool is_shards_fault(const Outcome& outcome) {
    if (outcome) return false;
    const ErrorCode code = outcome.error().code;
    if (IndexReader::is_perhaps_missing(outcome.error())) return false;
    return code != ErrorCode::timed_out && code != ErrorCode::not_found &&
           code != ErrorCode::invalid_argument;
  }

  // When leaving one out would not help.
  Outcome last_word(bool none_answers) {
    if (none_answers && !first_ && !deadline_.at() && !is_there(whole_, Clock::now()))
      return Error{ErrorCode::unreadable, "no part of the index answers", "try again in a moment"};
    if (!first_ && is_there(whole_, deadline_.at())) first_ = whole_.get();
    if (!first_) return IndexReader::timed_out_error();
    if (none_answers && is_shards_fault(*first_)) {
      const Error& error = first_->error();
      return Error{ErrorCode::unreadable, error.message, error.hint};
    }
    return *std::move(first_);
  }

  std::shared_ptr<ReaderPool> pool_;
  Deadline deadline_;
  Read read_;
  std::future<Outcome> whole_;
  std::optional<Outcome> first_;
};

}  // namespace palpate
