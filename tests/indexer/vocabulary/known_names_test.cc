#include "vocabulary/known_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace palpate {
namespace {

struct Case {
  std::string name;
  bool known, known_when_shouted;
};

TEST(KnownNames, InAnyCaseOrInCapitalsOnly) {
  const std::vector<Case> cases = {
      {"hepatitis A", true, true},
      {"Hepatitis a", true, true},
      {"HEPATITIS A", true, true},
      {"IT band", true, true},
      {"it band", true, true},
      {"WHO", true, false},
      {"who", false, false},
      {"Who", false, false},
      {"ALL", true, false},
      {"all", false, false},
      {"hepatitis", false, false},
      {"a", false, false},
      {"", false, false},
      {"# Abbreviations that look like stop words", false, false},
      {"hepatitis  A", false, false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(is_known_name(c.name, false), c.known) << c.name;
    EXPECT_EQ(is_known_name(c.name, true), c.known_when_shouted) << c.name;
  }
}

TEST(KnownNames, OfSeveralWordsAreInOrderEachOnce) {
  const auto names = known_names_of_words();
  EXPECT_THAT(names, testing::Contains(std::vector<std::string>{"hepatitis", "a"}));
  EXPECT_THAT(names, testing::Contains(std::vector<std::string>{"down", "syndrome"}));
  EXPECT_THAT(names, testing::Contains(std::vector<std::string>{"off", "label"}));
  EXPECT_TRUE(std::ranges::is_sorted(names));
  EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

}  // namespace
}  // namespace palpate
