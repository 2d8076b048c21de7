// palpate-query: what each kind of question finds in the fixture articles (docs/questions.md).
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAreArray;

struct Asked {
  std::vector<std::string> arguments;
  std::vector<std::string> documents;  // in any order
};

TEST(Query, EverySyntaxFindsWhatItSays) {
  const FixtureIndex index;
  const std::vector<Asked> table{
      {{"cramp"}, {"calf-cramp.txt"}},
      {{"CALF", "Crámps"}, {"calf-cramp.txt"}},
      {{"\"frozen shoulder\""}, {"frozen-shoulder.md", "desk-posture.md"}},
      {{"“frozen shoulder”"}, {"frozen-shoulder.md", "desk-posture.md"}},
      {{"\"shoulder frozen\""}, {}},
      {{"\"to be or not to be\""}, {"calf-cramp.txt"}},
      {{"\"to be or not be to\""}, {}},
      {{"\"end of the day\""}, {}},
      {{"\"the next one\""}, {"desk-posture.md"}},
      {{"surgery"}, {"tennis-elbow.html", "frozen-shoulder.md"}},
      {{"surgery", "-movement"}, {"tennis-elbow.html"}},
      {{"surgery -\"last resort\""}, {"frozen-shoulder.md"}},
      {{"surgery", "-n", "1"}, {"tennis-elbow.html"}},  // an option behind the question too
      {{"surgery", "-n1"}, {"tennis-elbow.html"}},
      {{"surgery", "-n", "xylophone"}, {"tennis-elbow.html", "frozen-shoulder.md"}},
      {{"kettle OR pillow"}, {"tennis-elbow.html", "stiff-neck.txt"}},
      {{R"("full kettle" OR "hollow between")"}, {"tennis-elbow.html", "stiff-neck.txt"}},
      {{"title:shoulder", "surgery"}, {"frozen-shoulder.md"}},
      {{"title:ergonomics"}, {"desk-posture.md"}},
      {{"heading:\"the thaw\""}, {"frozen-shoulder.md"}},
      {{"heading:pillow"}, {"stiff-neck.txt"}},
      {{"author:lindqvist"}, {"frozen-shoulder.md", "massage-after-run"}},
      {{"author:\"mira oldenburg\""}, {"calf-cramp.txt", "tennis-elbow.html"}},
      {{"author:quist"}, {"calf-cramp.txt"}},
      {{"source:lakeside"}, {"frozen-shoulder.md", "massage-after-run", "shoes-for-running"}},
      {{"source:lakeside source:kanal shoes OR kisten"}, {"shoes-for-running", "rueckenschule.md"}},
      {{"lang:de"}, {"rueckenschule.md"}},
      {{"tag:posture"}, {"desk-posture.md"}},
      {{"tag:posture", "tag:work"}, {"desk-posture.md"}},
      {{"tag:posture", "tag:shoulder"}, {}},
      {{"shoulder -tag:shoulder"}, {"desk-posture.md", "stiff-neck.txt"}},
      {{"id:ice-or-heat"}, {"ice-or-heat"}},
      {{"id:frozen-shoulder.md id:ice-or-heat pain OR ache"},
       {"frozen-shoulder.md", "ice-or-heat"}},
      {{"after:2023"}, {"stiff-neck.txt", "desk-posture.md"}},
      {{"after:2023 -author:feld"}, {}},
      {{"before:2018-09"}, {"frozen-shoulder.md"}},
      {{"before:2018-08"}, {}},
      {{"after:2021 before:2021"}, {"tennis-elbow.html"}},
      {{"after:2021-05-17 before:2021-05-17"}, {"tennis-elbow.html"}},
      {{"--after", "2021", "--before=2021", "kettle"}, {"tennis-elbow.html"}},
      {{"--author", "Jonas Feld", "neck"}, {"stiff-neck.txt", "desk-posture.md"}},
      {{"800km"}, {"shoes-for-running"}},
      {{"übung"}, {"rueckenschule.md"}},
      {{"Vandermeer 2016"}, {"calf-cramp.txt"}}};
  for (const Asked& asked : table) {
    SCOPED_TRACE(::testing::PrintToString(asked.arguments));
    EXPECT_THAT(documents_of(index, asked.arguments), UnorderedElementsAreArray(asked.documents));
  }
}

