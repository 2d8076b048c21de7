#include "ranking/weightiest.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "ranking/asked_terms.h"

namespace palpate {
namespace {

// The same for clauses that ask for the same.
std::string key_of(const AskedClause& clause) {
  std::string key;
  for (const Alternative& alternative : clause.asked.alternatives) {
    key += alternative.phrase ? '"' : '|';
    for (const QuestionToken& token : alternative.wordings.front().tokens)
      key.append(token.stem).append(" ");
  }
  return key;
}

struct Weighed {
  bool required = false;
  double rarity = 0;
  std::size_t place = 0;
};

Weighed weighed(const Snapshot& index, const AskedClause& clause, std::size_t place) {
  const std::size_t passages = index.database().get_doccount();
  Weighed one{clause.asked.required, 0, place};
  if (clause.asked.says_little) return one;
  for (const Alternative& alternative : clause.asked.alternatives)
    for (const QuestionToken& token : alternative.wordings.front().tokens) {
      const std::size_t with = index.passages_with(token.stem);
      if (with > 0) one.rarity = std::max(one.rarity, rarity(with, passages));
    }
  return one;
}

// Each once. Tells whether one is dropped that is not there any more.
bool keep_first_alternatives(std::vector<Term>& alternatives) {
  std::vector<Term> kept;
  for (Term& term : alternatives) {
    const bool known = std::ranges::any_of(
        kept, [&](const Term& one) { return one.text == term.text && one.phrase == term.phrase; });
    if (known) continue;
    if (kept.size() == kMostParts) {
      alternatives = std::move(kept);
      return true;
    }
    kept.push_back(std::move(term));
  }
  alternatives = std::move(kept);
  return false;
}

}  // namespace

bool keep_weightiest(const Snapshot& index, std::vector<AskedClause>& clauses) {
  if (clauses.size() <= kMostClauses) return false;
  std::unordered_set<std::string> seen;
  std::erase_if(clauses,
                [&](const AskedClause& clause) { return !seen.insert(key_of(clause)).second; });
  std::vector<Weighed> order;
  for (std::size_t i = 0; i < clauses.size(); ++i)
    if (!clauses[i].stopword) order.push_back(weighed(index, clauses[i], i));
  if (order.size() <= kMostConcepts) return false;
  std::ranges::stable_sort(order, [](const Weighed& a, const Weighed& b) {
    return a.required != b.required ? a.required : a.rarity > b.rarity;
  });
  std::vector<bool> left_out(clauses.size());
  for (std::size_t i = kMostConcepts; i < order.size(); ++i) left_out[order[i].place] = true;
  std::vector<AskedClause> kept;
  for (std::size_t i = 0; i < clauses.size(); ++i)
    if (!left_out[i]) kept.push_back(std::move(clauses[i]));
  clauses = std::move(kept);
  return true;
}

void keep_first_parts(Question& question) {
  std::vector<FieldFilter>& fields = question.filters.fields;
  bool dropped = false;
  if (question.exclusions.size() > kMostParts) {
    question.exclusions.resize(kMostParts);
    dropped = true;
  }
  if (fields.size() > kMostParts) {
    fields.resize(kMostParts);
    dropped = true;
  }
  std::size_t values = 0;
  for (FieldFilter& field : fields) {
    const std::size_t room = kMostParts - std::min(values, kMostParts - 1);
    if (field.any_of.size() > room) {
      field.any_of.resize(room);
      dropped = true;
    }
    values += field.any_of.size();
  }
  for (Clause& clause : question.clauses) dropped |= keep_first_alternatives(clause.alternatives);
  std::size_t phrases = 0;
  for (Clause& clause : question.clauses)
    for (Term& term : clause.alternatives)
      if (term.phrase && ++phrases > kMostParts) {
        term.phrase = false;
        dropped = true;
      }
  if (dropped) question.notes.push_back({NoteKind::conditions_cut, {std::to_string(kMostParts)}});
}

}  // namespace palpate
