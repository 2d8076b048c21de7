#include "ranking/understand.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "question/filter.h"
#include "ranking/asked_terms.h"
#include "ranking/clause.h"
#include "ranking/equivalents.h"
#include "ranking/index_languages.h"
#include "ranking/spelling.h"
#include "ranking/weightiest.h"
#include "vocabulary/intents.h"

namespace palpate {
namespace {

AskedFor asked_for(const std::vector<QuestionToken>& words) {
  std::vector<std::string_view> forms;
  forms.reserve(words.size());
  for (const QuestionToken& word : words) forms.push_back(word.form);
  return {question_intents(forms).bits(), asks_for_warning(forms)};
}

// From so many words outside of quotes on, quotes set words apart rather than ask for them.
constexpr std::size_t kLongMessage = 12;

// In a long message '"sleep apnea surgery"' is no demand that passages have these words so.
void unquote_asides(Question& question) {
  const auto is_quoted = [](const Clause& clause) {
    return clause.alternatives.size() == 1 && clause.alternatives.front().phrase;
  };
  const auto quoted = static_cast<std::size_t>(std::ranges::count_if(question.clauses, is_quoted));
  if (quoted == 0 || question.clauses.size() - quoted < kLongMessage) return;
  std::vector<Clause> clauses;
  for (Clause& clause : question.clauses) {
    if (!is_quoted(clause)) {
      clauses.push_back(std::move(clause));
      continue;
    }
    std::istringstream words(clause.alternatives.front().text);
    for (std::string word; words >> word;)
      clauses.push_back({{{word, false, clause.alternatives.front().range}}});
  }
  question.clauses = std::move(clauses);
  question.notes.push_back({NoteKind::long_message});
}

bool is_cut(const AskedClause& clause) {
  return std::ranges::any_of(clause.asked.alternatives,
                             [](const Alternative& one) { return one.phrase && one.cut; });
}

}  // namespace

Understood understand(const Snapshot& index, QuestionAnalyser& analyser,
                      const RankingWeights& weights, const std::string& words,
                      const Reading& options) {
  Understood asked;
  asked.question = parse_question(words);
  add_filters(options.filters, asked.question);
  if (!options.exact) unquote_asides(asked.question);
  keep_first_parts(asked.question);
  std::vector<AskedClause> clauses = analyser.clauses(asked.question);
  if (keep_weightiest(index, clauses))
    asked.question.notes.push_back({NoteKind::words_cut, {std::to_string(kMostConcepts)}});
  if (std::ranges::any_of(clauses, is_cut))
    asked.question.notes.push_back({NoteKind::quoted_words_cut, {std::to_string(kMostTokens)}});
  const std::string language = analyser.likely_language(asked.question);
  if (!options.exact) {
    asked.corrections = correct_spelling(index, analyser, language, clauses, options.deadline);
    add_equivalents(index, analyser, language, clauses);
  } else {
    keep_names(index, analyser, language, clauses);
  }
  asked.concepts = settled(std::move(clauses));
  options.deadline.keep();
  find_rarities(index, asked.concepts);
  emphasise(index, weights, asked.concepts);
  asked.words = analyser.words(asked.question);
  asked.asked_for = asked_for(asked.words);
  asked.asked_for.other_languages = other_languages(analyser.languages(), language);
  if (!asked.concepts.empty() || !asked.question.filters.empty())
    asked.query =
        build_query(index, analyser, asked.question, asked.concepts, weights, options.back_matter);
  asked.query.deadline = options.deadline;
  asked.asked_for.source = asked.query.sources.named;
  return asked;
}

Matches rank(const Snapshot& index, QuestionAnalyser& analyser, const RankingWeights& weights,
             const Understood& asked, std::size_t count) {
  const auto ordered = static_cast<std::size_t>(std::max(0.0, weights[Weight::candidates]));
  Matches matches = find_matches(index, analyser, asked.query, weights, std::max(count, ordered));
  asked.query.deadline.keep();
  const AskedTerms terms(index, asked.concepts, asked.words, weights);
  order_again(index, terms, weights, asked.asked_for, matches);
  return matches;
}

}  // namespace palpate
