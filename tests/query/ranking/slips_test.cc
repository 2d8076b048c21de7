#include "ranking/slips.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

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

}  // namespace
}  // namespace palpate
