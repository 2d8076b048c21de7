#include <gmock/gmock.h>

#include <chrono>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "query/note_texts.h"
#include "question/question.h"

namespace palpate {
namespace {

using ::testing::SizeIs;

TEST(HostileQuestion, NotesAreFewHoweverMuchIsWrong) {
  std::string words;
  for (char c = 'a'; c <= 'z'; ++c) words += std::string(50, c) + ":x after:" + c + " ";
  const Question question = parse_question(words);
  EXPECT_THAT(question.notes, SizeIs(8));
  for (const std::string& note : texts_of(question.notes)) EXPECT_LT(note.size(), 220U) << note;
}

// Strings made of whatever has a meaning, and of bytes that have none.
std::string hostile_string(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"\"",
                                                  "“",
                                                  "”",
                                                  "„",
                                                  "«",
                                                  "»",
                                                  "-",
                                                  "OR",
                                                  " OR ",
                                                  "title:",
                                                  "lang:",
                                                  "after:",
                                                  "before:",
                                                  "2020",
                                                  "-06",
                                                  "-31",
                                                  " ",
                                                  "\t",
                                                  "(",
                                                  ")",
                                                  "knee",
                                                  "é",
                                                  "💊",
                                                  "\xff",
                                                  "\xe2\x82",
                                                  "x:",
                                                  "://",
                                                  "６",
                                                  std::string{'\xe2', '\x80', '\xae'},
                                                  "5\"",
                                                  ".",
                                                  std::string(1, '\0'),
                                                  "id:",
                                                  "AND",
                                                  "\u0301"};
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  std::uniform_int_distribution<std::size_t> length(0, 40);
  std::string words;
  for (std::size_t left = length(random); left > 0; --left) words += pieces[piece(random)];
  return words;
}

void expect_sound(const Question& question, const Term& term) {
  ASSERT_LE(term.range.begin, term.range.end);
  ASSERT_LE(term.range.end, question.text.size());
  EXPECT_FALSE(term.text.empty());
}

TEST(HostileQuestion, StringsGiveASoundTree) {
  std::mt19937 random(20240603);
  for (int round = 0; round < 10'000; ++round) {
    const std::string words = hostile_string(random);
    SCOPED_TRACE(::testing::PrintToString(words));
    const Question question = parse_question(words);
    ASSERT_EQ(question.text.size(), words.size());
    for (const Clause& clause : question.clauses) {
      ASSERT_FALSE(clause.alternatives.empty());
      for (const Term& term : clause.alternatives) expect_sound(question, term);
    }
    for (const FieldFilter& filter : question.filters.fields) {
      ASSERT_FALSE(filter.any_of.empty());
      for (const Term& term : filter.any_of) expect_sound(question, term);
    }
    for (const Exclusion& exclusion : question.exclusions) expect_sound(question, exclusion.term);
    ASSERT_LE(question.notes.size(), 8U);
    if (::testing::Test::HasFailure()) break;
  }
}

double seconds_for(const std::string& words) {
  const auto begin = std::chrono::steady_clock::now();
  for (int round = 0; round < 10; ++round) {
    EXPECT_LE(parse_question(words).text.size(), kMaxQuestionBytes);
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / 10;
}

// Whatever is repeated up to the limit takes milliseconds; quadratic work would take seconds.
TEST(HostileQuestion, RepetitionStaysCheap) {
  for (const std::string piece : {"\"", "“", "5\"", "-", "-\"", "(", ")", "a:", "a OR ", "OR ",
                                  "title:\"", "«\"", "a\"«", "\xff"}) {
    std::string words;
    while (words.size() < kMaxQuestionBytes) words += piece;
    EXPECT_LT(seconds_for(words), 0.25) << piece;
  }
}

}  // namespace
}  // namespace palpate
