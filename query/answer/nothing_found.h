// What to tell a person when a question finds nothing, or less than it says.
//
// Includes Xapian by way of the snapshot; private to the reading side.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "palpate/answer.h"
#include "question/question.h"
#include "ranking/concept.h"
#include "ranking/deadline.h"
#include "ranking/weights.h"
#include "store/snapshot.h"

namespace palpate {

// "No article here is in “xx”; this index holds en (120 passages), de (3)." `held` is what it
// holds, with how many passages.
Note language_note(const std::string& asked,
                   const std::vector<std::pair<std::string, std::size_t>>& held);
// For each value of a field that no article has: "No article is by “Moor”." A language has its own
// note; of headings none is given, since those of references are not asked. What is said twice is
// noted once, what is long is cut, and of many values only the first are looked at.
std::vector<Note> field_notes(const Snapshot& index, QuestionAnalyser& analyser,
                              const Question& question, const RankingWeights& weights,
                              Deadline deadline = {});
// For each filter, exclusion and phrase that would find something if it were dropped: "Without
// lang:de 12 passages match." Of many only the first are tried.
std::vector<Note> what_to_drop(const Snapshot& index, QuestionAnalyser& analyser,
                               const Question& question, const RankingWeights& weights,
                               Deadline deadline = {});

}  // namespace palpate
