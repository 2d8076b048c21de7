// What to tell a person when a question finds nothing, or less than it says.
//
// Includes Xapian by way of the snapshot; private to the reading side.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "question/question.h"
#include "ranking/concept.h"
#include "ranking/spelling.h"
#include "ranking/weights.h"
#include "store/snapshot.h"

namespace palpate {

std::string nothing_asked_note();
// For a question that holds nothing to look for; `excludes` when it leaves something out.
std::string nothing_to_find_note(bool excludes);
// "2 articles without a date are left out."
std::string undated_note(std::size_t articles);
// "No article holds “sciatca”; read as “sciatica”."
std::string correction_note(const Correction& correction);
// "No article holds “metformin” or “dosage”."
std::string unknown_note(const std::vector<std::string>& words);
// "Nothing here is about “metformin”; closest:"
std::string closest_note(const std::vector<std::string>& focus);
// "No article here is in “xx”; this index holds en (120 passages), de (3)." `held` is what it
// holds, with how many passages.
std::string language_note(const std::string& asked,
                          const std::vector<std::pair<std::string, std::size_t>>& held);
// For each value of a field that no article has: "No article is by “Moor”." A language has its own
// note; of headings none is given, since those of references are not asked.
std::vector<std::string> field_notes(const Snapshot& index, QuestionAnalyser& analyser,
                                     const Question& question, const RankingWeights& weights);
// For each filter, exclusion and phrase that would find something if it were dropped: "Without
// lang:de 12 passages match."
std::vector<std::string> what_to_drop(const Snapshot& index, QuestionAnalyser& analyser,
                                      const Question& question, const RankingWeights& weights);

}  // namespace palpate
