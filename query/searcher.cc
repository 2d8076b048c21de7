#include "palpate/searcher.h"

#include <optional>
#include <set>
#include <utility>

#include "answer/answer_like.h"
#include "answer/answering.h"
#include "answer/describe_index.h"
#include "question/field_value.h"
#include "ranking/index_languages.h"
#include "ranking/match.h"
#include "ranking/understand.h"
#include "store/snapshot.h"

namespace palpate {
class Searcher::Impl {
 public:
  Impl(std::string directory, Snapshot snapshot, QuestionAnalyser analyser)
      : directory_(std::move(directory)),
        snapshot_(std::move(snapshot)),
        analyser_(std::move(analyser)),
        analysed_state_(snapshot_.state()) {}

  // Runs `read` on the snapshot; repeats all of it on a newer one when a writer overwrote this.
  template <class Read>
  auto reading(Read&& read) {
    using Outcome = decltype(read(snapshot_));
    return guarded_read(directory_, snapshot_, [&](const Snapshot& index) -> Outcome {
      if (const Status done = analyse_as(index); !done) return done.error();
      return read(index);
    });
  }

  Result<bool> refresh() {
    Result<Snapshot> fresh = Snapshot::open(directory_);
    if (!fresh) return fresh.error();
    if (fresh->state() == snapshot_.state()) return false;
    snapshot_ = std::move(*fresh);
    return reading([](const Snapshot&) -> Result<bool> { return true; });
  }

  Status set_weight(std::string_view name, double value) {
    const std::optional<Weight> weight = weight_named(name);
    if (!weight)
      return Error{ErrorCode::invalid_argument, "there is no weight \"" + std::string(name) + "\"",
                   "palpate-query --weights lists them"};
    weights_.set(*weight, value);
    return Done{};
  }

  Result<Answer> search(const Snapshot& index, const Request& request) {
    const std::string language = language_code(request.language).value_or(request.language);
    if (language.empty()) return answer_question({index, analyser_, weights_, language}, request);
    Result<QuestionAnalyser> analyser = QuestionAnalyser::create({language});
    if (!analyser) return analyser.error();
    return answer_question({index, *analyser, weights_, language}, request);
  }

  Result<Answer> like(const Snapshot& index, const std::string& id, const Request& page) {
    return answer_like({index, analyser_, weights_, {}}, directory_, id, page);
  }

  Result<std::vector<RankedId>> rank(const Snapshot& index, const std::string& question,
                                     std::size_t count, RunUnit unit) {
    const Understood asked = understand(index, analyser_, weights_, question, {});
    std::vector<RankedId> ranked;
    // Passages of one document crowd each other out: fetch more until there are documents enough.
    for (std::size_t fetch = 3 * count; ranked.size() < count; fetch *= 4) {
      const Matches matches = palpate::rank(index, analyser_, weights_, asked, fetch);
      ranked.clear();
      std::set<std::string> seen;
      for (const Candidate& candidate : matches.candidates) {
        const Xapian::Document passage = index.stored(candidate.passage);
        std::string id = index.document_of(passage);
        if (unit == RunUnit::passage) id += "#" + std::to_string(index.number_of(passage));
        if (ranked.size() < count && seen.insert(id).second)
          ranked.push_back({id, candidate.score});
      }
      if (matches.complete) break;
    }
    return ranked;
  }

  Result<FullText> full_text(const Snapshot& index, const std::string& id) {
    return palpate::full_text(index, directory_, id);
  }

  Result<IndexDescription> describe(const Snapshot& index) {
    return describe_index(index, directory_);
  }

 private:
  // A question is analysed in the languages of the state that answers it.
  Status analyse_as(const Snapshot& index) {
    if (index.state() == analysed_state_) return Done{};
    Result<QuestionAnalyser> analyser = QuestionAnalyser::create(earnest_languages(index));
    if (!analyser) return analyser.error();
    analyser_ = std::move(*analyser);
    analysed_state_ = index.state();
    return Done{};
  }

  std::string directory_;
  Snapshot snapshot_;
  QuestionAnalyser analyser_;
  std::string analysed_state_;  // of the index, that analyser_ is for
  RankingWeights weights_;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::string& directory) {
  Result<Snapshot> snapshot = Snapshot::open(directory);
  if (!snapshot) return snapshot.error();
  return guarded_read(directory, *snapshot, [&](Snapshot& index) -> Result<Searcher> {
    Result<QuestionAnalyser> analyser = QuestionAnalyser::create(earnest_languages(index));
    if (!analyser) return analyser.error();
    return Searcher(std::make_unique<Impl>(directory, std::move(index), std::move(*analyser)));
  });
}

Result<bool> Searcher::refresh() { return impl_->refresh(); }

Result<Answer> Searcher::search(const Request& request) {
  return impl_->reading([&](const Snapshot& index) { return impl_->search(index, request); });
}

Result<Answer> Searcher::like(const std::string& id, const Request& page) {
  return impl_->reading([&](const Snapshot& index) { return impl_->like(index, id, page); });
}

Result<std::vector<RankedId>> Searcher::rank(const std::string& question, std::size_t count,
                                             RunUnit unit) {
  return impl_->reading(
      [&](const Snapshot& index) { return impl_->rank(index, question, count, unit); });
}

Result<FullText> Searcher::full_text(const std::string& id) {
  return impl_->reading([&](const Snapshot& index) { return impl_->full_text(index, id); });
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

Result<IndexDescription> Searcher::describe() {
  return impl_->reading([&](const Snapshot& index) { return impl_->describe(index); });
}

}  // namespace palpate
