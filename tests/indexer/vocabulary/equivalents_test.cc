#include "vocabulary/equivalents.h"

#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Case {
  std::string text;
  std::vector<EquivalentGroup> groups;
  std::vector<VocabularyProblem> problems;
};

TEST(ParseVocabulary, TakesGroupsAndNamesWhatIsNone) {
  const std::vector<Case> cases{
      {"", {}, {}},
      {"# only a note\n\n  \n", {}, {}},
      {"heart attack, myocardial infarction",
       {{{"heart attack", "myocardial infarction"}, "en", 1}},
       {}},
      {"\xef\xbb\xbf  a , b,\tc d ,\r\n", {{{"a", "b", "c d"}, "en", 1}}, {}},
      {"a,,b\n", {{{"a", "b"}, "en", 1}}, {}},
      {"a, b\nb, c\n", {{{"a", "b"}, "en", 1}, {{"b", "c"}, "en", 2}}, {}},
      {"# Language: DE\nKreuz, unterer R\xc3\xbc"
       "cken\n#language:en\na, b\n",
       {{{"Kreuz",
          "unterer R\xc3\xbc"
          "cken"},
         "de",
         2},
        {{"a", "b"}, "en", 4}},
       {}},
      {"alone\na, b\n",
       {{{"a", "b"}, "en", 2}},
       {{1, "a group needs two terms, with a comma between"}}},
      {"Lift, lift\n", {}, {{1, "\"lift\" stands in it twice"}}},
      {"a, ---\n", {}, {{1, "no word in \"---\""}}},
      {"caf\xe9, coffee\n", {}, {{1, "not UTF-8 text"}}},
      {std::string("a\0b, c\n", 7), {}, {{1, "not UTF-8 text"}}},
      {"# language: German, please\na, b\n",
       {{{"a", "b"}, "en", 2}},
       {{1, "no language tag such as en or de: \"German, please\""}}},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.text);
    const Vocabulary parsed = parse_vocabulary(one.text);
    EXPECT_EQ(parsed.groups, one.groups);
    EXPECT_EQ(parsed.problems, one.problems);
  }
}

TEST(ParseVocabulary, LeavesOutWhatIsTooLong) {
  std::string many = "t0";
  for (std::size_t i = 1; i <= kMostTermsInGroup; ++i) many += ", t" + std::to_string(i);
  const std::string longest = "a, " + std::string(kLongestVocabularyLine - 3, 'b');
  const Vocabulary parsed = parse_vocabulary(many + "\n" + longest + "\n" + longest + "b\na, b");
  EXPECT_THAT(parsed.problems, ElementsAre(VocabularyProblem{1, "more than 64 terms"},
                                           VocabularyProblem{3, "longer than 4000 bytes"}));
  ASSERT_EQ(parsed.groups.size(), 2U);
  EXPECT_EQ(parsed.groups[0].line, 2U);
  EXPECT_EQ(parsed.groups[1].line, 4U);
}

// Whatever the bytes are, each line is a group, a problem or neither, and a group's terms are
// clean.
TEST(ParseVocabulary, AnyBytesGiveGroupsAndProblemsInOrder) {
  std::mt19937 random(7);
  const std::string bytes("ab,,, #\n\n\r\t\xc3\xa9\xff:e\0", 17);
  std::uniform_int_distribution<std::size_t> pick(0, bytes.size() - 1);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += bytes[pick(random)];
    const Vocabulary parsed = parse_vocabulary(text);
    std::size_t last = 0;
    for (const EquivalentGroup& group : parsed.groups) {
      EXPECT_GT(group.line, last);
      last = group.line;
      EXPECT_GE(group.terms.size(), 2U);
      for (const std::string& term : group.terms) {
        ASSERT_FALSE(term.empty());
        EXPECT_EQ(term.find_first_of(",\n"), std::string::npos);
        EXPECT_NE(term.front(), ' ');
        EXPECT_NE(term.back(), ' ');
      }
    }
    last = 0;
    for (const VocabularyProblem& problem : parsed.problems) {
      EXPECT_GT(problem.line, last);
      last = problem.line;
    }
  }
}

TEST(BuiltInEquivalents, AreGroupsThroughout) {
  const Vocabulary list = built_in_equivalents();
  EXPECT_THAT(list.problems, IsEmpty());
  EXPECT_GE(list.groups.size(), 900U);
}

}  // namespace
}  // namespace palpate
