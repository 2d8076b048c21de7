#include "ranking/concept.h"

#include <algorithm>
#include <utility>

#include "ranking/clause.h"
#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

bool same_stems(const Wording& a, const Wording& b) {
  return std::equal(
      a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(),
      [](const QuestionToken& x, const QuestionToken& y) { return x.stem == y.stem; });
}

QuestionToken asked_token(const Token& token, const std::string& language) {
  return {std::string(token.stem), std::string(token.form), token.kind,
          is_stopword(language, token.form)};
}

template <class Predicate>
bool every_word(const Concept& concept_, Predicate&& holds) {
  return std::all_of(
      concept_.alternatives.begin(), concept_.alternatives.end(),
      [&](const Alternative& alternative) {
        const std::vector<QuestionToken>& tokens = alternative.wordings.front().tokens;
        return !alternative.phrase &&
               std::all_of(tokens.begin(), tokens.end(),
                           [&](const QuestionToken& token) { return holds(token.form); });
      });
}

}  // namespace

double rarity_of(const Wording& wording) {
  double sum = 0;
  for (const QuestionToken& token : wording.tokens) sum += token.rarity;
  return sum;
}

double worth_of(const Concept& asked) {
  return asked.emphasis * rarity_of(asked.alternatives.front().wordings.front());
}

Result<QuestionAnalyser> QuestionAnalyser::create(std::vector<std::string> languages) {
  QuestionAnalyser made;
  for (const std::string& language : languages) {
    Result<Analyser> analyser = Analyser::create({language});
    if (!analyser) return analyser.error();
    made.analysers_.emplace(language, std::move(*analyser));
  }
  made.order_ = languages;
  made.languages_ = std::move(languages);
  return made;
}

Analyser& QuestionAnalyser::analyser(std::string_view language) {
  const auto found = analysers_.find(language);
  return found != analysers_.end() ? found->second : analysers_.find(languages_.front())->second;
}

Alternative QuestionAnalyser::analyse(const Term& term) {
  Alternative alternative{.text = term.text, .phrase = term.phrase, .wordings = {}};
  for (const std::string& language : order_) {
    Wording wording{language, {}};
    for (const Token& token : analyser(language).analyse(term.text)) {
      if (wording.tokens.size() == kMostTokens) {
        alternative.cut = true;
        break;
      }
      wording.tokens.push_back(asked_token(token, language));
    }
    const bool known =
        std::any_of(alternative.wordings.begin(), alternative.wordings.end(),
                    [&](const Wording& other) { return same_stems(wording, other); });
    if (!wording.tokens.empty() && !known) alternative.wordings.push_back(std::move(wording));
  }
  return alternative;
}

std::string QuestionAnalyser::likely_language(const Question& question) {
  std::size_t most = 0;
  std::string likely = languages_.front();
  for (const std::string& language : languages_) {
    std::size_t count = 0;
    for (const Token& token : analyser(language).analyse(question.text))
      count += is_stopword(language, token.form) ? 1U : 0U;
    if (count > most) {
      most = count;
      likely = language;
    }
  }
  return likely;
}

std::vector<AskedClause> QuestionAnalyser::clauses(const Question& question) {
  const std::string language = likely_language(question);
  order_ = languages_;
  const auto likely = std::ranges::find(order_, language);
  if (likely != order_.end()) std::rotate(order_.begin(), likely, likely + 1);
  std::vector<AskedClause> clauses;
  for (const Clause& clause : question.clauses) {
    AskedClause one;
    for (const Term& term : clause.alternatives) {
      Alternative alternative = analyse(term);
      if (alternative.wordings.empty()) continue;
      one.asked.required = one.asked.required || alternative.phrase;
      one.asked.alternatives.push_back(std::move(alternative));
    }
    if (one.asked.alternatives.empty()) continue;
    one.stopword =
        every_word(one.asked, [&](std::string_view form) { return is_stopword(language, form); });
    one.asked.says_little = every_word(
        one.asked, [&](std::string_view form) { return is_question_word(language, form); });
    one.plain = clause.alternatives.size() == 1 && !one.asked.required;
    if (one.plain) one.typed = clause.alternatives.front().text;
    clauses.push_back(std::move(one));
  }
  return clauses;
}

std::vector<Concept> QuestionAnalyser::concepts(const Question& question) {
  return settled(clauses(question));
}

std::vector<QuestionToken> QuestionAnalyser::words(const Question& question) {
  const std::string language = likely_language(question);
  std::vector<QuestionToken> words;
  for (const Clause& clause : question.clauses) {
    for (const Token& token : analyser(language).analyse(clause.alternatives.front().text))
      if (token.kind != TokenKind::joined) words.push_back(asked_token(token, language));
  }
  return words;
}

}  // namespace palpate
