#include "answer/compose.h"

#include "ranking/asked_terms.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Compose : public testing::Test {
 protected:
  Compose() {
    document_.id = "knee.md";
    document_.group = "knees";
    document_.title = "Knees";
    document_.language = "en";
    document_.published = {2024, 6, 0};
    passage_.number = 3;
    passage_.heading_path = {"What helps"};
    passage_.body_begin = 12;
    passage_.text =
        "What helps\n\nRest helps the knee. Low-back pain needs walks.\n\nKnee pain too. ";
    passage_.range = {100, 100 + passage_.text.size()};
    passage_.sentences = {{12, 33}, {33, 61}, {61, passage_.text.size()}};
  }

  void ask(const std::string& stem, double weight = 1) {
    words_.stems.emplace(stem, MarkedWords::Word{stem, stem, weight, Via::word});
  }
  void ask_phrase(const std::string& phrase) {
    words_.phrases.push_back(analyser_.analyse({phrase, true, {}}));
  }
  Hit hit() {
    return compose_hit(passage_, document_, words_, analyser_, analyser_.analyser("en"));
  }

  QuestionAnalyser analyser_ = std::move(*QuestionAnalyser::create({"en"}));
  PassageRecord passage_;
  DocumentRecord document_;
  MarkedWords words_;
};

std::vector<std::string> marked(const Hit& hit) {
  std::vector<std::string> texts;
  for (const Mark& mark : hit.marks) texts.emplace_back(mark.range.of(hit.text));
  return texts;
}

TEST_F(Compose, CarriesThePassageAndItsArticle) {
  const Hit made = hit();
  EXPECT_EQ(made.document, "knee.md");
  EXPECT_EQ(made.passage, "knee.md#3");
  EXPECT_EQ(made.article.id, "knees");
  EXPECT_EQ(made.article.published, "2024-06");
  EXPECT_EQ(made.text, passage_.text);
  EXPECT_EQ(made.range, passage_.range);
  EXPECT_EQ(made.body_begin, 12U);
  EXPECT_FALSE(made.back_matter);
  passage_.role = SectionRole::about_author;
  EXPECT_TRUE(hit().back_matter);
}

TEST_F(Compose, MarksWordsByTheirStemAndOnlyInTheBody) {
  ask("help");
  ask("knee");
  EXPECT_THAT(marked(hit()), ElementsAre("helps", "knee", "Knee"));
}

TEST_F(Compose, MarksAWordOfANameThatWasNotTypedOnlyBesideItsOthers) {
  const auto name = [&](const std::string& stem, const std::string& other) {
    words_.stems.emplace(stem, MarkedWords::Word{"lumbago", stem, 1, Via::equivalent, {other}});
  };
  name("pain", "back");
  name("back", "pain");
  EXPECT_THAT(marked(hit()), ElementsAre("back", "pain"));  // nothing of "Knee pain"
}

TEST_F(Compose, MarksACompoundAsAWholeWhereTheWholeWasAsked) {
  ask("lowback");
  EXPECT_THAT(marked(hit()), ElementsAre("Low-back"));
  ask("low");
  ask("back");
  EXPECT_THAT(marked(hit()), ElementsAre("Low-back"));
}

TEST_F(Compose, MarksAPhraseOnceAndNotItsWordsInside) {
  ask("pain");
  ask_phrase("knee pain");
  const Hit made = hit();
  EXPECT_THAT(marked(made), ElementsAre("pain", "Knee pain"));
  EXPECT_EQ(made.marks[0].via, Via::word);
  EXPECT_EQ(made.marks[1].via, Via::phrase);
  EXPECT_EQ(made.marks[1].term, "knee pain");
}

TEST_F(Compose, TheBestSentenceIsThatOfTheWeightiestDistinctWords) {
  ask("knee", 1);
  EXPECT_EQ(hit().sentence.of(passage_.text), "Rest helps the knee.") << "the first of equals";
  ask("pain", 1);
  EXPECT_EQ(hit().sentence.of(passage_.text), "Knee pain too.");
  ask("walk", 5);
  EXPECT_EQ(hit().sentence.of(passage_.text), "Low-back pain needs walks.");
}

TEST_F(Compose, WithoutAMarkNoSentenceStandsOut) {
  EXPECT_TRUE(hit().sentence.empty());
  EXPECT_THAT(hit().marks, IsEmpty());
  ask("help");
  passage_.sentences.clear();
  EXPECT_TRUE(hit().sentence.empty());
}

TEST_F(Compose, AnEmptyPassageIsNoTrouble) {
  passage_ = {};
  ask("knee");
  ask_phrase("knee pain");
  EXPECT_THAT(hit().marks, IsEmpty());
  EXPECT_TRUE(hit().sentence.empty());
}

TEST(Rarity, FallsWithTheNumberOfPassagesAndStaysPositive) {
  double last = rarity(0, 1'000);
  for (const std::size_t with : {1U, 10U, 500U, 999U, 1'000U}) {
    EXPECT_LT(rarity(with, 1'000), last);
    last = rarity(with, 1'000);
    EXPECT_GT(last, 0);
  }
  EXPECT_GT(rarity(5, 3), 0) << "counts taken at different moments";
  EXPECT_GT(rarity(0, 0), 0);
}

}  // namespace
}  // namespace palpate
