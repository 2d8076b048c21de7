// A person's words against one index: what they mean there, and the passages in order.
//
//   Understood asked = understand(index, analyser, weights, "trigger point referred pain", {});
//   Matches matches = rank(index, analyser, weights, asked, 200);
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "palpate/searcher.h"
#include "question/question.h"
#include "ranking/concept.h"
#include "ranking/match.h"
#include "ranking/second_stage.h"
#include "ranking/spelling.h"
#include "ranking/weights.h"
#include "store/snapshot.h"

namespace palpate {

struct Understood {
  Question question;
  std::vector<Concept> concepts;
  std::vector<Correction> corrections;
  std::vector<QuestionToken> words;  // all of them, in order
  AskedFor asked_for;
  MatchQuery query;
};

struct Reading {
  bool back_matter = false;              // ask references and notes on authors as well as the body
  bool exact = false;                    // words as typed: no corrections, no equivalents
  std::span<const Filter> filters = {};  // that check_filters finds nothing wrong with
  Deadline deadline = {};
};

Understood understand(const Snapshot& index, QuestionAnalyser& analyser,
                      const RankingWeights& weights, const std::string& words,
                      const Reading& options);

// The best `count` passages through both stages, and always as many as the second stage orders.
Matches rank(const Snapshot& index, QuestionAnalyser& analyser, const RankingWeights& weights,
             const Understood& asked, std::size_t count);

}  // namespace palpate
