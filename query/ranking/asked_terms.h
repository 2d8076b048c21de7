// A question as numbers: its concepts, alternatives and words, as the second stage compares them
// with token streams.
//
// Private to the reading side; includes Xapian by way of the snapshot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ranking/concept.h"
#include "ranking/neighbours.h"
#include "ranking/weights.h"
#include "store/snapshot.h"
#include "store/token_stream.h"

namespace palpate {

// Inverse document frequency as Xapian's BM25 has it: ln((N - n + .5) / (n + .5)), with what is
// below 2 under the logarithm halved and 1 added, so that it is never negative.
double rarity(std::size_t passages_with, std::size_t passages);

// What an alternative counts beside the words typed.
double share_of(const Alternative& alternative, const RankingWeights& weights);

// Fills QuestionToken::rarity.
void find_rarities(const Snapshot& index, std::vector<Concept>& concepts);

// Fills Concept::emphasis: what titles are made of is likelier what a question is about.
void emphasise(const Snapshot& index, const RankingWeights& weights,
               std::vector<Concept>& concepts);

class AskedTerms {
 public:
  struct Use {  // of a term, in an alternative
    std::uint32_t alternative = 0;
    double rarity = 0;
  };
  struct Term {
    TokenCode code = 0;
    double rarity = 0;
    double weight = 1;  // that of the best alternative that it is used in
    std::vector<Use> uses;
  };
  struct Alternative {
    std::uint32_t asked = 0;  // the concept's place
    double rarity = 0;        // sum over its words
    double weight = 1;
  };

  // `words` are all of the question's, stopwords too, as typed.
  // The concepts' rarities must be known.
  AskedTerms(const Snapshot& index, const std::vector<Concept>& concepts,
             const std::vector<QuestionToken>& words, const RankingWeights& weights);

  // The term of a code, or -1.
  int find(TokenCode code) const {
    for (std::size_t at = code & mask_;; at = (at + 1) & mask_) {
      if (table_[at].term < 0 || table_[at].code == code) return table_[at].term;
    }
  }
  const std::vector<Term>& terms() const { return terms_; }
  const std::vector<Alternative>& alternatives() const { return alternatives_; }
  // What each concept is worth: its weight times the rarity of its words; and their sum.
  const std::vector<double>& concepts() const { return concepts_; }
  double total() const { return total_; }
  // The rarity of a word that one passage holds.
  double rarest() const { return rarest_; }

  // Neighbours in the question: stopwords left out, and as typed.
  const Neighbours& neighbours() const { return neighbours_; }
  const Neighbours& raw_neighbours() const { return raw_neighbours_; }

 private:
  struct Slot {
    TokenCode code = 0;
    int term = -1;
  };

  int add(TokenCode code, double rarity);
  void add_concept(const Concept& asked, const RankingWeights& weights);
  std::vector<int> terms_of(const palpate::Alternative& alternative) const;
  void tie(const std::vector<Concept>& concepts);
  void tie_raw(const std::vector<QuestionToken>& words);

  std::vector<Term> terms_;
  std::vector<Alternative> alternatives_;
  std::vector<double> concepts_;
  double total_ = 0;
  double rarest_ = 0;
  Neighbours neighbours_;
  Neighbours raw_neighbours_;
  std::vector<Slot> table_;
  std::size_t mask_ = 0;
};

}  // namespace palpate