// Furniture of the fixtures is found by no question.
TEST(Query, FurnitureFindsNothing) {
  const FixtureIndex index;
  for (const std::string question :
       {"newsletter inbox", "komentarze", "555-018-7734", "cookies", "prices", "\"top of page\"",
        "\"bottom of page\"", "\"min read\"", "\"share this post\"", "subscribe"})
    EXPECT_EQ(index.query({question}).exit_code, 1) << question;
}

// After the first word a single dash belongs to the question; long options are options anywhere.
TEST(Query, DashesAndOptionsAreToldApart) {
  const FixtureIndex index;
  const std::vector<Asked> table{
      {{"surgery", "-movement", "--per-article", "1"}, {"tennis-elbow.html"}},
      {{"-n", "1", "surgery", "-movement"}, {"tennis-elbow.html"}},
      {{"surgery", "--lang=en", "-movement"}, {"tennis-elbow.html"}},
      {{"--", "surgery", "-movement"}, {"tennis-elbow.html"}},
      {{"kettle", "-n"}, {"tennis-elbow.html"}},
      {{"kettle", "--", "--json"}, {"tennis-elbow.html"}}};
  for (const Asked& asked : table) {
    SCOPED_TRACE(::testing::PrintToString(asked.arguments));
    EXPECT_THAT(documents_of(index, asked.arguments), UnorderedElementsAreArray(asked.documents));
  }
}

struct Malformed {
  std::string question;
  std::string note;
  int exit_code;
};

TEST(Query, MalformedQuestionsAreTakenAsWordsAndANoteSaysSo) {
  const FixtureIndex index;
  const std::vector<Malformed> table{
      {"\"frozen shoulder", "quotation mark has no partner", 0},
      {"elbow OR", "OR stands between two words", 0},
      {"OR elbow", "OR stands between two words", 0},
      {"organ:elbow", "no field \"organ:\"", 0},
      {"elbow after:soon", "\"after:soon\" is no date", 0},
      {"elbow before:2020-13", "\"before:2020-13\" names a date that does not exist", 0},
      {"xylophone after:soon", "\"after:soon\" is no date", 1},
      {"elbow title:", "\"title\" is followed by nothing", 0}};
  for (const Malformed& row : table) {
    const Outcome outcome = index.query({"--json", row.question});
    EXPECT_EQ(outcome.exit_code, row.exit_code) << row.question;
    EXPECT_EQ(outcome.err, "");
    const auto answer = nlohmann::json::parse(outcome.out);
    EXPECT_THAT(answer.at("notes").get<std::vector<std::string>>(), Contains(HasSubstr(row.note)))
        << row.question;
  }
}

TEST(Query, UndatedArticlesAreLeftOutOfDatesAndCounted) {
  const FixtureIndex index;
  EXPECT_THAT(index.query({"muscle OR massage after:2019"}).out,
              HasSubstr("Note: 2 articles without a date are left out."));
  EXPECT_THAT(index.query({"kettle after:2019"}).out, Not(HasSubstr("without a date")));
}

TEST(Query, StopwordsAloneStillAnswer) {
  const FixtureIndex index;
  for (const std::string question :
       {"the of and", "to be or not to be", "what is it", "wer ist es"})
    EXPECT_EQ(index.query({question}).exit_code, 0) << question;
}

struct Nothing {
  std::string question;
  std::vector<std::string> said;
};

