#include "article/markdown/front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "article/reader.h"
#include "indexer/article/temporary_folder.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view kSlip =
    "---\nauthor: Jane Doe\ntitle: Knee: what helps\ndate: 2024-06-03\ntags:\n  - knee\n  - gait\n"
    "---\nWalk.\n";

TEST(FrontMatter, WithASlipKeepsItsGoodKeys) {
  Article article;
  EXPECT_EQ(read_front_matter(kSlip, article), "Walk.\n");
  EXPECT_EQ(article.title, "Knee: what helps");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(article.published, (Date{2024, 6, 3}));
  EXPECT_THAT(article.tags, ElementsAre("knee", "gait"));
  ASSERT_EQ(article.dropped.size(), 1U);
  EXPECT_THAT(article.dropped[0].reason, StartsWith("front matter line 3: not valid YAML"));
  EXPECT_EQ(broken_line(article.dropped[0]), 3U);
}

TEST(FrontMatter, NamesTheLineOfEachSlip) {
  struct Case {
    std::string_view front;
    std::size_t line;
    std::string_view title;
  };
  for (const Case& one : {Case{"---\ntitle: Knee\ntags: [knee\ndate: 2024-06-03\n---\n", 3, "Knee"},
                          Case{"---\ntitle: Knee\n\nsource: {River\n---\n", 4, "Knee"},
                          Case{"---\ntitle: Knee\nauthors:\n  - A: b: c\n---\n", 4, "Knee"},
                          Case{"---\r\ntitle: Knee: why\r\n---\r\n", 2, "Knee: why"}}) {
    Article article;
    read_front_matter(one.front, article);
    EXPECT_EQ(article.title, one.title) << one.front;
    ASSERT_FALSE(article.dropped.empty()) << one.front;
    EXPECT_EQ(broken_line(article.dropped[0]), one.line) << one.front << article.dropped[0].reason;
  }
}

TEST(FrontMatter, WithASlipIsReportedAndTheFileRead) {
  const TemporaryFolder folder;
  const auto path = folder.write("knee.md", std::string(kSlip));
  std::vector<Problem> problems;
  std::vector<Article> articles;
  read_articles(
      {path, "knee.md", ""}, {}, [&](Article article) { articles.push_back(std::move(article)); },
      [&](Problem problem) { problems.push_back(std::move(problem)); });
  ASSERT_EQ(articles.size(), 1U);
  EXPECT_EQ(articles[0].text, "Walk.");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].path, path.string());
  EXPECT_EQ(problems[0].line, 3U);
  EXPECT_THAT(problems[0].reason, HasSubstr("front matter line 3: "));
}

TEST(FrontMatter, WithoutASlipBreaksNoLine) {
  EXPECT_EQ(broken_line({"x", "front matter: a key that is not used"}), 0U);
}

}  // namespace
}  // namespace palpate
