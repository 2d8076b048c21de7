#include "ranking/match.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>

#include "ranking/field_text.h"
#include "ranking/first_stage_weight.h"
#include "ranking/phrase.h"
#include "ranking/phrase_filter.h"
#include "store/fields.h"

namespace palpate {
namespace {

// Totals up to here are counted exactly.
constexpr Xapian::doccount kCountExactly = 200;

// A question with phrases has so many texts read, where there are so many, whatever is shown: up to
// here its total is exact, beyond it is estimated from these.
constexpr std::size_t kVerifiedAnyway = 500;
// No more texts than this are read for a question, or "the of" would take half a second on 28,000
// passages. Of phrases with a telling word no streams are as many.
constexpr std::size_t kMostTextsRead = 2000;
// Token streams are looked at best passages first, so many at once, until enough texts were read.
// Then more at once: whichever passages are looked at, nearly all blocks of streams are read again.
constexpr std::size_t kStreamsAtOnce = 4096;
constexpr std::size_t kMoreStreamsAtOnce = 8;  // times as many
// For a count in a note so many; of the rest the token streams, which seldom err, are believed.
constexpr std::size_t kMostTextsCounted = 300;
constexpr std::size_t kMostStreamsCounted = 8192;

Xapian::Enquire enquire_for(const Snapshot& index, const MatchQuery& query,
                            const RankingWeights& weights) {
  query.deadline.keep();
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(FirstStageWeight(weights, query.deadline));
  enquire.set_query(query.query);
  return enquire;
}

// Checks what Xapian cannot: phrases, on the text.
class Verifier {
 public:
  Verifier(const Snapshot& index, QuestionAnalyser& analyser, const MatchQuery& query)
      : index_(index), analyser_(analyser), query_(query) {}

  // Where the passage holds what it must; nowhere also when it holds what it must not.
  Standing standing(Xapian::docid number) const {
    query_.deadline.keep();
    const PassageRecord record = index_.passage(number);
    const std::optional<DocumentRecord> document =
        index_.document(index_.document_of(index_.stored(number)));
    if (document && !fields_hold(*document, record)) return Standing::nowhere;
    AnalysedPassage passage(
        {std::string_view(record.text).substr(record.body_begin), record.context,
         document ? std::string_view(document->title) : std::string_view(), &record.heading_path},
        analyser_);
    for (const Alternative& excluded : query_.excluded)
      if (passage.standing_of(excluded) != Standing::nowhere) return Standing::nowhere;
    Standing weakest = Standing::passage;
    for (const Concept& asked : query_.required) {
      Standing best = Standing::nowhere;
      for (const Alternative& alternative : asked.alternatives)
        best = std::max(best, passage.standing_of(alternative));
      weakest = std::min(weakest, best);
    }
    return weakest;
  }

 private:
  bool fields_hold(const DocumentRecord& document, const PassageRecord& passage) const {
    const auto holds = [&](const FieldCheck& check) {
      return field_holds(field_texts(check.field, document, passage), check.any_of, analyser_);
    };
    return std::ranges::all_of(query_.required_fields, holds) &&
           std::ranges::none_of(query_.excluded_fields, holds);
  }

  const Snapshot& index_;
  QuestionAnalyser& analyser_;
  const MatchQuery& query_;
};

// The candidates of a question with phrases, gathered best first.
class VerifiedCandidates {
 public:
  explicit VerifiedCandidates(std::size_t wanted) : wanted_(wanted) {}

  void add(Xapian::docid passage, double score, Standing standing) {
    ++verified_;
    if (standing == Standing::nowhere) return;
    ++found_;
    std::vector<Candidate>& to = standing == Standing::title ? by_title_ : candidates_;
    const bool title_only = standing == Standing::title;
    if (to.size() < wanted_)
      to.push_back({.passage = passage, .score = score, .title_only = title_only});
  }

  // Whoever comes later is neither given nor needed for counting exactly.
  bool enough() const {
    return (candidates_.size() == wanted_ && verified_ >= kVerifiedAnyway) || gave_up();
  }

  // `left`: how many were not verified, though they may hold what was asked for.
  Matches take(std::size_t left) {
    Matches matches;
    matches.total = found_;
    if (left != 0)
      matches.total += static_cast<std::size_t>(
          std::llround(static_cast<double>(left) * static_cast<double>(found_) /
                       static_cast<double>(verified_)));
    matches.exact = left == 0;
    // A phrase that only the article's title holds comes behind all passages that say it
    // themselves.
    for (Candidate& candidate : by_title_) {
      if (candidates_.size() == wanted_) break;
      if (!candidates_.empty())
        candidate.score = std::min(candidate.score, candidates_.back().score);
      candidates_.push_back(candidate);
    }
    // What was not verified is never given, however many are asked for.
    matches.complete = (left == 0 || gave_up()) && candidates_.size() == found_;
    matches.candidates = std::move(candidates_);
    return matches;
  }

 private:
  bool gave_up() const { return verified_ >= kMostTextsRead; }

