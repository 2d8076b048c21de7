#include "service/target.h"

#include <gtest/gtest.h>

namespace palpate {
namespace {

// An empty one, of no path, where there is none.
Target parsed(std::string_view raw) { return parse_target(raw).value_or(Target{}); }

TEST(Target, DecodesPathAndParameters) {
  const Target target = parsed("/articles/a%20b%2Fc+d.md?q=neck+pain%3F&n=&empty&q=%E2%82%AC");
  EXPECT_EQ(target.path, "/articles/a b/c+d.md");
  ASSERT_EQ(target.parameters.size(), 4U);
  EXPECT_EQ(target.parameters[0].value, "neck pain?");
  EXPECT_EQ(target.parameters[1].value, "");
  EXPECT_EQ(target.parameters[2].name, "empty");
  EXPECT_EQ(target.parameters[3].value, "€");
}

TEST(Target, TakesAWholeAddress) {
  EXPECT_EQ(parsed("http://clinic.test/search?q=a").path, "/search");
  EXPECT_EQ(parsed("http://clinic.test").path, "/");
}

TEST(Target, RefusesPathsThatAreNoText) {
  for (const char* raw : {"", "*", "search", "/%", "/%4", "/%zz", "/%ff", "/%00", "/%c0%80"})
    EXPECT_FALSE(parse_target(raw)) << raw;
}

TEST(Target, SaysWhichParameterIsNoText) {
  for (const char* raw : {"/?q=%", "/?q=%g1", "/?q=%ff", "/?q=%ed%a0%80", "/?%ff=1"}) {
    const Target target = parsed(raw);
    ASSERT_EQ(target.parameters.size(), 1U) << raw;
    EXPECT_FALSE(target.parameters.front().readable) << raw;
  }
}

TEST(Target, EncodesWhatItDecodes) {
  const std::string text = "Rücken & Nacken/50%+?#\"<>.md";
  EXPECT_EQ(parsed("/" + percent_encoded(text, true)).path, "/" + text);
  EXPECT_EQ(parsed("/?q=" + percent_encoded(text, false)).parameters[0].value, text);
  EXPECT_EQ(percent_encoded("a/b", false), "a%2Fb");
}

}  // namespace
}  // namespace palpate
