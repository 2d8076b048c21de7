// One handle on an index, with all that it needs to answer from it: an open database, its caches,
// an analyser for the languages it holds.
//
// One thread at a time (see reader_pool.h). Private to the reading side; includes Xapian, but lets
// none of its exceptions out.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/searcher.h"
#include "ranking/concept.h"
#include "ranking/deadline.h"
#include "ranking/weights.h"
#include "store/snapshot.h"

namespace palpate {

class IndexReader {
 public:
  // Gives the newest state of the index, when the one that is read is overwritten.
  using Reopen = std::function<Result<Snapshot>()>;

  // `directory` names what is read, for messages.
  static Result<std::unique_ptr<IndexReader>> open(const std::string& directory, Snapshot snapshot,
                                                   const Reopen& reopen);

  const std::string& state() const { return snapshot_.state(); }

  // Runs `read(*this)`, all of it on one state. ErrorCode::timed_out when it passes a deadline.
  template <class Read>
  auto reading(const Reopen& reopen, Read&& read) -> decltype(read(*this)) {
    using Outcome = decltype(read(*this));
    const auto analysed = [&](const Snapshot& index) -> Outcome {
      if (const Status done = analyse_as(index); !done) return done.error();
      return read(*this);
    };
    try {
      return guarded_read(directory_, snapshot_, analysed, reopen);
    } catch (const DeadlinePassed&) {
      return timed_out_error();
    }
  }

  // For `read` only:
  Result<Answer> search(const Request& request, const RankingWeights& weights,
                        const Deadline& deadline);
  Result<Answer> like(const std::string& id, const Request& page, const RankingWeights& weights,
                      const Deadline& deadline);
  Result<std::vector<RankedId>> rank(const std::string& question, std::size_t count, RunUnit unit,
                                     const RankingWeights& weights, const Deadline& deadline);
  Result<std::vector<Suggestion>> suggest(std::string_view typed, std::size_t count,
                                          const Deadline& deadline);
  Result<FullText> full_text(const std::string& id, const Deadline& deadline) const;
  Result<IndexDescription> describe(const Deadline& deadline) const;

  static Error timed_out_error();
  // Whether it says that what is asked for may be in a part that is left out: no fault of those
  // that were read.
  static bool is_perhaps_missing(const Error& error);

 private:
  IndexReader(std::string directory, Snapshot snapshot, QuestionAnalyser analyser);
  Status analyse_as(const Snapshot& index);
  Answer with_what_is_missing(Answer answer) const;
  Error perhaps_missing(Error error) const;
  Result<QuestionAnalyser*> analyser_for(const std::string& language);

  std::string directory_;  // or several, for messages
  Snapshot snapshot_;
  QuestionAnalyser analyser_;
  std::string analysed_state_;                           // of the index, that analyser_ is for
  std::map<std::string, QuestionAnalyser> by_language_;  // that questions were asked in
};

}  // namespace palpate
