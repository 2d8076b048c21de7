#include "article/files/ignore_patterns.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace palpate {
namespace {

struct Case {
  const char* patterns;
  const char* path;  // a folder where it ends in '/'
  bool ignored;
};

TEST(IgnorePatternsTest, DecidesLikeGitignore) {
  const std::vector<Case> cases = {
      {"*.bak", "a.bak", true},
      {"*.bak", "deep/er/a.bak", true},
      {"*.bak", "a.bak.md", false},
      {"drafts/", "drafts/", true},
      {"drafts/", "a/drafts/", true},
      {"drafts/", "drafts", false},
      {"drafts", "a/drafts", true},
      {"/old.html", "old.html", true},
      {"/old.html", "a/old.html", false},
      {"a/b", "a/b", true},
      {"a/b", "x/a/b", false},
      {"a/*/c", "a/b/c", true},
      {"a/*/c", "a/b/b/c", false},
      {"a/**/c", "a/c", true},
      {"a/**/c", "a/b/b/c", true},
      {"**/c", "c", true},
      {"**/c", "a/b/c", true},
      {"a/**", "a/b/c", true},
      {"a/**", "a/", false},
      {"**", "a", true},
      {"?.md", "ä.md", true},
      {"?.md", "ab.md", false},
      {"a?b", "a/b", false},
      {"a*b", "a/b", false},
      {"*a*b*c*", "xaybzc", true},
      {"*a*b*c*", "xaybz", false},
      {"# a", "# a", false},
      {"\\# a", "# a", true},
      {"\\!a", "!a", true},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"[ab]", "a", false},
      {"[ab]", "[ab]", true},
      {"a  \r", "a", true},
      {"\xef\xbb\xbf*.md\r\n\r\n!b.md\r\n", "a.md", true},
      {"*.md\n!b.md", "b.md", false},
      {"!b.md\n*.md", "b.md", true},
      {"", "a", false},
      {"/\n//\n!", "a", false},
  };
  for (const Case& c : cases) {
    const std::string path = c.path;
    const IgnorePatterns patterns{c.patterns};
    EXPECT_EQ(patterns.ignores(path, path.ends_with('/')).value_or(false), c.ignored)
        << c.patterns << " on " << path;
  }
}

TEST(IgnorePatternsTest, SaysNothingWhereNoPatternMatches) {
  EXPECT_EQ(IgnorePatterns("*.md").ignores("a.txt", false), std::nullopt);
  EXPECT_EQ(IgnorePatterns("!*.txt").ignores("a.txt", false), false);
}

TEST(IgnorePatternsTest, TakesHostilePatternsInPolynomialTime) {
  std::string stars;
  std::string folders;
  std::string deep;
  for (int i = 0; i < 200; ++i) {
    stars += "*a";
    folders += "**/a/";
    deep += "a/";
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(IgnorePatterns(stars + "b").ignores(std::string(2000, 'a'), false).has_value());
  EXPECT_FALSE(IgnorePatterns(folders + "b").ignores(deep + "c", false).has_value());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

}  // namespace
}  // namespace palpate
