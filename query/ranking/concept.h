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
#include "palpate/answer.h"
#include "palpate/error.h"
#include "question/question.h"

namespace palpate {

struct QuestionToken {
  std::string stem;
  std::string form;
  TokenKind kind = TokenKind::word;
  bool stopword = false;
  double rarity = 0;  // in the index; see find_rarities
};

// A term of the question in one language's analysis.
struct Wording {
  std::string language;
  std::vector<QuestionToken> tokens;
};

// What is typed without a blank, or quoted, may be as long as the question; so many words of it are
// asked.
inline constexpr std::size_t kMostTokens = 64;

struct Alternative {
  std::string text;  // as typed
  bool phrase = false;
  std::vector<Wording> wordings;  // never empty, each with at least one token; equal ones only once
  Via via = Via::word;            // how it came from what was typed
  bool cut = false;               // it has more than kMostTokens words
  bool respelt = false;           // what was typed, in another spelling: anaemia, anemia
};

// The rarities of a wording's words together.
double rarity_of(const Wording& wording);

struct Concept {
  std::vector<Alternative> alternatives;  // never empty
  double emphasis = 1;                    // what the concept counts beside others; see emphasise
  bool says_little = false;               // nothing but question words: "best", "information"
  // A quoted phrase must be there, and so must one of several alternatives that hold one.
  bool required = false;
};

struct AskedClause;  // clause.h

// What it counts in the question: its emphasis times the rarity of its words as typed.
double worth_of(const Concept& asked);

// One analyser a language. Not to be shared between threads.
class QuestionAnalyser {
 public:
  // `languages`, most used first, must not be empty.
  static Result<QuestionAnalyser> create(std::vector<std::string> languages);

  // Its first wording is in the likely language of the question whose clauses were asked for last.
  // An alternative without wordings when the term holds no word at all ("!!!").
  Alternative analyse(const Term& term);
  // Every clause of a question that holds a word, stopwords too.
  std::vector<AskedClause> clauses(const Question& question);
  // The concepts as typed, without correction or equivalents: stopwords dropped while other words
  // are left, equal concepts once.
  std::vector<Concept> concepts(const Question& question);
  // All its words in order, stopwords too, in its likely language; without filters and exclusions.
  std::vector<QuestionToken> words(const Question& question);
  // The language whose stopwords the question uses most; without any, the index's main one.
  std::string likely_language(const Question& question);
  // Of the language, or of the first one when it has none.
  Analyser& analyser(std::string_view language);
  const std::vector<std::string>& languages() const { return languages_; }

 private:
  QuestionAnalyser() = default;

  std::vector<std::string> languages_;
  std::vector<std::string> order_;  // that of an alternative's wordings
  std::map<std::string, Analyser, std::less<>> analysers_;
};

}  // namespace palpate
