#include <cstddef>

#include "question/field_value.h"
#include "question/question.h"

namespace palpate {
namespace {

std::string typed(const Term& term) { return term.phrase ? "\"" + term.text + "\"" : term.text; }

std::string either(const std::vector<Term>& terms) {
  std::string line;
  for (const Term& term : terms) {
    if (!line.empty()) line += " OR ";
    line += typed(term);
  }
  return line;
}

std::string_view kind_of(const Clause& clause) {
  if (clause.alternatives.size() > 1) return "any of";
  return clause.alternatives.front().phrase ? "phrase" : "word";
}

}  // namespace

std::string describe(const Question& question) {
  std::string lines;
  const auto line = [&lines](std::string_view name, const std::string& value) {
    lines.append(name).append(": ").append(value).append("\n");
  };
  for (const Clause& clause : question.clauses) line(kind_of(clause), either(clause.alternatives));
  for (const FieldFilter& filter : question.filters.fields) {
    line("only " + std::string(name_of(filter.field)), either(filter.any_of));
  }
  if (question.filters.after) line("dated from", to_string(*question.filters.after));
  if (question.filters.before) line("dated until", to_string(*question.filters.before));
  for (const Exclusion& exclusion : question.exclusions) {
    const std::string where =
        exclusion.field ? "without " + std::string(name_of(*exclusion.field)) : "without";
    line(where, typed(exclusion.term));
  }
  return lines;
}

}  // namespace palpate
