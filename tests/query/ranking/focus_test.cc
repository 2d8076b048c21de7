#include "ranking/focus.h"
#include "query/note_texts.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "indexed_folder.h"

namespace palpate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Many lines on knees, one on lymphoedema, another name in a third's title.
class Focus : public testing::Test {
 protected:
  void SetUp() override {
    std::string lines;
    for (int i = 0; i < 40; ++i)
      lines +=
          R"({"_id":"knee)" + std::to_string(i) +
          R"(","title":"Knee pain","text":"Pain in the knee, swelling and side effects. Case )" +
          std::to_string(i) + R"(."})" + "\n";  // a number: or they would be folded
    lines += R"({"_id":"arm","title":"Arms","text":"Lymphoedema swells an arm."})"
             "\n";
    lines += R"({"_id":"heart","title":"Myocardial infarction","text":"The chest hurts."})"
             "\n";
    lines += R"({"_id":"best","text":"The best information is short."})"
             "\n";
    lines +=
        R"({"_id":"roll","title":"Rollers","text":"Some like it.",)"
        R"("metadata":{"heading":"Foam cushions and tapes and other things, and foam rolling"}})"
        "\n";
    folder_.write("lines.jsonl", lines);
    folder_.index();
  }

  Answer ask(const std::string& question, std::size_t offset = 0) {
    Searcher searcher = folder_.searcher();
    const Result<Answer> answer = searcher.search({.question = question, .offset = offset});
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  }

  IndexedFolder folder_;
};

TEST_F(Focus, AWordThatOccursNowhereIsSaidOnceAndLast) {
  const Answer answer = ask("metformin for knee pain");
  EXPECT_FALSE(answer.hits.empty());
  EXPECT_TRUE(answer.closest);
  EXPECT_THAT(texts_of(answer.notes), ElementsAre("Nothing here is about “metformin”; closest:"));
  EXPECT_THAT(texts_of(ask("metformin lisinopril knee").notes),
              ElementsAre("Nothing here is about “metformin” or “lisinopril”; closest:"));
}

TEST_F(Focus, StandsBehindAllOtherNotes) {
  const std::vector<std::string> notes = texts_of(ask("metformin for knee pian lang:").notes);
  ASSERT_FALSE(notes.empty());
  EXPECT_THAT(notes.back(), HasSubstr("closest:"));
}

TEST_F(Focus, IsSaidOnEveryPage) {
  EXPECT_THAT(texts_of(ask("metformin knee", 10).notes), Contains(HasSubstr("closest:")));
}

TEST_F(Focus, NothingIsSaidOfWhatIsFound) {
  for (const std::string question :
       {"knee pain", "is knee pain ok", "lymphoedema", "lymphoedema knee pain", "heart attack",
        "lymphedema", "knee", "side effects", "foam rolling"}) {
    const Answer answer = ask(question);
    EXPECT_FALSE(answer.hits.empty()) << question;
    EXPECT_FALSE(answer.closest) << question;
    EXPECT_THAT(texts_of(answer.notes), Not(Contains(HasSubstr("closest:")))) << question;
  }
}

// The words stand in passages, but none of those passes the filter.
TEST_F(Focus, AKnownWordThatNoHitHoldsIsMissed) {
  const Answer answer = ask("lymphoedema knee title:knee");
  EXPECT_FALSE(answer.hits.empty());
  EXPECT_THAT(texts_of(answer.notes), ElementsAre("Nothing here is about “lymphoedema”; closest:"));
  EXPECT_TRUE(answer.closest);
}

TEST_F(Focus, OfAShortQuestionThatNoPassageHoldsHalfOfItsChiefWordsAreMissed) {
  const Answer answer = ask("lymphoedema chest");
  EXPECT_FALSE(answer.hits.empty());
  EXPECT_FALSE(answer.closest) << "half of it is held";
  EXPECT_THAT(texts_of(ask("lymphoedema chest side case").notes),
              ElementsAre("Nothing here is about “chest”; closest:"));
}

TEST_F(Focus, TheWordsOfANameMustStandTogether) {
  EXPECT_THAT(texts_of(ask("side effects").notes), Not(Contains(HasSubstr("closest:"))));
  EXPECT_THAT(texts_of(ask("swelling of the side").notes), Not(Contains(HasSubstr("closest:"))));
}

TEST_F(Focus, AnAsideInALongMessageIsNoFocus) {
  const Answer answer = ask(
      "Dear Quibbleworth, my knee hurts and swelling of the knee with pain, an arm that swells, "
      "chest pain, lymphoedema and side effects since a myocardial infarction");
  EXPECT_FALSE(answer.closest);
  EXPECT_THAT(texts_of(answer.notes), Contains(HasSubstr("“Quibbleworth")));
}

TEST_F(Focus, QuestionWordsAloneFindNothingForAnUnknownTopic) {
  for (const std::string question :
       {"metformin", "metformin lisinopril", "best metformin information", "metformin lang:en"}) {
    const Answer answer = ask(question);
    EXPECT_THAT(answer.hits, IsEmpty()) << question;
    EXPECT_FALSE(answer.closest) << question;
    EXPECT_THAT(texts_of(answer.notes), Contains(HasSubstr("No article holds “metformin”")))
        << question;
  }
}

}  // namespace
}  // namespace palpate
