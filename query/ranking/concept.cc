#include "ranking/concept.h"

#include <algorithm>
#include <utility>

#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

bool same_stems(const Wording& a, const Wording& b) {
  return std::equal(
      a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(),
      [](const QuestionToken& x, const QuestionToken& y) { return x.stem == y.stem; });
}

bool same_words(const Concept& a, const Concept& b) {
  return std::equal(a.alternatives.begin(), a.alternatives.end(), b.alternatives.begin(),
                    b.alternatives.end(), [](const Alternative& x, const Alternative& y) {
                      return x.phrase == y.phrase &&
                             same_stems(x.wordings.front(), y.wordings.front());
                    });
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

Result<QuestionAnalyser> QuestionAnalyser::create(std::vector<std::string> languages) {
  QuestionAnalyser made;
  for (const std::string& language : languages) {
    Result<Analyser> analyser = Analyser::create({language});
    if (!analyser) return analyser.error();
    made.analysers_.emplace(language, std::move(*analyser));
  }
  made.languages_ = std::move(languages);
  return made;
}

Analyser& QuestionAnalyser::analyser(std::string_view language) {
  const auto found = analysers_.find(language);
  return found != analysers_.end() ? found->second : analysers_.find(languages_.front())->second;
}

Alternative QuestionAnalyser::analyse(const Term& term) {
  Alternative alternative{.text = term.text, .phrase = term.phrase, .wordings = {}};
  for (const std::string& language : languages_) {
    Wording wording{language, {}};
    for (const Token& token : analyser(language).analyse(term.text))
      wording.tokens.push_back(asked_token(token, language));
    const bool known =
        std::any_of(alternative.wordings.begin(), alternative.wordings.end(),
                    [&](const Wording& other) { return same_stems(wording, other); });
    if (!wording.tokens.empty() && !known) alternative.wordings.push_back(std::move(wording));
  }
  return alternative;
}

// The language whose stopwords the question uses most; without any, the index's main one.
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

std::vector<Concept> QuestionAnalyser::concepts(const Question& question) {
  const std::string language = likely_language(question);
  std::vector<Concept> content;
  std::vector<Concept> stopwords;
  for (const Clause& clause : question.clauses) {
    Concept asked;
    for (const Term& term : clause.alternatives) {
      Alternative alternative = analyse(term);
      if (alternative.wordings.empty()) continue;
      asked.required = asked.required || alternative.phrase;
      asked.alternatives.push_back(std::move(alternative));
    }
    if (asked.alternatives.empty()) continue;
    const bool stop =
        every_word(asked, [&](std::string_view form) { return is_stopword(language, form); });
    if (every_word(asked, [&](std::string_view form) { return is_question_word(language, form); }))
      asked.says_little = true;
    std::vector<Concept>& group = stop ? stopwords : content;
    if (std::none_of(group.begin(), group.end(),
                     [&](const Concept& known) { return same_words(known, asked); }))
      group.push_back(std::move(asked));
  }
  return content.empty() ? stopwords : content;
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
