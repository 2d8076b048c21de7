// A person's words against one index: what they mean there, and the passages in order.
//
//   Understood asked = understand(index, analyser, weights, "trigger point referred pain", false);
//   Matches matches = rank(index, analyser, weights, asked, 200);
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "question/question.h"
#include "ranking/concept.h"
#include "ranking/match.h"
#include "ranking/weights.h"
#include "store/snapshot.h"

namespace palpate {

struct Understood {
  Question question;
  std::vector<Concept> concepts;
  std::vector<QuestionToken> words;  // all of them, in order
  std::uint32_t intents = 0;         // what it asks for; see vocabulary/intents.h
  MatchQuery query;
};

// With `back_matter`, references and notes on authors are asked as well as the body.
Understood understand(const Snapshot& index, QuestionAnalyser& analyser,
                      const RankingWeights& weights, const std::string& words, bool back_matter);

// The best `count` passages through both stages, and always as many as the second stage orders.
Matches rank(const Snapshot& index, QuestionAnalyser& analyser, const RankingWeights& weights,
             const Understood& asked, std::size_t count);

}  // namespace palpate
