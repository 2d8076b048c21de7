// palpate-index --show: what would be indexed, and what would not, with the reason.
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "program.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

fs::path fixture(const std::string& name) { return fs::path(PALPATE_FIXTURES) / "articles" / name; }

Json show_json(const fs::path& file) {
  const Outcome outcome = run("palpate-index", {"--show", "--json", file});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  return Json::parse(outcome.out);
}

TEST(Show, PrintsMetadataKeptTextAndWhatWasDropped) {
  const Outcome outcome = run("palpate-index", {"--show", fixture("calf-cramp.txt")});
  EXPECT_EQ(outcome.exit_code, 0);
  for (const std::string line :
       {"title      Night Cramps in the Calf\n", "authors    Mira Oldenburg\n",
        "reviewers  Tobias Quist\n", "published  --04-28\n", "updated    --07-31\n",
        "\n[7] How Long to Hold the Stretch\nHold the stretch for 45 seconds and repeat",
        "What Helps at Once › Walk a Few Steps\n", "(references, not offered as an answer)",
        "  page edge: top of page\n", "  reading time: - 2 min read\n"})
    EXPECT_THAT(outcome.out, HasSubstr(line));
}

TEST(Show, DroppedPiecesHaveTheirReason) {
  const Json shown = show_json(fixture("calf-cramp.txt"));
  std::map<std::string, std::string> reasons;
  for (const Json& piece : shown.at("dropped")) reasons[piece.at("text")] = piece.at("reason");
  const std::map<std::string, std::string> expected{
      {"top of page", "page edge"},
      {"- Mira Oldenburg", "byline: kept as author"},
      {"- Apr 28", "date: kept as metadata"},
      {"- 2 min read", "reading time"},
      {"Updated: Jul 31", "date: kept as metadata"},
      {"Share this post", "share line"},
      {"Subscribe to our newsletter and get new posts straight to your inbox!",
       "subscription line"},
      {"Comments", "comment section"},
      {"bottom of page", "comment section"},
      {"Ready for quiet nights? Contact us today to schedule an appointment. Call 555-018-7734 or "
       "click our scheduling button to get started!",
       "call to action"}};
  EXPECT_EQ(reasons, expected);
  const std::string text = shown.at("text");
  for (const auto& [piece, reason] : expected) EXPECT_THAT(text, Not(HasSubstr(piece)));
}

// Nobody loses text unseen: each line of a scraped article is kept, or dropped with a reason, or
// is the title.
TEST(Show, EveryLineOfATextIsKeptOrAccountedFor) {
  for (const std::string name : {"calf-cramp.txt", "stiff-neck.txt"}) {
    const Json shown = show_json(fixture(name));
    std::string seen = shown.at("text").get<std::string>() + "\n";
    seen += shown.at("title").get<std::string>() + "\n";
    for (const Json& piece : shown.at("dropped"))
      seen += piece.at("text").get<std::string>() + "\n";
    std::istringstream lines(read_file(fixture(name)));
    for (std::string line; std::getline(lines, line);) {
      std::istringstream sentences(line);
      for (std::string word; sentences >> word;) EXPECT_THAT(seen, HasSubstr(word)) << line;
    }
  }
}

struct Shown {
  std::string file;
  std::string field;
  Json value;
};

TEST(Show, KnowsTheMetadataOfEachFormat) {
  const std::vector<Shown> table{{"tennis-elbow.html", "title", "Tennis Elbow Without Tennis"},
                                 {"tennis-elbow.html", "authors", {"Mira Oldenburg"}},
                                 {"tennis-elbow.html", "published", "2021-05-17"},
                                 {"tennis-elbow.html", "url", "https://heron.example/tennis-elbow"},
                                 {"tennis-elbow.html", "source", "Heron Street Clinic"},
                                 {"tennis-elbow.html", "language", "en"},
                                 {"desk-posture.md", "title", "Sitting Well at a Desk"},
                                 {"desk-posture.md", "published", "2020-02-11"},
                                 {"desk-posture.md", "updated", "2024-06-03"},
                                 {"desk-posture.md", "tags", {"posture", "work"}},
                                 {"desk-posture.md", "synonyms", {"office ergonomics"}},
                                 {"rueckenschule.md", "language", "de"},
                                 {"rueckenschule.md", "published", "2022-11"},
                                 {"stiff-neck.txt", "authors", {"Jonas Feld"}},
                                 {"stiff-neck.txt", "published", "2023-03-03"},
                                 {"stiff-neck.txt", "language", "en"}};
  for (const Shown& row : table)
    EXPECT_EQ(show_json(fixture(row.file)).at(row.field), row.value)
        << row.file << ' ' << row.field;
}

TEST(Show, LinesOfAFileAreOneObjectEach) {
  const Outcome outcome = run("palpate-index", {"--show", "--json", fixture("questions.jsonl")});
  EXPECT_EQ(outcome.exit_code, 0);
  std::istringstream lines(outcome.out);
  std::vector<std::string> articles;
  for (std::string line; std::getline(lines, line);)
    articles.push_back(Json::parse(line).at("article"));
  EXPECT_THAT(articles, ::testing::ElementsAre("ice-or-heat", "running", "running"));
}

TEST(Show, WhatCannotBeReadIsSaidAndTheRestIsShown) {
  const TestFolder folder;
  const std::string scan = folder.write("scan.pdf", "%PDF-1.4");
  const std::string empty = folder.write("empty.txt", "");
  const Outcome outcome =
      run("palpate-index", {"--show", scan, empty, folder / "none.txt", fixture("stiff-neck.txt")});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr(scan + ": no reader for this format (.pdf)\n"));
  EXPECT_THAT(outcome.err, HasSubstr(empty + ": the file is empty\n"));
  EXPECT_THAT(outcome.err, HasSubstr((folder / "none.txt").string() + ": "));
  EXPECT_THAT(outcome.out, HasSubstr("Waking Up With a Stiff Neck"));
}

TEST(Show, FolderIsShownFileByFileWithTheIdsThatItsDocumentsWouldHave) {
  const TestFolder folder;
  folder.write("in/b.txt", "Bones\n\nBones are hard.\n");
  folder.write("in/deep/a b.md", "# Backs\n\nBacks are broad.\n");
  folder.write("in/scan.pdf", "%PDF-1.4");
  folder.write("in/.hidden.txt", "Hidden\n\nNobody sees it.\n");
  const Outcome outcome = run("palpate-index", {"--show", "--json", folder / "in"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "Note: " + (folder / "in").string() +
                             ": 1 file passed over, no reader for this format (.pdf)\n");
  std::istringstream lines(outcome.out);
  std::vector<std::string> ids;
  for (std::string line; std::getline(lines, line);) ids.push_back(Json::parse(line).at("id"));
  EXPECT_THAT(ids, ::testing::ElementsAre("b.txt", "deep/a%20b.md"));
  std::filesystem::create_directory(folder / "empty");
  const Outcome empty = run("palpate-index", {"--show", folder / "empty"});
  EXPECT_EQ(empty.exit_code, 2);
  EXPECT_THAT(empty.err, HasSubstr("no file in this folder"));
}

}  // namespace
}  // namespace palpate
