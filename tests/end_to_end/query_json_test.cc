// palpate-query --json, --stats and --explain: what docs/json.md promises.
#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using Json = nlohmann::json;

const std::vector<std::string> kQuestions{"stiff neck",    "\"frozen shoulder\"",    "calf stretch",
                                          "the of and",    "schmerzen rücken",       "weight 2 kg",
                                          "author:feld",   "Vandermeer 2016",        "800km shoes",
                                          "after:2020 -x", "massage OR \"the heel\""};

Json answer(const FixtureIndex& index, const std::vector<std::string>& arguments) {
  std::vector<std::string> all{"--json"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Outcome outcome = index.query(all);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out.find('\n'), outcome.out.size() - 1) << "one object on one line";
  return Json::parse(outcome.out);
}

TEST(QueryJson, HasTheDocumentedFields) {
  const FixtureIndex index;
  const Json found = answer(index, {"-n", "1", "night cramp"});
  EXPECT_EQ(found.at("version"), 1);
  EXPECT_EQ(found.at("question"), "night cramp");
  EXPECT_FALSE(found.contains("id"));
  EXPECT_FALSE(found.contains("explain"));
  EXPECT_TRUE(found.at("exact").get<bool>());
  EXPECT_TRUE(found.at("notes").is_array());
  ASSERT_EQ(found.at("hits").size(), 1U);
  Json hit = found.at("hits").at(0);
  EXPECT_GT(hit.at("score").get<double>(), 0);
  hit.erase("score");
  const std::string text =
      "A night cramp pulls the calf into a hard ball and wakes the sleeper. It passes within "
      "minutes, yet the muscle can stay sore for a day. Most cramps are harmless.";
  const Json expected{{"rank", 1},
                      {"document", "calf-cramp.txt"},
                      {"article",
                       {{"id", "calf-cramp.txt"},
                        {"title", "Night Cramps in the Calf"},
                        {"url", ""},
                        {"path", (index.articles() / "calf-cramp.txt").string()},
                        {"source", ""},
                        {"authors", {"Mira Oldenburg"}},
                        {"reviewers", {"Tobias Quist"}},
                        {"published", "--04-28"},
                        {"updated", "--07-31"},
                        {"language", "en"}}},
                      {"heading", Json::array()},
                      {"context", ""},
                      {"passage",
                       {{"id", "calf-cramp.txt#1"},
                        {"text", hit.at("passage").at("text")},
                        {"begin", 0},
                        {"end", hit.at("passage").at("text").get<std::string>().size()},
                        {"body", 0}}},
                      {"sentence", {{"begin", 0}, {"end", 68}}},
                      {"marks",
                       {{{"begin", 2}, {"end", 7}, {"term", "night"}, {"via", "word"}},
                        {{"begin", 8}, {"end", 13}, {"term", "cramp"}, {"via", "word"}},
                        {{"begin", text.find("cramps")},
                         {"end", text.find("cramps") + 6},
                         {"term", "cramp"},
                         {"via", "word"}}}},
                      {"back_matter", false},
                      {"also_in", Json::array()}};
  EXPECT_EQ(hit, expected) << hit.dump(2);
  EXPECT_THAT(hit.at("passage").at("text").get<std::string>(), ::testing::StartsWith(text));
}

bool at_character(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text.at(at)) & 0xC0U) != 0x80U;
}

void expect_range(const Json& range, const std::string& text) {
  const std::size_t begin = range.at("begin");
  const std::size_t end = range.at("end");
  EXPECT_LT(begin, end);
  ASSERT_LE(end, text.size());
  EXPECT_TRUE(at_character(text, begin) && at_character(text, end));
}

TEST(QueryJson, PassagesStandInTheKeptTextAndMarksInThePassage) {
  const FixtureIndex index;
  std::size_t marks = 0;
  for (const std::string& question : kQuestions) {
    SCOPED_TRACE(question);
    const Json found = answer(index, {"-n", "50", "--per-article", "0", question});
    EXPECT_LE(found.at("hits").size(), found.at("total").get<std::size_t>());
    for (const Json& hit : found.at("hits")) {
      const Json& passage = hit.at("passage");
      const std::string text = passage.at("text");
      const std::string kept = index.query({"--full", hit.at("document").get<std::string>()}).out;
      expect_range(passage, kept);
      const std::size_t begin = passage.at("begin");
      EXPECT_EQ(kept.substr(begin, passage.at("end").get<std::size_t>() - begin), text);
      EXPECT_LT(passage.at("body").get<std::size_t>(), text.size());
      if (!hit.at("sentence").is_null()) expect_range(hit.at("sentence"), text);
      std::size_t behind = passage.at("body");
      for (const Json& mark : hit.at("marks")) {
        expect_range(mark, text);
        EXPECT_GE(mark.at("begin").get<std::size_t>(), behind) << "in order, not overlapping";
        behind = mark.at("end");
        ++marks;
      }
    }
  }
  EXPECT_GT(marks, 20U);
}

