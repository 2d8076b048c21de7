// The weight of the first stage: Xapian's BM25, which gives up when the deadline has passed.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <xapian.h>

#include "ranking/deadline.h"
#include "ranking/weights.h"

namespace palpate {

// BM25 as Xapian computes it. k3 = 0: a word asked for twice counts once. Xapian's own time limit
// only ends what counts matches, not the match; this asks the clock now and then while it weighs.
// By its name and parameters a remote database takes it for Xapian's own.
class FirstStageWeight : public Xapian::BM25Weight {
 public:
  FirstStageWeight(const RankingWeights& weights, Deadline deadline);

  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;

 private:
  FirstStageWeight(double k1, double b, Deadline deadline);
  FirstStageWeight* clone() const override;

  double k1_;
  double b_;
  Deadline deadline_;
  mutable unsigned weighed_ = 0;
};

}  // namespace palpate
