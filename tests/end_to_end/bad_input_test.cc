// Files that cannot be read, whole or in part: each is named with its reason, the rest goes on.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "program.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using namespace std::string_literals;

struct BadInput {
  std::string name;
  std::string bytes;
  std::vector<std::string> problems;  // what follows the file's name, in order
  std::string kept = {};              // what is indexed of it all the same
};

std::vector<BadInput> bad_inputs() {
  return {
      {"image.txt", "GIF89a\x01\x00\x00\xff"s, {": is a GIF image, not text"}},
      {"nul.txt", "Ankles\n\nAnkles turn.\0\0\0 Often."s, {": is binary, not text: 3 of 30 bytes"}},
      {"invalid.txt",
       "Wärme\n\nWärme hilft, Kälte auch.\nFüße br\xff"
       "auchen beides, Hände selten.\n",
       {":4: invalid UTF-8"},
       "Kälte"},
      {"empty.txt", "", {": the file is empty"}},
      {"empty.html", "", {": the file is empty"}},
      {"empty.jsonl", "", {": no document in it"}},
      {"blank.md", " \n\n\t\n", {": empty"}},
      {"cut.jsonl",
       R"({"_id": "first", "text": "Ankles turn on stairs."})"
       "\n"
       R"({"_id": "second", "text": "Ankles tu)"
       "\n"
       R"({"_id": "third", "text": "Ankles heal in weeks."})"
       "\n",
       {":2: JSON is cut"},
       "heal in weeks"},
      {"kinds.jsonl",
       "[1, 2]\n"
       R"({"text": "no id"})"
       "\n"
       R"({"_id": "empty"})"
       "\n"
       "not json\n"
       R"({"_id": "latin", "text": "caf)"
       "\xe9"
       R"("})"
       "\n"
       R"({"_id": "fine", "text": "Wrists are fine here."})"
       "\n",
       {":1: the line is a list, not an object", ":2: no \"_id\"", ":3: no text",
        ":4: ", ":5: invalid UTF-8"},
       "Wrists are fine"},
      {"twice.jsonl",
       R"({"_id": "same", "text": "The earlier line on thumbs."})"
       "\n"
       R"({"_id": "same", "text": "The later line on thumbs."})"
       "\n",
       {":2: its id \"same\" is taken by an earlier line"},
       "The earlier line"},
      {"unclosed.html",
       "<title>Deep</title>" +
           [] {
             std::string open;
             while (open.size() < 1'000'000) open += "<div>";
             return open;
           }(),
       {": no text"}},
      {"plain.txt.gz", "Ankles\n\nAnkles turn.\n", {": is not gzip data"}},
      {"plain.md.gz", "# Ankles\n\nAnkles turn.\n", {": is not gzip data"}},
      {"plain.html.gz", "<p>Ankles turn.</p>", {": is not gzip data"}},
      {"plain.jsonl.gz", R"({"_id": "packed", "text": "Ankles."})", {": is not gzip data"}},
      {"empty.txt.gz", "", {": the file is empty"}},
      {"cut.md.gz", "\x1f\x8b\x08\x00"s, {": gzip data is cut"}},
      {"cut.jsonl.gz", "\x1f\x8b\x08\x00"s, {":1: gzip data is cut"}}};
}

// "failed: FILE…" lines, or those of --failed, that name the file.
std::vector<std::string> lines_naming(const std::string& text, const std::string& file) {
  std::vector<std::string> found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find(file + ":");
    if (at != std::string::npos) found.push_back(line.substr(at + file.size()));
  }
  return found;
}

void expect_named(const std::string& text, const std::string& file,
                  const std::vector<std::string>& problems) {
  const std::vector<std::string> lines = lines_naming(text, file);
  ASSERT_EQ(lines.size(), problems.size()) << file << "\n" << ::testing::PrintToString(lines);
  for (std::size_t i = 0; i < lines.size(); ++i)
    EXPECT_THAT(lines[i], ::testing::StartsWith(problems[i])) << file;
}

