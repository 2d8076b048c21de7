// Other ways to say what is asked: the index's vocabulary, and abbreviations its articles explain.
//
// The longest name wins: "slipped disc" is looked up before "disc". A name that a stopword is part
// of ("hepatitis A") is asked for as a whole beside its words. Nothing is merged: each alternative
// stands by itself, and counts less than what was typed.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <string>
#include <vector>

#include "ranking/clause.h"
#include "store/snapshot.h"

namespace palpate {

// Joins clauses that are one name, and adds alternatives. `language` is the question's likely one.
void add_equivalents(const Snapshot& index, QuestionAnalyser& analyser, const std::string& language,
                     std::vector<AskedClause>& clauses);

// Joins known names that a stopword is part of, and adds nothing.
void keep_names(const Snapshot& index, QuestionAnalyser& analyser, const std::string& language,
                std::vector<AskedClause>& clauses);

}  // namespace palpate
