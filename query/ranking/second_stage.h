// The second stage: the first stage's best passages in the order of how well they answer.
//
// Reads each candidate's token stream and adds up what the table of weights lists: whether the
// article is about what is asked, whether the heading is of the kind asked for, how much of the
// question one sentence holds, whether words that stand together in the question do so here.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "ranking/asked_terms.h"
#include "ranking/match.h"
#include "ranking/weights.h"
#include "store/snapshot.h"

namespace palpate {

// What each part of a score is, before its weight; 0 for weights that are no part of a score.
using ScoreParts = std::array<double, kWeightTable.size()>;

double score_of(const ScoreParts& parts, const RankingWeights& weights);

// What kind of passage answers a question; see vocabulary/intents.h.
struct AskedFor {
  std::uint32_t intents = 0;
  bool warning = false;                           // when to see a doctor, what must not be done
  bool source = false;                            // a reference, by name and year
  std::vector<std::string> other_languages = {};  // than its own, of those that the index holds
};

// Scores one passage after another against one question.
class PassageScorer {
 public:
  // All must outlive it.
  PassageScorer(const AskedTerms& asked, const RankingWeights& weights, const AskedFor& asked_for);

  // `first_stage` is the passage's score there.
  ScoreParts score(const TokenStream& passage, double first_stage, bool other_language = false);

 private:
  void begin_part();
  void see(int term);
  double cover(std::span<const TokenCode> part);
  double topic(std::span<const TokenCode> name, double covered) const;
  void names(const TokenStream& passage, ScoreParts& parts);
  double pairs_in(std::span<const TokenCode> part);
  double sentence_cover() const;
  double body(const TokenStream& passage, ScoreParts& parts);

  const AskedTerms& asked_;
  const RankingWeights& weights_;
  const AskedFor& asked_for_;
  std::uint32_t part_ = 0;
  double covered_ = 0;  // of the part at hand
  std::vector<std::uint32_t> seen_;
  std::vector<double> alternative_;  // rarity matched in the part at hand
  std::vector<double> concept_;      // worth matched in the part at hand
  std::vector<double> named_;        // worth matched in a name of the article
  std::vector<std::uint32_t> touched_alternative_;
  std::vector<std::uint32_t> touched_concept_;
};

// Orders the first `weights[candidates]` of `matches` anew; the rest stays behind them in its
// order, with scores below theirs.
void order_again(const Snapshot& index, const AskedTerms& asked, const RankingWeights& weights,
                 const AskedFor& asked_for, Matches& matches);

}  // namespace palpate