TEST(Query, NothingFoundIsSaidPlainlyWithWhatToDrop) {
  const FixtureIndex index;
  const std::vector<Nothing> table{
      {"metformin dosage", {"No article holds “metformin” or “dosage”."}},
      {"surgery -movement -elbow -elbows -patience", {"Without -"}},
      {"kettle title:shoulder", {"Without title:shoulder 1 passage matches."}},
      {"kettle before:2001", {"Without before: 1 passage matches."}},
      {"\"shoulder frozen\"", {"Without the quotes around shoulder frozen ", " passages match."}},
      {"source:lakeside lang:de", {"Without source:lakeside 2", "Without lang:de "}}};
  for (const Nothing& row : table) {
    const Outcome outcome = index.query({row.question});
    EXPECT_EQ(outcome.exit_code, 1) << row.question;
    EXPECT_EQ(outcome.err, "");
    EXPECT_THAT(outcome.out, HasSubstr("Nothing found for: " + row.question + "\n"));
    for (const std::string& said : row.said) EXPECT_THAT(outcome.out, HasSubstr(said));
  }
}

TEST(Query, BlankQuestionIsNoError) {
  const FixtureIndex index;
  for (const std::string question : {"", " ", "?!", "\"\"", "-"}) {
    const Outcome outcome = index.query({"--", question});
    EXPECT_EQ(outcome.exit_code, 1) << question;
    EXPECT_EQ(outcome.err, "") << question;
  }
}

TEST(Query, QuestionBeyondTenThousandBytesIsCutWithANote) {
  const FixtureIndex index;
  std::string question = "kettle";
  while (question.size() < 20'000) question += " kettle";
  question += " xylophone";
  const Outcome outcome = index.query({"--json", question});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto answer = nlohmann::json::parse(outcome.out);
  EXPECT_THAT(answer.at("notes").dump(), AllOf(HasSubstr("10,000"), Not(HasSubstr("xylophone"))));
}

// Each word is stemmed by the language of the passage: German "should" is not English "should".
TEST(Query, StemOfOneLanguageDoesNotMatchAWordOfAnother) {
  const FixtureIndex index;
  const Outcome outcome = index.query({"--json", "shoulder", "id:stiff-neck.txt"});
  ASSERT_EQ(outcome.exit_code, 0);
  const auto answer = nlohmann::json::parse(outcome.out);
  for (const auto& hit : answer.at("hits")) {
    const std::string text = hit.at("passage").at("text");
    for (const auto& mark : hit.at("marks")) {
      const std::size_t begin = mark.at("begin");
      EXPECT_EQ(text.substr(begin, mark.at("end").get<std::size_t>() - begin), "shoulder");
    }
  }
}

TEST(Query, FullPrintsTheKeptTextOfADocument) {
  const FixtureIndex index;
  const Outcome whole = index.query({"--full", "calf-cramp.txt"});
  EXPECT_EQ(whole.exit_code, 0);
  EXPECT_THAT(whole.out, ::testing::StartsWith("A night cramp pulls the calf"));
  EXPECT_THAT(whole.out, AllOf(HasSubstr("Journal of Made-up Medicine"), Not(HasSubstr("Apr 28"))));
  EXPECT_EQ(index.query({"--full", "calf-cramp.txt#4"}).out, whole.out);
  EXPECT_EQ(
      index.query({"--full", "ice-or-heat"}).out,
      "Ice numbs a fresh sprain for a quarter of an hour. Heat loosens an old ache. Never put "
      "either on bare skin.");
  const Outcome unknown = index.query({"--full", "none.txt"});
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_EQ(unknown.out, "");
  EXPECT_THAT(unknown.err, HasSubstr("there is no document \"none.txt\""));
}

TEST(Query, UrlPrefixGivesFilesTheirLinks) {
  const FixtureIndex index;
  ASSERT_EQ(index.index({"--url-prefix", index.articles().string() + "=https://heron.example/read"})
                .exit_code,
            0);
  EXPECT_THAT(index.query({"pillow"}).out, HasSubstr("https://heron.example/read/stiff-neck.txt"));
  EXPECT_THAT(index.query({"chair"}).out, HasSubstr("https://heron.example/desk-posture\n"))
      << "a link of its own goes first";
  EXPECT_THAT(index.index({}).out, HasSubstr("nothing changed, nothing written"));
  EXPECT_THAT(index.index({"--rebuild"}).out, HasSubstr("7 files new"));
  EXPECT_THAT(index.query({"pillow"}).out, HasSubstr("https://heron.example/read/stiff-neck.txt"));
}

}  // namespace
}  // namespace palpate
