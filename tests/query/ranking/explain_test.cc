#include "ranking/explain.h"

#include <gmock/gmock.h>

#include <numeric>
#include <string>

#include "indexed_folder.h"
#include "ranking/explain_score.h"

namespace palpate {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class Explain : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("heart.md",
                  "# Myocardial infarction\n\nMyocardial infarction (MI) hurts in the chest.\n\n"
                  "## Treatment\n\nTreatment opens the artery. MI needs haste.\n");
    folder_.write("knee.md", "# Knee pain\n\nSciatica is not in the knee.\n");
    folder_.write("sciatica.md", "# Sciatica\n\nSciatica runs down the leg.\n");
    folder_.index();
  }

  Answer ask(const std::string& question, double candidates = 50) {
    Searcher searcher = folder_.searcher();
    EXPECT_TRUE(searcher.set_weight("candidates", candidates));
    const Result<Answer> answer = searcher.search({.question = question, .explain = true});
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  }

  IndexedFolder folder_;
};

TEST_F(Explain, SaysWhatIsAskedInWhatOtherWordsAndWhy) {
  const Answer answer = ask("treatment of a heart attack");
  EXPECT_THAT(answer.explain, Contains(AllOf(StartsWith("concept “heart attack”: weight "),
                                             HasSubstr("% of the question"))));
  EXPECT_THAT(
      answer.explain,
      Contains(AllOf(
          HasSubstr("“heart attack”, as typed, 0.50 of it only where all words are: looked up as "),
          HasSubstr("heart attack (en)"))));
  EXPECT_THAT(answer.explain,
              Contains(AllOf(HasSubstr("yocardial infarction”, the vocabulary says it is the same"),
                             HasSubstr("counts × 0.75"))));
  EXPECT_THAT(answer.explain, Contains("asks for: treatment"));
  EXPECT_THAT(answer.explain.back(), StartsWith("Xapian: Query("));
}

TEST_F(Explain, SaysWhatOccursNowhereWhatSaysLittleAndWhatMustBeThere) {
  EXPECT_THAT(ask("knee metformin").explain,
              Contains(AllOf(StartsWith("concept “metformin”"), HasSubstr("occurs nowhere"))));
  EXPECT_THAT(ask("best knee").explain,
              Contains(AllOf(StartsWith("concept “best”"), HasSubstr("emphasis 0.40"),
                             HasSubstr("says little"))));
  EXPECT_THAT(ask("\"knee pain\"").explain,
              Contains(AllOf(StartsWith("concept “knee pain”"), HasSubstr("must be there"))));
}

TEST_F(Explain, SaysWhatASlipWasReadAs) {
  EXPECT_THAT(ask("sciatcia").explain,
              Contains(HasSubstr("“sciatica”, spelling corrected from “sciatcia”: looked up as")));
}

TEST_F(Explain, PartsAreInOrderOfSizeAndSumUpToTheScore) {
  const Answer answer = ask("treatment of a heart attack");
  ASSERT_FALSE(answer.hits.empty());
  for (const Hit& hit : answer.hits) {
    ASSERT_TRUE(hit.score_parts);
    double sum = 0;
    double last = 1e9;
    for (const ScorePart& part : hit.score_parts->parts) {
      EXPECT_DOUBLE_EQ(part.contribution, part.value * part.weight) << part.name;
      EXPECT_LE(part.contribution, last) << part.name;
      last = part.contribution;
      sum += part.contribution;
    }
    EXPECT_NEAR(sum, hit.score, 1e-9);
    EXPECT_GT(hit.score_parts->first_stage, 0);
    EXPECT_THAT(hit.why, Contains(StartsWith("the article is about it ")));
    EXPECT_THAT(hit.why, Contains(HasSubstr("“infarct” counts ")));
  }
}

TEST_F(Explain, AHitBehindThoseThatWereOrderedAgainSaysSo) {
  const Answer answer = ask("sciatica knee", 1);
  ASSERT_GE(answer.hits.size(), 2U);
  const Hit& behind = answer.hits.back();
  ASSERT_TRUE(behind.score_parts);
  EXPECT_THAT(behind.score_parts->parts, IsEmpty());
  EXPECT_THAT(behind.why, Contains(StartsWith("behind the passages that were ordered again")));
}

TEST_F(Explain, NothingIsExplainedUnasked) {
  Searcher searcher = folder_.searcher();
  const Result<Answer> answer = searcher.search({.question = "sciatica"});
  ASSERT_TRUE(answer);
  ASSERT_FALSE(answer->hits.empty());
  EXPECT_THAT(answer->explain, IsEmpty());
  for (const Hit& hit : answer->hits) {
    EXPECT_THAT(hit.why, IsEmpty());
    EXPECT_FALSE(hit.score_parts);
  }
}

TEST(ScoreLines, AreASmallTableWithTheStemsBelowTheFirstStage) {
  const ScoreBreakdown score{7, {{"topic", 0.83, 0.6, 0.5}, {"first-stage", 0.5, 0.8, 0.4}}};
  EXPECT_THAT(score_lines(score, 0.9, true, {"  “knee” counts 5 here"}),
              ElementsAre("score 0.90", StartsWith("moved up: "),
                          "the article is about it                 0.83 × 0.60 = 0.50",
                          "it holds the words                      0.50 × 0.80 = 0.40",
                          "  “knee” counts 5 here"));
}

TEST(ScoreLines, NameAPartThatHasNoWordsByItsWeight) {
  EXPECT_THAT(score_lines({1, {{"new-part", 1, 1, 1}}}, 1, false, {}),
              Contains(StartsWith("new-part  ")));
}

// Whatever part of a score is added must be told in words.
TEST(ScoreLines, HaveWordsForEveryPartOfAScore) {
  for (const char* name : {"first-stage", "topic", "title-cover", "title-pairs", "intent",
                           "heading-cover", "pairs", "sentence", "raw-pairs", "warning"}) {
    ASSERT_TRUE(weight_named(name)) << name;
    EXPECT_THAT(score_lines({1, {{name, 1, 1, 1}}}, 1, false, {}),
                testing::Not(Contains(StartsWith(std::string(name) + "  "))))
        << name;
  }
}

}  // namespace
}  // namespace palpate
