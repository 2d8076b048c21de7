#include "ranking/spelling.h"
#include "query/note_texts.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "understood_index.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct Case {
  std::string question;
  std::vector<std::string> corrections;
};

class Spelling : public UnderstoodIndex {
 protected:
  void SetUp() override {
    std::string lines;
    for (const std::string text :
         {"Sciatica runs down the leg. Sciatica often passes by itself.",
          "Inflammation of a tendon. Inflammation makes it swell, and the tendon stiff. "
          "Inflammation passes.",
          "Fibromyalgia hurts in many places. Fibromyalgia is no disease of the muscles.",
          "Back pain after lifting. Back pain at night. Back pain in children.",
          "Fading colours. Fading light. Carpal bones near the tunnel. The carpal tunnel.",
          "The planter box stands by the door. A planter box holds herbs.",
          "The plantar arch carries us. Plantar pain comes with the first steps, below the arch.",
          "A bumpy rash. Bumps on the arm; bumps on the leg.",
          "An odd word, sciatika, stands here once."})
      lines += R"({"_id":"d)" + std::to_string(number_++) + R"(","text":")" + text +
               R"(","metadata":{"language":"en"}})" + "\n";
    lines += R"({"_id":"named","text":"A handgrip trains the fingers. The handgrip is small.",)"
             R"("metadata":{"language":"en","authors":["Moira Hantgrip"]}})"
             "\n";
    index_lines(lines);
  }

  void expect(const std::vector<Case>& cases) {
    for (const Case& c : cases)
      EXPECT_THAT(corrections(c.question), ElementsAreArray(c.corrections)) << c.question;
  }

 private:
  int number_ = 0;
};

TEST_F(Spelling, ALetterReplacedDroppedDoubledOrSwappedIsCorrected) {
  expect({{"sciatixa", {"sciatixa > sciatica"}},
          {"sciatca", {"sciatca > sciatica"}},
          {"sciaticca", {"sciaticca > sciatica"}},
          {"scaitica", {"scaitica > sciatica"}},
          {"Sciatca pain", {"Sciatca > sciatica"}},
          {"tendno", {"tendno > tendon"}},
          {"sciatca tendno", {"sciatca > sciatica", "tendno > tendon"}}});
}

TEST_F(Spelling, LongWordsMayHoldTwoSlips) {
  expect({{"inflmmatoin", {"inflmmatoin > inflammation"}},
          {"inflamation", {"inflamation > inflammation"}},
          {"scixtxca", {}}});
}

TEST_F(Spelling, TwoSlipsBesideATellingWordAreInTheStem) {
  expect({{"carple tunnel", {"carple > carpal"}}, {"flying tunnel", {}}});
}

TEST_F(Spelling, WordsWrittenAsTheySoundAreRead) {
  index_texts({"Pneumonia of the left lung. Pneumonia needs rest.",
               "A headache after a day of reading. A headache at night.", "An odd knuckle."});
  EXPECT_THAT(corrections("numonia headake"),
              ElementsAre("numonia > pneumonia", "headake > headache"));
  EXPECT_THAT(corrections("nuckle"), IsEmpty()) << "stands there only once";
  EXPECT_THAT(corrections("\"numonia\""), IsEmpty());
}

TEST_F(Spelling, AWordOfALanguageThatFewArticlesAreInIsNoSlip) {
  index_lines(R"({"_id":"a","text":"الرقبة تؤلم. الرقبة متعبة.","metadata":{"language":"ar"}})"
              "\n"
              R"({"_id":"b","text":"A neck.","metadata":{"language":"en"}})"
              "\n");
  EXPECT_THAT(corrections("الرقبة"), IsEmpty());
}

TEST_F(Spelling, AWordThatArticlesHaveAnotherNameForIsNoSlip) {
  index_texts({"Paracetamol for a fever. Paracetamol at night. A timepiece. A timepiece."},
              "paracetamol, parazetamole\ntimepiece, paracetimol\n");
  EXPECT_THAT(corrections("parazetamole"), IsEmpty());
  EXPECT_THAT(corrections("paracetimol"), IsEmpty());
  EXPECT_THAT(corrections("paracetomol"), ElementsAre("paracetomol > paracetamol"));
}

