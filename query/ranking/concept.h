// What a question is about, analysed: the words that count, as the index spells them.
//
// A concept is one thing asked for, with its alternatives (from OR); each alternative is analysed
// once for every language that the index holds in earnest, since a question does not say which
// language it is in. Plain values.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"
#include "palpate/error.h"
#include "question/question.h"

namespace palpate {

struct QuestionToken {
  std::string stem;
  std::string form;
  TokenKind kind = TokenKind::word;
};

// A term of the question in one language's analysis.
struct Wording {
  std::string language;
  std::vector<QuestionToken> tokens;
};

struct Alternative {
  std::string text;  // as typed
  bool phrase = false;
  std::vector<Wording> wordings;  // never empty, each with at least one token; equal ones only once
};

struct Concept {
  std::vector<Alternative> alternatives;  // never empty
  double weight = 1;
  // A quoted phrase must be there, and so must one of several alternatives that hold one.
  bool required = false;
};

// Weight of words that say little of the topic ("best", "information"), measured; see bench/.
inline constexpr double kQuestionWordWeight = 0.4;

// One analyser a language. Not to be shared between threads.
class QuestionAnalyser {
 public:
  // `languages`, most used first, must not be empty.
  static Result<QuestionAnalyser> create(std::vector<std::string> languages);

  // An alternative without wordings when the term holds no word at all ("!!!").
  Alternative analyse(const Term& term);
  // The concepts of a question: stopwords dropped while other words are left, equal concepts once.
  std::vector<Concept> concepts(const Question& question);
  // Of the language, or of the first one when it has none.
  Analyser& analyser(std::string_view language);
  const std::vector<std::string>& languages() const { return languages_; }

 private:
  QuestionAnalyser() = default;

  std::string likely_language(const Question& question);

  std::vector<std::string> languages_;
  std::map<std::string, Analyser, std::less<>> analysers_;
};

}  // namespace palpate
