// The clauses of a question, analysed and in order, before it is settled what they ask for.
//
// Between QuestionAnalyser::clauses and settled() the steps of understand.h change the list: a slip
// is corrected, words that are one name become one clause, alternatives are added. Plain values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ranking/concept.h"

namespace palpate {

struct AskedClause {
  Concept asked;
  bool stopword = false;  // nothing but stopwords, in the question's likely language
  bool plain = false;     // words without quotes, OR or anything else: may be read otherwise
  std::string typed;      // of a plain clause
};

// The concepts: stopwords dropped while other words are left, equal concepts once.
std::vector<Concept> settled(std::vector<AskedClause> clauses);

// Adds what the alternative says as one more way to say it, unless the concept has it.
void add_alternative(Concept& to, Alternative alternative);

// Makes clauses [first, first + count) one that asks for `together`.
void join_clauses(std::vector<AskedClause>& clauses, std::size_t first, std::size_t count,
                  Alternative together);

}  // namespace palpate
