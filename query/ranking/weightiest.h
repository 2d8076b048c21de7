// What is asked of a text that somebody pasted for a question: its weightiest words.
//
// Each concept costs the reading of its word's passages and a few look-ups, and beyond some two
// hundred another one does not change what comes first.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <cstddef>
#include <vector>

#include "question/question.h"
#include "ranking/clause.h"
#include "store/snapshot.h"

namespace palpate {

// A question of so many clauses, stopwords among them, is asked as it is.
inline constexpr std::size_t kMostClauses = 400;
// Of a longer one so many are asked at most.
inline constexpr std::size_t kMostConcepts = 200;

// In a question of more than kMostClauses keeps each clause once, where it stands first, and of
// those that are no stopwords the kMostConcepts weightiest: quoted phrases, then what is rare in
// the index, last what does not occur there. Tells whether a word of the question is left out.
bool keep_weightiest(const Snapshot& index, std::vector<AskedClause>& clauses);

// Of a question's exclusions, its fields, its quoted phrases and what is joined by OR so many are
// asked at most: each is checked on the text of passages, and when nothing is found the question is
// asked without each.
inline constexpr std::size_t kMostParts = 32;

// Drops the exclusions, fields and alternatives behind the first kMostParts, and the quotes of the
// phrases; says so in the question's notes. An alternative that is named again is kept once.
void keep_first_parts(Question& question);

}  // namespace palpate
