// The scraped articles and the collection of the folder "shared" beside the repository, which is no
// part of it. Where it is not there, each test is reported as skipped. Nothing of those texts
// stands here but single words to tell their passages by.
#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "program.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using Json = nlohmann::json;

fs::path shared() {
  const char* named = std::getenv("PALPATE_SHARED");
  return named != nullptr && *named != '\0' ? fs::path(named)
                                            : fs::path(PALPATE_SHARED_DEFAULT).lexically_normal();
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

class SharedArticles : public ::testing::Test {
 protected:
  void SetUp() override {
    const fs::path articles = shared() / "articles";
    if (!fs::is_directory(articles))
      GTEST_SKIP() << "the articles are not there: " << articles << " (set PALPATE_SHARED)";
    made_ = run("palpate-index", {"--db", db(), articles});
  }

  std::string db() const { return folder_ / "t.db"; }

  Json ask(const std::string& question, const std::string& count = "10") const {
    const Outcome outcome =
        run("palpate-query", {"--db", db(), "--json", "-n", count, "--per-article", "0", question});
    EXPECT_LE(outcome.exit_code, 1) << outcome.err;
    return Json::parse(outcome.out);
  }

  TestFolder folder_;
  Outcome made_;
};

TEST_F(SharedArticles, FiveOfFiveAreRead) {
  EXPECT_EQ(made_.exit_code, 0);
  EXPECT_EQ(made_.err, "");
  EXPECT_THAT(made_.out, HasSubstr("5 files new, 0 changed, 0 removed, 0 unchanged\n"));
  EXPECT_THAT(made_.out, HasSubstr(": 5 documents, "));
}

// What the hit at `rank` must be: its document, and words of its heading and its text.
struct Expected {
  std::string question;
  std::size_t rank;
  std::vector<std::string> documents;  // one of these; by how its id begins
  std::string heading;
  std::vector<std::string> words;
};

TEST_F(SharedArticles, QuestionsFindTheirPassageFirst) {
  const std::vector<Expected> table{
      {"trigger point referred pain", 1, {"000_", "004_"}, "trigger point", {"trigger", "refer"}},
      {"how long is a session", 1, {"004_"}, "expect", {"30 to 60 minutes"}},
      {"63% complete relief", 1, {"001_"}, "", {"63%", "complete"}},
      {"does massage lower cortisol", 1, {"003_"}, "", {"cortisol"}},
      {"does massage lower cortisol", 2, {"003_"}, "", {"cortisol"}},
      {"Cherkin 2011", 1, {"004_"}, "science", {"cherkin", "2011"}},
      {"Cherkin 2011", 2, {"004_"}, "references", {"cherkin", "2011"}},
      {"Erynne Hill", 1, {"002_"}, "", {}},
      {"Sherman 2019", 1, {"000_"}, "", {"sherman", "2019"}}};
  for (const Expected& row : table) {
    SCOPED_TRACE(row.question + ", hit " + std::to_string(row.rank));
    const Json hits = ask(row.question).at("hits");
    ASSERT_GE(hits.size(), row.rank);
    const Json& hit = hits.at(row.rank - 1);
    const std::string document = hit.at("document");
    EXPECT_TRUE(std::any_of(row.documents.begin(), row.documents.end(), [&](const std::string& id) {
      return document.starts_with(id);
    })) << document;
    const Json& heading = hit.at("heading");
    EXPECT_THAT(heading.empty() ? "" : lower(heading.back()), HasSubstr(row.heading));
    const std::string text = lower(hit.at("passage").at("text"));
    for (const std::string& word : row.words) EXPECT_THAT(text, HasSubstr(word));
  }
}

TEST_F(SharedArticles, ReferencesAreNoAnswersUntilAskedFor) {
  const Json found = ask("massage for back pain", "100");
  for (const Json& hit : found.at("hits"))
    EXPECT_FALSE(hit.at("back_matter").get<bool>()) << hit.at("passage").at("id");
}

// Whole sentences: a passage begins where one begins and ends where one ends.
TEST_F(SharedArticles, BestAnswersAreWholeSentences) {
  for (const std::string question : {"trigger point referred pain", "how long is a session",
                                     "63% complete relief", "does massage lower cortisol"}) {
    const Json hits = ask(question, "1").at("hits");
    ASSERT_FALSE(hits.empty());
    const Json& passage = hits.at(0).at("passage");
    const std::string text =
        passage.at("text").get<std::string>().substr(passage.at("body").get<std::size_t>());
    EXPECT_TRUE(std::isupper(static_cast<unsigned char>(text.front())) != 0) << text;
    EXPECT_FALSE(hits.at(0).at("sentence").is_null()) << question;
  }
}

TEST_F(SharedArticles, FurnitureAndWhatNoArticleSaysFindNothing) {
  for (const std::string question :
       {"mailing list inbox", "komentarze", "541-210-5999", "metformin dosage"}) {
    const Outcome outcome = run("palpate-query", {"--db", db(), question});
    EXPECT_EQ(outcome.exit_code, 1) << question;
    EXPECT_THAT(outcome.out, HasSubstr("Nothing found for: " + question));
  }
}

TEST_F(SharedArticles, NoPassageContainsFurniture) {
  std::size_t documents = 0;
  for (const fs::directory_entry& file : fs::directory_iterator(shared() / "articles")) {
    const Outcome full =
        run("palpate-query", {"--db", db(), "--full", file.path().filename().string()});
    ASSERT_EQ(full.exit_code, 0) << full.err;
    ++documents;
    for (const std::string phrase :
         {"subscribe to our", "top of page", "bottom of page", "min read",
          "click our scheduling button", "komentarze", "541-210"})
      EXPECT_THAT(lower(full.out), ::testing::Not(HasSubstr(phrase))) << file.path();
  }
  EXPECT_EQ(documents, 5U);
}

TEST_F(SharedArticles, MetadataIsReadFromTheFurniture) {
  const Json third = ask("Erynne Hill", "1").at("hits").at(0).at("article");
  EXPECT_EQ(third.at("updated"), "--07-31");
  EXPECT_EQ(third.at("reviewers").size(), 1U);
  const Json second = ask("63% complete relief", "1").at("hits").at(0).at("article");
  EXPECT_EQ(second.at("published"), "--04-28");
  EXPECT_EQ(second.at("authors").size(), 1U);
}

// The first figure that the judge prints: nDCG@10.
double judged(const fs::path& qrels, const fs::path& run_file) {
  const fs::path judge = shared() / "eval/judge.py";
  const std::string command =
      "python3 '" + judge.string() + "' '" + qrels.string() + "' '" + run_file.string() + "'";
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return 0;
  std::string printed;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) printed += static_cast<char>(c);
  EXPECT_EQ(::pclose(pipe), 0);
  std::istringstream in(printed);
  std::string name;
  double value = 0;
  in >> name >> value;
  EXPECT_EQ(name, "nDCG@10") << printed;
  return value;
}

TEST(SharedCollection, RunOfMedquadIsNoWorseThanLucene) {
  constexpr double kLucene = 0.46;
  const fs::path medquad = shared() / "collections/medquad";
  if (!fs::is_directory(medquad) || !fs::exists(shared() / "eval/judge.py"))
    GTEST_SKIP() << "the collection is not there: " << medquad << " (set PALPATE_SHARED)";
  const TestFolder folder;
  const std::string db = folder / "m.db";
  const Outcome made = run("palpate-index", {"--db", db, medquad / "corpus.jsonl.gz"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr(": 17,908 documents, "));
  const std::string run_file = folder / "medquad.run";
  const Outcome asked =
      run("palpate-query", {"--db", db, "--topics", medquad / "queries.jsonl", "--run", run_file});
  ASSERT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_GE(judged(medquad / "qrels.tsv", run_file), kLucene);
}

}  // namespace
}  // namespace palpate
