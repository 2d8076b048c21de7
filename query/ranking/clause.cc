#include "ranking/clause.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palpate {
namespace {

bool same_stems(const Alternative& a, const Alternative& b) {
  return a.phrase == b.phrase && !a.wordings.empty() && !b.wordings.empty() &&
         std::ranges::equal(a.wordings.front().tokens, b.wordings.front().tokens, {},
                            &QuestionToken::stem, &QuestionToken::stem);
}

bool same_words(const Concept& a, const Concept& b) {
  return std::equal(a.alternatives.begin(), a.alternatives.end(), b.alternatives.begin(),
                    b.alternatives.end(), same_stems);
}

}  // namespace

std::vector<Concept> settled(std::vector<AskedClause> clauses) {
  const bool only_stopwords = std::ranges::all_of(clauses, &AskedClause::stopword);
  std::vector<Concept> concepts;
  for (AskedClause& clause : clauses) {
    if (clause.stopword && !only_stopwords) continue;
    const bool known = std::ranges::any_of(
        concepts, [&](const Concept& other) { return same_words(other, clause.asked); });
    if (!known) concepts.push_back(std::move(clause.asked));
  }
  return concepts;
}

void add_alternative(Concept& to, Alternative alternative) {
  if (alternative.wordings.empty()) return;
  const bool known = std::ranges::any_of(
      to.alternatives, [&](const Alternative& other) { return same_stems(other, alternative); });
  if (!known) to.alternatives.push_back(std::move(alternative));
}

void join_clauses(std::vector<AskedClause>& clauses, std::size_t first, std::size_t count,
                  Alternative together) {
  AskedClause joined;
  joined.plain = true;
  for (std::size_t i = first; i < first + count; ++i) {
    if (!joined.typed.empty()) joined.typed += ' ';
    joined.typed += clauses[i].typed;
  }
  joined.asked.alternatives.push_back(std::move(together));
  const auto begin = clauses.begin() + static_cast<std::ptrdiff_t>(first);
  *begin = std::move(joined);
  clauses.erase(begin + 1, begin + static_cast<std::ptrdiff_t>(count));
}

}  // namespace palpate
