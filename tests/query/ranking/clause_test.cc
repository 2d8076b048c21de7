#include "ranking/clause.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "question/question.h"

namespace palpate {
namespace {

using testing::ElementsAre;

class Clauses : public testing::Test {
 protected:
  std::vector<AskedClause> of(const std::string& question) {
    return analyser_.clauses(parse_question(question));
  }
  Alternative alternative(const std::string& text, bool phrase = false) {
    return analyser_.analyse({text, phrase, {}});
  }
  static std::vector<std::string> texts(const std::vector<Concept>& concepts) {
    std::vector<std::string> texts;
    for (const Concept& asked : concepts) texts.push_back(asked.alternatives.front().text);
    return texts;
  }

  QuestionAnalyser analyser_ = std::move(*QuestionAnalyser::create({"en"}));
};

TEST_F(Clauses, StopwordsAreDroppedWhileOtherWordsAreLeft) {
  EXPECT_THAT(texts(settled(of("pain in the knee"))), ElementsAre("pain", "knee"));
  EXPECT_THAT(texts(settled(of("in the"))), ElementsAre("in", "the"));
  EXPECT_TRUE(settled({}).empty());
}

TEST_F(Clauses, EqualConceptsCountOnce) {
  EXPECT_THAT(texts(settled(of("knee Knees hip knee"))), ElementsAre("knee", "hip"));
  EXPECT_THAT(texts(settled(of("knee \"knee\""))), ElementsAre("knee", "knee"));
}

TEST_F(Clauses, OnlyWordsWithoutSyntaxMayBeReadOtherwise) {
  const std::vector<AskedClause> clauses = of("knee \"low back\" hip OR ankle the");
  ASSERT_EQ(clauses.size(), 4U);
  EXPECT_TRUE(clauses[0].plain);
  EXPECT_EQ(clauses[0].typed, "knee");
  EXPECT_FALSE(clauses[1].plain);
  EXPECT_FALSE(clauses[2].plain);
  EXPECT_TRUE(clauses[3].stopword);
}

TEST_F(Clauses, AnAlternativeIsAddedOnce) {
  std::vector<AskedClause> clauses = of("knee");
  Concept& asked = clauses.front().asked;
  add_alternative(asked, alternative("Knees"));
  EXPECT_EQ(asked.alternatives.size(), 1U) << "it has that";
  add_alternative(asked, alternative("..."));
  EXPECT_EQ(asked.alternatives.size(), 1U) << "that says nothing";
  add_alternative(asked, alternative("patella"));
  add_alternative(asked, alternative("patella"));
  add_alternative(asked, alternative("patella", true));
  ASSERT_EQ(asked.alternatives.size(), 3U);
  EXPECT_TRUE(asked.alternatives[2].phrase);
}

TEST_F(Clauses, JoinedClausesAreOneInTheirPlace) {
  std::vector<AskedClause> clauses = of("sore slipped disc today");
  join_clauses(clauses, 1, 2, alternative("slipped disc"));
  ASSERT_EQ(clauses.size(), 3U);
  EXPECT_EQ(clauses[1].typed, "slipped disc");
  EXPECT_TRUE(clauses[1].plain);
  EXPECT_FALSE(clauses[1].stopword);
  EXPECT_THAT(texts(settled(std::move(clauses))), ElementsAre("sore", "slipped disc", "today"));
}

}  // namespace
}  // namespace palpate
