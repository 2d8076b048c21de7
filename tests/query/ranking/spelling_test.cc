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

struct Slips {
  std::string a, b;
  std::size_t most, slips;
};

TEST(SlipsBetween, CountsLettersNotBytesAndASwapOnce) {
  const std::vector<Slips> cases = {
      {"", "", 2, 0},
      {"knee", "knee", 0, 0},
      {"knee", "kneel", 1, 1},
      {"kneel", "knee", 1, 1},
      {"knee", "knie", 1, 1},
      {"tendon", "tendno", 1, 1},
      {"tendon", "etndno", 2, 2},
      {"tendon", "tenddon", 1, 1},
      {"ca", "abc", 5, 3},  // what was swapped is not parted again
      {"größe", "grosse", 3, 3},
      {"größe", "größ", 1, 1},
      {"übung", "ubung", 1, 1},
      {"αβ", "βα", 1, 1},
      {"痛み", "痛", 1, 1},
      {"💊a", "a💊", 1, 1},
      {"knee", "hip", 1, 2},      // no more than most + 1
      {"knee", "kneecap", 2, 3},  // too long to be near
      {"", "abc", 3, 3},
      {std::string(70, 'a'), std::string(70, 'a'), 1, 0},
      {std::string(70, 'a'), std::string(69, 'a') + "b", 1, 2},  // too long to be compared
  };
  for (const Slips& c : cases) {
    EXPECT_EQ(slips_between(c.a, c.b, c.most), c.slips) << c.a << " " << c.b;
    EXPECT_EQ(slips_between(c.b, c.a, c.most), c.slips) << c.b << " " << c.a;
  }
}

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
          "Inflammation of a tendon. Inflammation makes it swell, and the tendon stiff.",
          "Fibromyalgia hurts in many places. Fibromyalgia is no disease of the muscles.",
          "Back pain after lifting. Back pain at night. Back pain in children.",
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
