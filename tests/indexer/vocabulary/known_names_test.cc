#include "vocabulary/known_names.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace palpate
