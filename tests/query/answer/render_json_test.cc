#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "answer/render.h"
#include "sample_answer.h"

namespace palpate {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

// The one JSON block of docs/json.md.
std::string documented_example() {
  const std::ifstream file(PALPATE_DOCS "/json.md");
  std::ostringstream text;
  text << file.rdbuf();
  const std::string page = text.str();
  const std::string open = "```json\n";
  const std::size_t begin = page.find(open);
  if (begin == std::string::npos) return "";
  return page.substr(begin + open.size(), page.find("```", begin + 3) - begin - open.size());
}

TEST(RenderJson, GivesWhatItsDocumentationShows) {
  Answer answer = sample_answer();
  answer.hits.resize(1);
  EXPECT_EQ(json::parse(render_json(answer, "q1")), json::parse(documented_example()));
}

TEST(RenderJson, RangesCutWhatTheyName) {
  const json hit = json::parse(render_json(sample_answer(), ""))["hits"][0];
  const std::string text = hit["passage"]["text"];
  const auto cut = [&text](const json& range) {
    const std::size_t begin = range["begin"];
    return text.substr(begin, range["end"].get<std::size_t>() - begin);
  };
  EXPECT_EQ(cut(hit["marks"][0]), "trigger");
  EXPECT_EQ(cut(hit["marks"][2]), "pain");
  EXPECT_THAT(cut(hit["sentence"]), ::testing::EndsWith("merely stiff."));
  EXPECT_EQ(text.substr(hit["passage"]["body"], 9), "A trigger");
}

TEST(RenderJson, IsOneLineInTheDocumentedOrder) {
  const std::string line = render_json(sample_answer(), "");
  EXPECT_THAT(
      line, ::testing::StartsWith(R"({"version":1,"question":"trigger point pain calf","total":12,)"
                                  R"("exact":true,"notes":["2 articles)"));
  EXPECT_THAT(line, HasSubstr(R"("noted":[{"kind":"undated","words":["2"]}])"));
  EXPECT_THAT(line, Not(HasSubstr("\n")));
  EXPECT_THAT(line, Not(HasSubstr(R"("id":"")")));
}

TEST(RenderJson, DocumentsEveryKindOfNote) {
  std::ifstream file(std::string(PALPATE_DOCS) + "/json.md");
  const std::string manual{std::istreambuf_iterator<char>(file), {}};
  for (int kind = 0; kind <= static_cast<int>(NoteKind::misplaced_or); ++kind) {
    const std::string row = "\n| `" + std::string(name_of(static_cast<NoteKind>(kind))) + "` | ";
    EXPECT_THAT(manual, HasSubstr(row));
  }
}

TEST(RenderJson, WhatIsNotKnownStaysEmpty) {
  Answer answer;
  EXPECT_EQ(render_json(answer, ""),
            R"({"version":1,"question":"","total":0,"exact":true,"notes":[],"hits":[]})");
  answer.hits.emplace_back();
  const json hit = json::parse(render_json(answer, ""))["hits"][0];
  EXPECT_TRUE(hit["sentence"].is_null());
  EXPECT_EQ(hit["article"]["url"], "");
  EXPECT_EQ(hit["article"]["authors"], json::array());
  EXPECT_EQ(hit["heading"], json::array());
  EXPECT_EQ(hit["marks"], json::array());
  EXPECT_EQ(hit["also_in"], json::array());
}

TEST(RenderJson, ExplanationsAppearWhenThereAreAny) {
  Answer answer;
  answer.hits.emplace_back();
  EXPECT_FALSE(json::parse(render_json(answer, "")).contains("explain"));
  EXPECT_FALSE(json::parse(render_json(answer, "")).contains("closest"));
  EXPECT_FALSE(json::parse(render_json(answer, ""))["hits"][0].contains("why"));
  EXPECT_FALSE(json::parse(render_json(answer, ""))["hits"][0].contains("score_parts"));
  answer.explain = {"word: knee"};
  answer.hits[0].why = {"bm25 7.1"};
  answer.hits[0].score_parts = {7, {{"topic", 0.5, 0.6, 0.3}}};
  answer.hits[0].back_matter = true;
  answer.closest = true;
  const json parsed = json::parse(render_json(answer, ""));
  EXPECT_EQ(parsed["explain"], json::array({"word: knee"}));
  EXPECT_EQ(parsed["hits"][0]["why"], json::array({"bm25 7.1"}));
  EXPECT_EQ(parsed["hits"][0]["score_parts"], json::parse(R"({"first_stage":7.0,"parts":[
                {"name":"topic","value":0.5,"weight":0.6,"contribution":0.3}]})"));
  EXPECT_EQ(parsed["hits"][0]["back_matter"], true);
  EXPECT_EQ(parsed["closest"], true);
}

TEST(RenderJson, NamesWhyAWordIsMarked) {
  Answer answer;
  answer.hits.emplace_back();
  for (const Via via :
       {Via::word, Via::equivalent, Via::abbreviation, Via::spelling, Via::phrase}) {
    answer.hits[0].marks.push_back({{0, 1}, "t", via});
  }
  json vias = json::array();
  const json parsed = json::parse(render_json(answer, ""));
  for (const json& mark : parsed["hits"][0]["marks"]) vias.push_back(mark["via"]);
  EXPECT_EQ(vias, json({"word", "equivalent", "abbreviation", "spelling", "phrase"}));
}

TEST(RenderJson, InvalidTextAndNumbersStillGiveJson) {
  Answer answer = sample_answer();
  answer.question = "a\xff\xe2\x82 \x1b \"\\";
  answer.hits[0].text = "\xf0\x9f";
  answer.hits[0].article.title = "\xc3";
  answer.hits[0].score = std::numeric_limits<double>::quiet_NaN();
  const json parsed = json::parse(render_json(answer, "\xff"));
  EXPECT_EQ(parsed["question"], "a\uFFFD\uFFFD \x1b \"\\");
  EXPECT_TRUE(parsed["hits"][0]["score"].is_null());
}

}  // namespace
}  // namespace palpate
