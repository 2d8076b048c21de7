#include "ranking/first_stage_weight.h"

namespace palpate {
namespace {

// Some tens of microseconds of matching.
constexpr unsigned kWeighedBetweenLooks = 1024;

}  // namespace

FirstStageWeight::FirstStageWeight(const RankingWeights& weights, Deadline deadline)
    : FirstStageWeight(weights[palpate::Weight::bm25_k1], weights[palpate::Weight::bm25_b],
                       deadline) {}

FirstStageWeight::FirstStageWeight(double k1, double b, Deadline deadline)
    : Xapian::BM25Weight(k1, 0, 0, b, 0), k1_(k1), b_(b), deadline_(deadline) {}

double FirstStageWeight::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                                     Xapian::termcount unique_terms) const {
  if (++weighed_ % kWeighedBetweenLooks == 0) deadline_.keep();
  return Xapian::BM25Weight::get_sumpart(wdf, length, unique_terms);
}

// Xapian takes one for each term, and frees it.
FirstStageWeight* FirstStageWeight::clone() const {
  return new FirstStageWeight(k1_, b_, deadline_);
}

}  // namespace palpate
