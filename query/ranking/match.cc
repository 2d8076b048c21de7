#include "ranking/match.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "ranking/field_text.h"
#include "ranking/phrase.h"
#include "store/fields.h"

namespace palpate {
namespace {

// Totals up to here are counted exactly.
constexpr Xapian::doccount kCountExactly = 200;

// BM25 as Xapian computes it. k3 = 0: a word asked for twice counts once.
Xapian::Enquire enquire_for(const Snapshot& index, const Xapian::Query& query,
                            const RankingWeights& weights) {
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(weights[Weight::bm25_k1], 0, 0, weights[Weight::bm25_b], 0));
  enquire.set_query(query);
  return enquire;
}

// Checks what Xapian cannot: phrases, on the text.
class Verifier {
 public:
  Verifier(const Snapshot& index, QuestionAnalyser& analyser, const MatchQuery& query)
      : index_(index), analyser_(analyser), query_(query) {}

  // Where the passage holds what it must; nowhere also when it holds what it must not.
  Standing standing(Xapian::docid number) const {
    const PassageRecord record = index_.passage(number);
    const std::optional<DocumentRecord> document =
        index_.document(index_.document_of(index_.stored(number)));
    if (document && !fields_hold(*document, record)) return Standing::nowhere;
    const PassageTexts texts{
        std::string_view(record.text).substr(record.body_begin), record.context,
        document ? std::string_view(document->title) : std::string_view(), &record.heading_path};
    const auto standing = [&](const Alternative& asked) {
      return standing_of(texts, asked, analyser_);
    };
    for (const Alternative& excluded : query_.excluded)
      if (standing(excluded) != Standing::nowhere) return Standing::nowhere;
    Standing weakest = Standing::passage;
    for (const Concept& asked : query_.required) {
      Standing best = Standing::nowhere;
      for (const Alternative& alternative : asked.alternatives)
        best = std::max(best, standing(alternative));
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

Matches verified_matches(const Snapshot& index, QuestionAnalyser& analyser, const MatchQuery& query,
                         const RankingWeights& weights, std::size_t count,
                         std::size_t most_verified) {
  const auto limit = static_cast<Xapian::doccount>(std::min<std::size_t>(
      most_verified, std::max<std::size_t>(index.database().get_doccount(), 1)));
  const Xapian::MSet found = enquire_for(index, query.query, weights).get_mset(0, limit);
  const Verifier verifier(index, analyser, query);
  Matches matches;
  std::vector<Candidate> by_title;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    const Standing standing = verifier.standing(*hit);
    if (standing == Standing::nowhere) continue;
    ++matches.total;
    std::vector<Candidate>& to = standing == Standing::title ? by_title : matches.candidates;
    if (to.size() < count) to.push_back({*hit, hit.get_weight(), standing == Standing::title});
  }
  // A phrase that only the article's title holds comes behind all passages that say it themselves.
  for (Candidate& candidate : by_title) {
    if (matches.candidates.size() == count) break;
    if (!matches.candidates.empty())
      candidate.score = std::min(candidate.score, matches.candidates.back().score);
    matches.candidates.push_back(candidate);
  }
  matches.exact = found.size() < limit || found.get_matches_upper_bound() <= limit;
  // What was not verified is never given, however many are asked for.
  matches.complete = matches.candidates.size() == matches.total;
  return matches;
}

Matches plain_matches(const Snapshot& index, const MatchQuery& query, const RankingWeights& weights,
                      std::size_t count) {
  const auto wanted = static_cast<Xapian::doccount>(
      std::min<std::size_t>(count, std::size_t{index.database().get_doccount()} + 1));
  const Xapian::MSet found = enquire_for(index, query.query, weights)
                                 .get_mset(0, wanted, std::max(wanted + 1, kCountExactly));
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
                          const RankingWeights& weights) {
  Question undated = question;
  undated.filters.after.reset();
  undated.filters.before.reset();
  MatchQuery query = build_query(index, analyser, undated, concepts, weights, false);
  query.query = Xapian::Query(Xapian::Query::OP_AND_NOT, query.query,
                              Xapian::Query(std::string(prefix_of(Field::dated))));
  const std::vector<Xapian::docid> passages = unranked_matches(index, query.query);
  const std::vector<std::string> groups = index.groups_of(passages);
  const Verifier verifier(index, analyser, query);
  std::unordered_set<std::string> articles;
  std::size_t verified = 0;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (articles.contains(groups[i])) continue;
    if (query.needs_verifying()) {
      if (++verified > kMaxVerified) break;
      if (verifier.standing(passages[i]) == Standing::nowhere) continue;
    }
    articles.insert(groups[i]);
  }
  return articles.size();
}

}  // namespace palpate
