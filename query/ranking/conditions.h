// What passages must be, or must not be, beside what they are ranked by: fields, dates, exclusions.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include "question/question.h"
#include "ranking/concept.h"
#include "ranking/match.h"
#include "store/snapshot.h"

namespace palpate {

// Narrows match.query, and adds what Xapian cannot check by itself for the text to verify.
void add_conditions(const Snapshot& index, QuestionAnalyser& analyser, const Question& question,
                    MatchQuery& match);

}  // namespace palpate
