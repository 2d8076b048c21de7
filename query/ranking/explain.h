// How a question was understood and what each hit's score is made of, in lines for --explain.
//
// Includes Xapian; private to the reading side.
#pragma once

#include <string>
#include <vector>

#include "palpate/answer.h"
#include "question/question.h"
#include "ranking/match.h"
#include "store/snapshot.h"

namespace palpate {

std::vector<std::string> explain_question(const Question& question,
                                          const std::vector<Concept>& concepts,
                                          const Matches& matches);
// Fills Hit::why: which words it holds, how often, how rare they are.
void explain_hits(const Snapshot& index, const std::vector<Concept>& concepts,
                  std::vector<Hit>& hits);

}  // namespace palpate
