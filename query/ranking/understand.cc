#include "ranking/understand.h"

#include <algorithm>
#include <utility>

#include "ranking/asked_terms.h"
#include "ranking/clause.h"
#include "ranking/equivalents.h"
#include "ranking/second_stage.h"
#include "ranking/spelling.h"
#include "vocabulary/intents.h"

namespace palpate {
namespace {

std::uint32_t intents_of(const std::vector<QuestionToken>& words) {
  std::vector<std::string_view> forms;
  forms.reserve(words.size());
  for (const QuestionToken& word : words) forms.push_back(word.form);
  return question_intents(forms).bits();
}

}  // namespace

Understood understand(const Snapshot& index, QuestionAnalyser& analyser,
                      const RankingWeights& weights, const std::string& words, const Reading& options) {
  Understood asked;
  asked.question = parse_question(words);
  std::vector<AskedClause> clauses = analyser.clauses(asked.question);
  const std::string language = analyser.likely_language(asked.question);
  if (!options.exact) {
    asked.corrections = correct_spelling(index, analyser, language, clauses);
    add_equivalents(index, analyser, language, clauses);
  }
  asked.concepts = settled(std::move(clauses));
  find_rarities(index, asked.concepts);
  asked.words = analyser.words(asked.question);
  asked.intents = intents_of(asked.words);
  if (!asked.concepts.empty() || !asked.question.filters.empty())
    asked.query =
        build_query(index, analyser, asked.question, asked.concepts, weights, options.back_matter);
  return asked;
}

Matches rank(const Snapshot& index, QuestionAnalyser& analyser, const RankingWeights& weights,
             const Understood& asked, std::size_t count) {
  const auto ordered = static_cast<std::size_t>(std::max(0.0, weights[Weight::candidates]));
  Matches matches = find_matches(index, analyser, asked.query, weights, std::max(count, ordered));
  const AskedTerms terms(asked.concepts, asked.words, weights);
  order_again(index, terms, weights, asked.intents, matches);
  return matches;
}

}  // namespace palpate
