// palpate-query --like, and copied pages, as a person meets them.
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Like, ShowsPassagesOfOtherArticles) {
  const FixtureIndex index;
  const Outcome shown = index.query({"-n", "2", "--like", "calf-cramp.txt"});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_THAT(shown.out, Not(HasSubstr("Night Cramps in the Calf")));
  EXPECT_THAT(shown.out, HasSubstr("*"));
  EXPECT_THAT(shown.out, HasSubstr(", showing 1–2."));

  const Outcome json = index.query({"--json", "--explain", "--like", "calf-cramp.txt#2"});
  const auto answer = nlohmann::json::parse(json.out);
  EXPECT_EQ(answer.at("question"), "calf-cramp.txt#2");
  ASSERT_FALSE(answer.at("hits").empty());
  for (const auto& hit : answer.at("hits")) EXPECT_NE(hit.at("document"), "calf-cramp.txt");
  EXPECT_THAT(answer.at("explain").at(0).get<std::string>(), HasSubstr("most telling first"));
}

TEST(Like, AnUnknownIdIsNothingFound) {
  const FixtureIndex index;
  const Outcome outcome = index.query({"--like", "nope.md"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("there is no passage or document \"nope.md\""));
  EXPECT_EQ(index.query({"--like", "nope.md", "neck"}).exit_code, 2);
}

TEST(Fold, ACopiedArticleIsNamedBelowTheFirst) {
  const FixtureIndex index;
  std::filesystem::copy(index.articles() / "frozen-shoulder.md", index.articles() / "zz-copy.md");
  ASSERT_EQ(index.index({}).exit_code, 0);
  const Outcome shown = index.query({"-n", "1", "title:frozen", "shoulder", "months"});
  EXPECT_THAT(shown.out,
              HasSubstr("also in: Frozen Shoulder, Month by Month (Lakeside Physiotherapy)\n"));
  const auto answer = nlohmann::json::parse(
      index.query({"--json", "--per-article", "0", "title:frozen", "shoulder", "months"}).out);
  for (const auto& hit : answer.at("hits")) {
    EXPECT_EQ(hit.at("document"), "frozen-shoulder.md");
    ASSERT_EQ(hit.at("also_in").size(), 1U);
    EXPECT_EQ(hit.at("also_in").at(0).at("document"), "zz-copy.md");
  }
}

}  // namespace
}  // namespace palpate