TEST(QueryJson, PassagesOfADocumentJoinToItsKeptText) {
  const FixtureIndex index;
  for (const std::string id : {"calf-cramp.txt", "stiff-neck.txt", "tennis-elbow.html",
                               "desk-posture.md", "rueckenschule.md", "ice-or-heat"}) {
    SCOPED_TRACE(id);
    const std::string kept = index.query({"--full", id}).out;
    ASSERT_FALSE(kept.empty());
    std::string joined;
    for (int number = 1;; ++number) {
      const Outcome one =
          index.query({"--json", "id:" + std::string(id) + "#" + std::to_string(number)});
      const Json hits = Json::parse(one.out).at("hits");
      if (hits.empty()) break;
      EXPECT_EQ(hits.at(0).at("passage").at("begin"), joined.size());
      joined += hits.at(0).at("passage").at("text").get<std::string>();
    }
    EXPECT_EQ(joined, kept);
  }
}

// A filter for one document gives all its passages; back matter is kept apart from answers.
TEST(QueryJson, IdFilterGivesEveryPassageOfADocument) {
  const FixtureIndex index;
  const Json found = answer(index, {"-n", "1000", "--per-article", "0", "id:stiff-neck.txt"});
  std::map<std::size_t, std::string> parts;
  for (const Json& hit : found.at("hits"))
    parts[hit.at("passage").at("begin")] = hit.at("passage").at("text");
  std::string joined;
  for (const auto& [begin, text] : parts) joined += text;
  EXPECT_EQ(joined, index.query({"--full", "stiff-neck.txt"}).out);
}

TEST(QueryJson, ExplainSaysHowTheQuestionWasUnderstoodAndScored) {
  const FixtureIndex index;
  const Json found = answer(index, {"--explain", "stiff neck -collar title:neck"});
  const std::string explained = found.at("explain").dump(-1, ' ', false);
  EXPECT_THAT(explained, AllOf(HasSubstr("word: stiff"), HasSubstr("without: collar"),
                               HasSubstr("only title: neck"), HasSubstr("notation: Query(")));
  for (const Json& hit : found.at("hits")) {
    EXPECT_FALSE(hit.at("why").empty());
    double sum = 0;
    for (const Json& part : hit.at("score_parts").at("parts"))
      sum += part.at("contribution").get<double>();
    EXPECT_NEAR(sum, hit.at("score").get<double>(), 1e-9);
  }
  const Outcome printed = index.query({"--explain", "stiff neck"});
  EXPECT_THAT(printed.out, AllOf(::testing::StartsWith("word: stiff\nword: neck\n"),
                                 HasSubstr("passages hold it"), HasSubstr("score ")));
}

TEST(QueryJson, NothingFoundIsAnAnswerToo) {
  const FixtureIndex index;
  const Outcome outcome = index.query({"--json", "xylophone"});
  EXPECT_EQ(outcome.exit_code, 1);
  const Json found = Json::parse(outcome.out);
  EXPECT_EQ(found.at("total"), 0);
  EXPECT_EQ(found.at("hits"), Json::array());
  EXPECT_THAT(found.at("notes").dump(-1, ' ', false), HasSubstr("“xylophone”"));
}

TEST(QueryStats, DescribeTheIndex) {
  const FixtureIndex index;
  const Outcome printed = index.query({"--stats"});
  EXPECT_EQ(printed.exit_code, 0);
  for (const std::string line : {"documents     9\n", "passages      30\n", "failed files  0\n",
                                 "language en   28 passages\n", "language de   2 passages\n",
                                 "prefix  field    holds\n", "S       title    "})
    EXPECT_THAT(printed.out, HasSubstr(line));
  EXPECT_THAT(printed.out,
              ::testing::ContainsRegex("written       20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z\n"));

  const Outcome described = index.query({"--stats", "--json"});
  EXPECT_EQ(described.exit_code, 0);
  const Json stats = Json::parse(described.out);
  EXPECT_EQ(stats.at("version"), 1);
  EXPECT_EQ(stats.at("documents"), 9);
  EXPECT_EQ(stats.at("passages"), 30);
  EXPECT_EQ(stats.at("languages"), (Json{{"de", 2}, {"en", 28}}));
  EXPECT_TRUE(stats.at("settings").contains("analysis"));
}

}  // namespace
}  // namespace palpate
