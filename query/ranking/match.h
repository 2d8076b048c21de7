// The first stage: concepts and filters as a Xapian query, and the passages it finds in order.
//
// Private to the reading side; includes Xapian, whose exceptions pass through (see guarded_read in
// store/snapshot.h).
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "question/question.h"
#include "ranking/asked_sources.h"
#include "ranking/concept.h"
#include "ranking/deadline.h"
#include "ranking/weights.h"
#include "store/snapshot.h"

namespace palpate {

struct Candidate {
  Xapian::docid passage = 0;
  double score = 0;
  bool title_only = false;  // a quoted phrase stands in its article's title alone
  double first_stage = 0;   // its score there
  bool reordered = false;   // by the second stage, which fills what follows
  double topic = 0;         // how much the article is about it, 0 to 1
  bool warning = false;     // tells when to see a doctor or what must not be done, as was asked
  bool lifted = false;      // for that it stands further up than its score says
  std::size_t stream = 0;   // its place in Matches::streams, when there are any
};

struct Matches {
  std::vector<Candidate> candidates;  // best first, ties by Xapian's number
  std::size_t total = 0;
  bool exact = true;        // total is no estimate
  bool complete = false;    // asking for more would give no more
  std::string description;  // of the Xapian query, for --explain
  // Values of Slot::tokens of the first candidates: of as many as the second stage has read.
  std::vector<std::string> streams;
};

// A field of which one of the values must stand there, to be verified on its text.
struct FieldCheck {
  QuestionField field = QuestionField::title;
  std::vector<Alternative> any_of;
};

// A question ready to be matched.
struct MatchQuery {
  Xapian::Query query;                      // ranking and all that Xapian can check
  std::vector<Concept> required;            // to be verified on the text: phrases
  std::vector<Alternative> excluded;        // likewise: excluded phrases
  std::vector<FieldCheck> required_fields;  // likewise: phrases in a field
  std::vector<FieldCheck> excluded_fields;
  AskedSources sources;
  std::vector<std::string> unknown;  // words, as typed, that occur nowhere
  Deadline deadline;

  bool needs_verifying() const {
    return !required.empty() || !excluded.empty() || !required_fields.empty() ||
           !excluded_fields.empty();
  }
};

// With `back_matter`, references and notes on authors are asked as well as the body.
MatchQuery build_query(const Snapshot& index, QuestionAnalyser& analyser, const Question& question,
                       const std::vector<Concept>& concepts, const RankingWeights& weights,
                       bool back_matter);

// A phrase is looked for in at most this many passages, best first; what lies beyond makes the
// total inexact.
inline constexpr std::size_t kMaxVerified = 50'000;

// The best `count` passages.
Matches find_matches(const Snapshot& index, QuestionAnalyser& analyser, const MatchQuery& query,
                     const RankingWeights& weights, std::size_t count,
                     std::size_t most_verified = kMaxVerified);

// How many undated articles match all but the question's date filters. Ranks nothing, and verifies
// each article only until one of its passages matches, and no more than some hundred texts; of
// phrases that thousands of passages may hold the count is an estimate.
std::size_t count_undated(const Snapshot& index, QuestionAnalyser& analyser,
                          const Question& question, const std::vector<Concept>& concepts,
                          const RankingWeights& weights, Deadline deadline = {});

}  // namespace palpate