TEST_F(Spelling, ShorterOnesMayHoldTwoWhereAPassageHoldsTheCandidateBesideAllOtherWords) {
  index_texts({"The carpal tunnel is narrow; surgery of the carpal tunnel widens it.",
               "A tunnel. Surgery.", "A carpet. A carpet is no tunnel."});
  EXPECT_THAT(corrections("carple tunnel"), ElementsAre("carple > carpal"));
  EXPECT_THAT(corrections("carple tunel surgery"),
              UnorderedElementsAre("carple > carpal", "tunel > tunnel"));
  EXPECT_THAT(corrections("carple"), IsEmpty()) << "in no company";
  EXPECT_THAT(corrections("carple other"), IsEmpty()) << "in no company that is known";
  EXPECT_THAT(corrections("carple widens carpet"), IsEmpty()) << "no passage holds both";
  EXPECT_THAT(corrections("crple tunnel"), IsEmpty()) << "five letters";
}

TEST_F(Spelling, OfFourLettersOnlyTwoSwappedNeighboursAndADroppedOneArePutRight) {
  expect({{"back pian", {"pian > pain"}},
          {"back paim", {}},
          {"back pani", {"pani > pain"}},
          {"back bups", {"bups > bumps"}}});
}

TEST_F(Spelling, WhatStaysAsTyped) {
  expect({{"sciatica tendon", {}},
          {"tendons", {}},             // known by its stem
          {"kciatica", {}},            // the first letter is taken to be right
          {"legz arn", {}},            // short
          {"10000mg 2019 1,500", {}},  // numbers and doses
          {"sciatca5", {}},
          {"mumps", {}},  // known short word, though "bumps" or the like were near
          {"\"sciatca\" tendon", {}},
          {"sciatca OR tendon", {}},
          {"qqqqqqqq", {}}});
}

TEST_F(Spelling, KnownShortWordsHaveNoSlipThoughOneIsNear) {
  index_texts({"Fevor is a name. Fevor came. Fevor went."});
  expect({{"fever", {}}, {"fevar", {"fevar > fevor"}}});
}

TEST_F(Spelling, ExactUndoesIt) {
  EXPECT_THAT(corrections("sciatca backpain", true), IsEmpty());
  EXPECT_THAT(concepts("sciatca backpain", true), ElementsAre("sciatca", "backpain"));
  EXPECT_THAT(concepts("sciatca", false), ElementsAre("sciatica"));
}

TEST_F(Spelling, RunTogetherWordsArePartedAndPartedOnesJoined) {
  expect({{"backpain", {"backpain > back pain"}},
          {"inflammationbackpain", {"inflammationbackpain > inflammation back pain"}},
          {"fibro myalgia", {"fibro myalgia > fibromyalgia"}}});
  EXPECT_THAT(concepts("fibro myalgia"), ElementsAre("fibromyalgia"));
}

TEST_F(Spelling, TheOtherWordsDecideBetweenCandidates) {
  expect({{"plantr arch", {"plantr > plantar"}}, {"plantr box", {"plantr > planter"}}});
}

TEST_F(Spelling, AnAuthorsNameIsKnown) {
  expect({{"hantgrip", {}}, {"handgrib", {"handgrib > handgrip"}}});
}

TEST_F(Spelling, AWordThatStandsOnceIsNoCandidateButKnown) {
  expect({{"sciatika", {}}, {"sciatikx", {}}});
}

TEST_F(Spelling, TheAnswerSaysWhatWasReadOtherwise) {
  Searcher searcher = folder_.searcher();
  const auto notes = [&](const Request& request) {
    const Result<Answer> answer = searcher.search(request);
    EXPECT_TRUE(answer);
    return answer ? texts_of(answer->notes) : std::vector<std::string>{};
  };
  EXPECT_THAT(notes({.question = "sciatca"}), ElementsAre(testing::HasSubstr("sciatica")));
  EXPECT_THAT(notes({.question = "sciatca", .exact = true}),
              testing::Not(testing::Contains(testing::HasSubstr("sciatica"))));
}

}  // namespace
}  // namespace palpate
