#include "ranking/neighbours.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

constexpr int kOther = 9;

double share_in(const Neighbours& asked, const std::vector<int>& text) {
  NeighbourFinder finder(asked, 10);
  for (std::size_t i = 0; i < text.size(); ++i) finder.see(text[i], i);
  return finder.share();
}

TEST(NeighbourFinder, TwoWordsAreTiedInAnyOrderWithOneBetween) {
  Neighbours asked;
  asked.add_tie();
  asked.add_wording(std::vector{1, 2});
  struct Case {
    std::vector<int> text;
    double share;
  };
  for (const auto& [text, share] : std::vector<Case>{{{1, 2}, 1},
                                                     {{2, 1}, 1},
                                                     {{1, kOther, 2}, 1},
                                                     {{1, kOther, kOther, 2}, 0},
                                                     {{1, 1, kOther, kOther}, 0},
                                                     {{2, kOther, kOther, 1, 2}, 1},
                                                     {{}, 0}})
    EXPECT_EQ(share_in(asked, text), share) << testing::PrintToString(text);
}

TEST(NeighbourFinder, AnyWordingTiesButOnlyAsAWhole) {
  Neighbours asked;
  asked.add_tie();
  asked.add_wording(std::vector{1, 2, 3});  // high blood pressure
  asked.add_wording(std::vector{4});        // hypertension
  asked.add_tie();
  asked.add_wording(std::vector{3, 5});
  struct Case {
    std::vector<int> text;
    double share;
  };
  for (const auto& [text, share] : std::vector<Case>{{{1, 2, 3}, 0.5},
                                                     {{1, 2}, 0},
                                                     {{2, 3}, 0},
                                                     {{1, 2, kOther, kOther, kOther, 2, 3}, 0.5},
                                                     {{4}, 0.5},
                                                     {{4, 1, 2, 3}, 0.5},
                                                     {{1, 2, 3, 5}, 1},
                                                     {{4, kOther, kOther, 3, 5}, 1}})
    EXPECT_EQ(share_in(asked, text), share) << testing::PrintToString(text);
}

TEST(NeighbourFinder, AQuestionOfOneWordHasNoNeighbours) { EXPECT_EQ(share_in({}, {1, 2, 3}), 0); }

TEST(Neighbours, AWordingWithoutWordsIsNone) {
  Neighbours asked;
  asked.add_tie();
  asked.add_wording({});
  EXPECT_TRUE(asked.wordings.empty());
  EXPECT_EQ(share_in(asked, {1}), 0);
}

}  // namespace
}  // namespace palpate