  std::size_t wanted_;
  std::size_t verified_ = 0;
  std::size_t found_ = 0;
  std::vector<Candidate> candidates_;
  std::vector<Candidate> by_title_;
};

Matches verified_matches(const Snapshot& index, QuestionAnalyser& analyser, const MatchQuery& query,
                         const RankingWeights& weights, std::size_t count,
                         std::size_t most_verified) {
  const auto limit = static_cast<Xapian::doccount>(std::min<std::size_t>(
      most_verified, std::max<std::size_t>(index.database().get_doccount(), 1)));
  const Xapian::MSet found = enquire_for(index, query, weights).get_mset(0, limit);
  std::vector<Xapian::docid> passages;
  passages.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) passages.push_back(*hit);
  const PhraseFilter filter(index, query, analyser.languages());
  const Verifier verifier(index, analyser, query);
  VerifiedCandidates candidates(count);
  std::size_t looked_at = 0;
  std::size_t perhaps = 0;
  std::size_t left = 0;  // of these, not verified
  std::size_t at_once = kStreamsAtOnce;
  while (looked_at < passages.size() && !candidates.enough()) {
    const std::span<const Xapian::docid> next = std::span(passages).subspan(looked_at).first(
        std::min(at_once, passages.size() - looked_at));
    const std::vector<StreamSays> says = filter.look(next);
    for (std::size_t i = 0; i < next.size(); ++i) {
      if (says[i] == StreamSays::no) continue;
      ++perhaps;
      if (candidates.enough()) {
        ++left;
      } else {
        const auto hit = found[static_cast<Xapian::doccount>(looked_at + i)];
        candidates.add(*hit, hit.get_weight(), verifier.standing(*hit));
      }
    }
    looked_at += next.size();
    at_once *= kMoreStreamsAtOnce;
  }
  // The streams not looked at say the same as often.
  if (looked_at != 0) left += ((passages.size() - looked_at) * perhaps + looked_at - 1) / looked_at;
  Matches matches = candidates.take(left);
  const bool all_found = found.size() < limit || found.get_matches_upper_bound() <= limit;
  matches.exact = matches.exact && all_found;
  return matches;
}

Matches plain_matches(const Snapshot& index, const MatchQuery& query, const RankingWeights& weights,
                      std::size_t count) {
  const auto wanted = static_cast<Xapian::doccount>(
      std::min<std::size_t>(count, std::size_t{index.database().get_doccount()} + 1));
  const Xapian::MSet found =
      enquire_for(index, query, weights).get_mset(0, wanted, std::max(wanted + 1, kCountExactly));
  Matches matches;
  matches.candidates.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    matches.candidates.push_back({.passage = *hit, .score = hit.get_weight()});
  matches.exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  matches.total = found.get_matches_estimated();
  matches.complete = found.size() < wanted;
  return matches;
}

// All passages that match, in the order of their numbers.
std::vector<Xapian::docid> unranked_matches(const Snapshot& index, const Xapian::Query& query) {
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, index.database().get_doccount());
  std::vector<Xapian::docid> passages;
  passages.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) passages.push_back(*hit);
  return passages;
}

}  // namespace

Matches find_matches(const Snapshot& index, QuestionAnalyser& analyser, const MatchQuery& query,
                     const RankingWeights& weights, std::size_t count, std::size_t most_verified) {
  Matches matches = query.needs_verifying()
                        ? verified_matches(index, analyser, query, weights, count, most_verified)
                        : plain_matches(index, query, weights, count);
  matches.description = query.query.get_description();
  return matches;
}

std::size_t count_undated(const Snapshot& index, QuestionAnalyser& analyser,
                          const Question& question, const std::vector<Concept>& concepts,
                          const RankingWeights& weights, Deadline deadline) {
  Question undated = question;
  undated.filters.after.reset();
  undated.filters.before.reset();
  deadline.keep();
  MatchQuery query = build_query(index, analyser, undated, concepts, weights, false);
  query.deadline = deadline;
  query.query = Xapian::Query(Xapian::Query::OP_AND_NOT, query.query,
                              Xapian::Query(std::string(prefix_of(Field::dated))));
  std::vector<Xapian::docid> passages = unranked_matches(index, query.query);
  const std::size_t all = passages.size();
  if (query.needs_verifying()) passages.resize(std::min(all, kMostStreamsCounted));
  const std::vector<std::string> groups = index.groups_of(passages);
  const std::vector<StreamSays> says =
      PhraseFilter(index, query, analyser.languages()).look(passages);
  const Verifier verifier(index, analyser, query);
  std::unordered_set<std::string> articles;
  std::size_t verified = 0;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (says[i] == StreamSays::no || articles.contains(groups[i])) continue;
    if (query.needs_verifying() && verified < kMostTextsCounted) {
      ++verified;
      if (verifier.standing(passages[i]) == Standing::nowhere) continue;
    }
    articles.insert(groups[i]);
  }
  return passages.empty() ? 0 : articles.size() * all / passages.size();
}

}  // namespace palpate