TEST(BadInput, IsNamedWithItsReasonAndTheRestIsIndexed) {
  const TestFolder folder;
  std::size_t failed = 0;
  for (const BadInput& input : bad_inputs()) {
    folder.write("in/" + input.name, input.bytes);
    failed += input.problems.size();
  }
  folder.write("in/good.txt", "Good Feet\n\nGood feet carry their owner far.\n");
  const std::string counted = ", " + std::to_string(failed) + " failed (palpate-index --failed";
  const std::string db = folder / "a.db";

  const Outcome first = run("palpate-index", {"--db", db, folder / "in"});
  EXPECT_EQ(first.exit_code, 0);
  EXPECT_THAT(first.out, HasSubstr(counted));
  const Outcome listed = run("palpate-index", {"--db", db, "--failed"});
  EXPECT_EQ(listed.exit_code, 0);
  const Outcome again = run("palpate-index", {"--db", db});
  EXPECT_THAT(again.out, HasSubstr("nothing changed, nothing written"));
  EXPECT_THAT(again.out, HasSubstr(counted));

  for (const BadInput& input : bad_inputs()) {
    expect_named(first.err, folder / "in" / input.name, input.problems);
    expect_named(listed.out, folder / "in" / input.name, input.problems);
    if (!input.kept.empty()) {
      EXPECT_EQ(run("palpate-query", {"--db", db, "\"" + input.kept + "\""}).exit_code, 0)
          << input.kept;
    }
  }
  EXPECT_EQ(run("palpate-query", {"--db", db, "carry their owner"}).exit_code, 0);
}

TEST(BadInput, StrictExitsWithTwoOnlyWhenSomethingFailed) {
  const TestFolder folder;
  folder.write("in/good.txt", "Good Feet\n\nGood feet carry their owner far.\n");
  const std::vector<std::string> strict{"--db", folder / "a.db", "--strict", folder / "in"};
  EXPECT_EQ(run("palpate-index", strict).exit_code, 0);
  const fs::path bad = folder.write("in/empty.txt", "");
  EXPECT_EQ(run("palpate-index", strict).exit_code, 2);
  EXPECT_EQ(run("palpate-index", strict).exit_code, 2) << "nothing changed, it is still empty";
  fs::remove(bad);
  const Outcome mended = run("palpate-index", strict);
  EXPECT_EQ(mended.exit_code, 0);
  EXPECT_EQ(run("palpate-index", {"--db", folder / "a.db", "--failed"}).out, "");
}

TEST(BadInput, MendedFileIsNoLongerListed) {
  const TestFolder folder;
  folder.write("in/feet.txt", "");
  const std::string db = folder / "a.db";
  run("palpate-index", {"--db", db, folder / "in"});
  EXPECT_THAT(run("palpate-index", {"--db", db, "--failed"}).out, HasSubstr("feet.txt"));
  folder.write("in/feet.txt", "Good Feet\n\nGood feet carry their owner far.\n");
  EXPECT_THAT(run("palpate-index", {"--db", db}).out, HasSubstr("1 file new, 0 changed"));
  EXPECT_EQ(run("palpate-index", {"--db", db, "--failed"}).out, "");
}

