// A question answered from one state of an index: candidates ranked, grouped and composed.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <string>

#include "palpate/searcher.h"
#include "ranking/concept.h"
#include "ranking/deadline.h"
#include "ranking/weights.h"
#include "store/snapshot.h"

namespace palpate {

// What answering reads besides the request. `asked_in` is the language that was asked for, "" for
// any: notes tell when no article is in it.
struct Answering {
  const Snapshot& index;
  QuestionAnalyser& analyser;
  const RankingWeights& weights;
  std::string asked_in;
  Deadline deadline = {};
};

Answer answer_question(const Answering& with, const Request& request);

}  // namespace palpate
