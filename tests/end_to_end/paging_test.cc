// Pages of an answer: each goes on where the one before ended.
#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

using Json = nlohmann::json;

Json answer(const FixtureIndex& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "--json");
  const Outcome outcome = index.query(arguments);
  EXPECT_LE(outcome.exit_code, 1) << outcome.err;
  return Json::parse(outcome.out);
}

std::vector<std::string> passages_of(const Json& answer) {
  std::vector<std::string> passages;
  for (const Json& hit : answer.at("hits")) passages.push_back(hit.at("passage").at("id"));
  return passages;
}

TEST(Paging, PagesJoinToTheWholeListWithoutOverlap) {
  const FixtureIndex index;
  for (const std::string per_article : {"0", "1", "2", "3"}) {
    for (const std::string size : {"1", "3", "7"}) {
      SCOPED_TRACE(::testing::Message() << "per article " << per_article << ", pages of " << size);
      const std::string question = "the neck and the shoulder";
      const std::vector<std::string> whole =
          passages_of(answer(index, {"-n", "1000", "--per-article", per_article, question}));
      ASSERT_GT(whole.size(), 2U);
      std::vector<std::string> joined;
      for (std::size_t offset = 0; offset <= whole.size(); offset += std::stoul(size)) {
        const Json page = answer(index, {"-n", size, "--offset", std::to_string(offset),
                                         "--per-article", per_article, question});
        std::size_t rank = offset;
        for (const Json& hit : page.at("hits")) EXPECT_EQ(hit.at("rank"), ++rank);
        for (const std::string& passage : passages_of(page)) joined.push_back(passage);
      }
      EXPECT_EQ(joined, whole);
      EXPECT_EQ(std::set<std::string>(whole.begin(), whole.end()).size(), whole.size());
    }
  }
}

// The total of many matches is an estimate, which depends on how many are fetched.
TEST(Paging, EveryPageSaysTheSameTotal) {
  const TestFolder folder;
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines += R"({"_id":")" + std::to_string(i) + R"(","text":"Knee)";
    for (int word = i % 7; word > 0; --word) lines += i % word == 0 ? " pain" : " rest";
    lines += i % 3 == 0 ? " hip" : " heel";
    lines += " " + std::to_string(i) + R"(."})" + "\n";
  }
  folder.write("in/lines.jsonl", lines);
  const std::string db = folder / "a.db";
  ASSERT_EQ(run("palpate-index", {"--db", db, folder / "in"}).exit_code, 0);
  std::size_t estimates = 0;
  for (const std::string question : {"hip pain", "rest heel hip", "\"knee pain\"", "pain -hip"}) {
    const auto total = [&](const std::string& size, const std::string& offset) {
      const Json page =
          Json::parse(run("palpate-query", {"--db", db, "--json", "-n", size, "--offset", offset,
                                            "--per-article", "0", question})
                          .out);
      estimates += page.at("exact") ? 0 : 1;
      return std::pair(page.at("total").get<std::size_t>(), page.at("exact").get<bool>());
    };
    const auto first = total("5", "0");
    for (const std::string offset : {"5", "95", "150", "700", "2500"})
      EXPECT_EQ(total("10", offset), first) << question << ", offset " << offset;
    EXPECT_EQ(total("1000", "0"), first) << question;
  }
  EXPECT_GT(estimates, 0U);
}

TEST(Paging, SoManyPassagesOfAnArticleAsAskedFor) {
  const FixtureIndex index;
  const auto most = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"-n", "100"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.emplace_back("the muscle and the calf");
    std::map<std::string, int> counts;
    int highest = 0;
    const Json found = answer(index, arguments);
    for (const Json& hit : found.at("hits"))
      highest = std::max(highest, ++counts[hit.at("article").at("id")]);
    return highest;
  };
  EXPECT_EQ(most({}), 2);
  EXPECT_EQ(most({"--per-article", "1"}), 1);
  EXPECT_EQ(most({"--per-article", "3"}), 3);
  EXPECT_GT(most({"--per-article", "0"}), 3);
}

// Lines of a .jsonl that share an article are grouped like its sections.
TEST(Paging, DocumentsOfOneArticleAreGrouped) {
  const FixtureIndex index;
  EXPECT_EQ(answer(index, {"--per-article", "1", "source:lakeside", "run", "OR", "shoes"})
                .at("hits")
                .size(),
            1U);
}

TEST(Paging, BeyondTheEndNothingIsShownAndTheTotalStands) {
  const FixtureIndex index;
  const Outcome outcome = index.query({"--offset", "50", "pillow"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "1 passage matches; none is left to show.\n");
}

}  // namespace
}  // namespace palpate