TEST(BadInput, WhatIsNoFileIsNamed) {
  const TestFolder folder;
  folder.write("in/good.txt", "Good Feet\n\nGood feet carry their owner far.\n");
  fs::create_symlink("nowhere.txt", folder / "in/dangling.txt");
  ASSERT_EQ(::mkfifo((folder / "in/pipe.txt").c_str(), 0600), 0);
  const std::string db = folder / "a.db";
  const Outcome outcome = run("palpate-index", {"--db", db, folder / "in"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("1 file new, 0 changed, 0 removed, 0 unchanged, 2 failed"));
  const std::string listed = run("palpate-index", {"--db", db, "--failed"}).out;
  for (const std::string& text : {outcome.err, listed}) {
    expect_named(text, folder / "in/dangling.txt", {": vanished, or is a link to nothing"});
    expect_named(text, folder / "in/pipe.txt", {": is not a regular file"});
  }
}

TEST(BadInput, IdTakenByAnotherFileIsFreedWhenThatGoes) {
  const TestFolder folder;
  folder.write("in/a.jsonl", R"({"_id": "same", "text": "Thumbs of the one file."})");
  folder.write("in/b.jsonl", R"({"_id": "same", "text": "Thumbs of the other file."})");
  const std::string db = folder / "a.db";
  const Outcome outcome = run("palpate-index", {"--db", db, folder / "in"});
  expect_named(outcome.err, folder / "in/b.jsonl",
               {":1: its id \"same\" is taken by " + (folder / "in/a.jsonl").string()});
  EXPECT_THAT(run("palpate-query", {"--db", db, "thumbs"}).out, HasSubstr("the one file"));
  fs::remove(folder / "in/a.jsonl");
  EXPECT_THAT(run("palpate-index", {"--db", db}).out,
              HasSubstr("1 file new, 0 changed, 1 removed, 0 unchanged\n"));
  EXPECT_THAT(run("palpate-query", {"--db", db, "thumbs"}).out, HasSubstr("the other file"));
}

// 300 MB without a line end, as a text and as a line of a .jsonl; the lines after it are read.
TEST(BadInput, HugeLinesAreRefusedInSecondsAndTheRestIsIndexed) {
  constexpr std::uintmax_t kHuge = 300'000'000;
  const TestFolder folder;
  fs::resize_file(folder.write("in/huge.txt", "Knees"), kHuge);
  const fs::path lines = folder.write("in/huge.jsonl", R"({"_id": "huge", "text": ")");
  fs::resize_file(lines, kHuge);
  std::ofstream(lines, std::ios::app) << "\n{\"_id\": \"after\", \"text\": \"Knees go on.\"}\n";
  const std::string db = folder / "a.db";
  const auto begin = std::chrono::steady_clock::now();
  const Outcome outcome = run("palpate-index", {"--db", db, folder / "in"});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
  EXPECT_EQ(outcome.exit_code, 0);
  expect_named(outcome.err, folder / "in/huge.txt", {": larger than 64 MiB"});
  expect_named(outcome.err, folder / "in/huge.jsonl", {":1: line longer than 16 MiB"});
  EXPECT_THAT(run("palpate-query", {"--db", db, "knees"}).out, HasSubstr("*Knees* go on."));
}

// Numbers take the most memory to parse: such a line is refused before it is parsed.
TEST(BadInput, LineOfNumbersJustOverTheLimitIsNamedAndTheRestIsIndexed) {
  constexpr std::size_t kLimit = 16 << 20;
  const TestFolder folder;
  std::string over = R"({"_id": "over", "text": "Knees.", "numbers": [1)";
  while (over.size() <= kLimit) over += ",1";
  folder.write("in/a.jsonl", over + "]}\n{\"_id\": \"after\", \"text\": \"Knees go on.\"}\n");
  const Outcome outcome = run("palpate-index", {"--db", folder / "a.db", folder / "in"});
  expect_named(outcome.err, folder / "in/a.jsonl", {":1: line longer than 16 MiB"});
  EXPECT_THAT(outcome.out, HasSubstr("a.db: 1 document, "));
}

// Text below 200,000 open tags is reached all the same.
TEST(BadInput, TextInTagsThatNeverCloseIsKept) {
  const TestFolder folder;
  std::string page = "<title>Insteps</title>";
  while (page.size() < 1'000'000) page += "<div>";
  page += "Deep down stands a sentence about insteps that is worth its place in the index.";
  folder.write("in/deep.html", page);
  const auto begin = std::chrono::steady_clock::now();
  const Outcome outcome = run("palpate-index", {"--db", folder / "a.db", folder / "in"});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
  EXPECT_THAT(outcome.err, ::testing::Not(HasSubstr("failed")));
  EXPECT_EQ(run("palpate-query", {"--db", folder / "a.db", "worth its place"}).exit_code, 0);
}

// Files that come and go while a run reads them neither end it nor harm it.
TEST(BadInput, FilesThatVanishMeanwhileEndNothing) {
  const TestFolder folder;
  constexpr int kFiles = 150;
  for (int i = 0; i < kFiles; ++i)
    folder.write("in/" + std::to_string(i) + ".txt",
                 "Ankle " + std::to_string(i) + "\n\nThis ankle was turned and rested.\n");
  const std::string db = folder / "a.db";
  Running running("palpate-index", {"--db", db, folder / "in"});
  for (int i = kFiles - 1; i >= kFiles / 2; --i)
    fs::remove(folder / ("in/" + std::to_string(i) + ".txt"));
  const Outcome outcome = running.wait();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(run("palpate-index", {"--db", db}).exit_code, 0);
  EXPECT_EQ(run("palpate-index", {"--db", db, "--failed"}).out, "");
  EXPECT_THAT(run("palpate-query", {"--db", db, "--stats"}).out, HasSubstr("documents     75\n"));
}

}  // namespace
}  // namespace palpate
