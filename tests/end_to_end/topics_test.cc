// palpate-query --topics: many questions in one go.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::json;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

struct RunLine {
  std::string topic, q0, id;
  int rank = 0;
  double score = 0;
  std::string tag;
};

std::vector<RunLine> read_run(const std::string& text) {
  std::vector<RunLine> run;
  for (const std::string& line : lines_of(text)) {
    std::istringstream in(line);
    RunLine entry;
    std::string rest;
    EXPECT_TRUE(in >> entry.topic >> entry.q0 >> entry.id >> entry.rank >> entry.score >> entry.tag)
        << line;
    EXPECT_FALSE(in >> rest) << line;
    EXPECT_EQ(entry.q0, "Q0");
    run.push_back(entry);
  }
  return run;
}

constexpr const char* kTopics = R"({"_id": "neck", "text": "stiff neck"}
{"_id": 7, "text": "surgery", "message": "movement"}

{"_id": "none", "text": "xylophone"}
)";

TEST(Topics, RunListsDocumentsByTheirBestPassage) {
  const FixtureIndex index;
  index.folder().write("topics.jsonl", kTopics);
  const Outcome outcome = index.query({"--topics", "topics.jsonl", "--run", "out.run"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  const std::vector<RunLine> run = read_run(read_file(index.folder() / "out.run"));
  ASSERT_FALSE(run.empty());
  std::set<std::string> seen;
  for (std::size_t i = 0; i < run.size(); ++i) {
    EXPECT_TRUE(seen.insert(run[i].topic + " " + run[i].id).second) << "listed twice";
    const bool first = i == 0 || run[i].topic != run[i - 1].topic;
    EXPECT_EQ(run[i].rank, first ? 1 : run[i - 1].rank + 1);
    if (!first) {
      EXPECT_LE(run[i].score, run[i - 1].score);
    }
  }
  EXPECT_EQ(run.front().topic, "neck");
  EXPECT_EQ(run.front().id, "stiff-neck.txt");
  EXPECT_EQ(run.back().topic, "7");
  EXPECT_EQ(seen.count("none stiff-neck.txt"), 0U);
  EXPECT_EQ(seen.count("7 tennis-elbow.html"), 1U);
}

TEST(Topics, RunListsPassagesWhenAskedTo) {
  const FixtureIndex index;
  index.folder().write("topics.jsonl", kTopics);
  const Outcome outcome = index.query({"--topics", "topics.jsonl", "--run", "out.run", "--run-unit",
                                       "passage", "--run-tag", "mine", "--run-count", "3"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  std::vector<std::string> ids;
  for (const RunLine& line : read_run(read_file(index.folder() / "out.run"))) {
    EXPECT_EQ(line.tag, "mine");
    if (line.topic == "7") ids.push_back(line.id);
  }
  EXPECT_THAT(ids, ::testing::UnorderedElementsAre("tennis-elbow.html#4", "frozen-shoulder.md#4"));
}

TEST(Topics, FieldsOfATopicAreJoined) {
  const FixtureIndex index;
  index.folder().write("topics.jsonl", kTopics);
  const Outcome outcome =
      index.query({"--topics", "topics.jsonl", "--json", "--topics-field", "message,text"});
  EXPECT_EQ(Json::parse(lines_of(outcome.out).at(1)).at("question"), "movement surgery");
}

TEST(Topics, JsonGivesEachQuestionTheAnswerItWouldHaveAlone) {
  const FixtureIndex index;
  index.folder().write("topics.jsonl", kTopics);
  const Outcome outcome = index.query({"--topics", "topics.jsonl", "--json", "-n", "4"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  std::vector<std::string> ids;
  for (const std::string& line : lines_of(outcome.out)) {
    Json answer = Json::parse(line);
    ids.push_back(answer.at("id"));
    const std::string question = answer.at("question");
    answer.erase("id");
    EXPECT_EQ(answer, Json::parse(index.query({"--json", "-n", "4", question}).out));
  }
  EXPECT_THAT(ids, ElementsAre("neck", "7", "none"));
}

TEST(Topics, WhatCannotBeReadIsNamedByFileAndLine) {
  const FixtureIndex index;
  const std::vector<std::pair<std::string, std::string>> table{
      {"{\"_id\": \"a\", \"text\": \"neck\"}\n{\"_id\"", "bad.jsonl:2: not a JSON object"},
      {"[]\n", "bad.jsonl:1: not a JSON object"},
      {"{\"text\": \"neck\"}\n", "bad.jsonl:1: no \"_id\""}};
  for (const auto& [text, message] : table) {
    index.folder().write("bad.jsonl", text);
    const Outcome outcome = index.query({"--topics", "bad.jsonl", "--json"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr(message));
  }
  EXPECT_THAT(index.query({"--topics", "none.jsonl", "--json"}).err,
              HasSubstr("cannot read none.jsonl"));
  EXPECT_EQ(index.query({"--topics", "bad.jsonl", "--run", "no/such/out.run"}).exit_code, 2);
}

// Questions of whatever has a meaning, in any order; the same ones every time.
std::string hostile_question(std::mt19937& random) {
  static const std::vector<std::string> pieces{"\"",
                                               "“",
                                               "”",
                                               "«",
                                               "-",
                                               "OR",
                                               " OR ",
                                               "title:",
                                               "lang:",
                                               "tag:",
                                               "after:",
                                               "2020",
                                               "-06",
                                               " ",
                                               "\t",
                                               "(",
                                               ")",
                                               "neck",
                                               "the",
                                               "stiff",
                                               "é",
                                               "💊",
                                               "id:",
                                               "author:",
                                               "before:",
                                               "source:",
                                               "heading:",
                                               "#1",
                                               "63%",
                                               "L4/L5",
                                               "x:",
                                               "://",
                                               "\\",
                                               "\u0301",
                                               std::string{'\xe2', '\x80', '\xae'},
                                               std::string(1, '\0'),
                                               "shoulder",
                                               "*",
                                               "NOT",
                                               "de"};
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  std::uniform_int_distribution<std::size_t> length(0, 30);
  std::string question;
  for (std::size_t left = length(random); left > 0; --left) question += pieces[piece(random)];
  return question;
}

TEST(Topics, AnIdMayStandOnceAndItsBlanksAreEncodedInARun) {
  const FixtureIndex index;
  const TestFolder folder;
  const std::string blank = folder.write("blank.jsonl", R"({"_id": "q 1", "text": "stiff neck"})");
  const std::string run = (folder / "out.run").string();
  EXPECT_EQ(index.query({"--topics", blank, "--run", run}).exit_code, 0);
  for (const RunLine& line : read_run(read_file(run))) EXPECT_EQ(line.topic, "q%201");
  const std::string twice = folder.write("twice.jsonl", R"({"_id": "a", "text": "neck"}
{"_id": "a", "text": "knee"})");
  const Outcome outcome = index.query({"--topics", twice, "--run", run});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("twice.jsonl:2"));
}

TEST(Topics, HostileQuestionsNeverFail) {
  const FixtureIndex index;
  std::mt19937 random(20240603);
  constexpr int kQuestions = 300;
  std::string topics;
  for (int i = 0; i < kQuestions; ++i)
    topics += Json{{"_id", std::to_string(i)}, {"text", hostile_question(random)}}.dump() + "\n";
  topics += Json{{"_id", "long"}, {"text", std::string(100'000, '"')}}.dump() + "\n";
  index.folder().write("topics.jsonl", topics);
  const Outcome outcome =
      index.query({"--topics", "topics.jsonl", "--run", "out.run", "--json", "--explain"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  const std::vector<std::string> answers = lines_of(outcome.out);
  ASSERT_EQ(answers.size(), kQuestions + 1U);
  std::size_t answered = 0;
  for (const std::string& line : answers) {
    const Json answer = Json::parse(line, nullptr, false);
    ASSERT_TRUE(answer.is_object()) << line;
    answered += answer.at("hits").empty() ? 0 : 1;
  }
  EXPECT_GT(answered, kQuestions / 4U) << "they are questions all the same";
  read_run(read_file(index.folder() / "out.run"));
}

}  // namespace
}  // namespace palpate
