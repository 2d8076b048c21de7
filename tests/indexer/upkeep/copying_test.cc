#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "../indexing/index_run.h"
#include "../indexing/random_articles.h"
#include "../store/altered_database.h"
#include "palpate/upkeep.h"
#include "store/generation.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

class Copying : public IndexArticles {
 protected:
  void SetUp() override {
    RandomArticles random(3);
    for (int i = 0; i < 8; ++i) write("f" + std::to_string(i) + ".md", random.markdown());
    run();
  }

  std::string place(const std::string& name) const { return (folder_.path() / name).string(); }

  static void expect_fine(const std::string& directory) {
    const Result<CheckReport> report = check_index(directory);
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_THAT(report->damages, IsEmpty());
  }
};

TEST_F(Copying, CompactionKeepsEverythingAndMakesWhatChangesLeftSmaller) {
  for (int round = 0; round < 10; ++round) {
    for (int i = 0; i < 8; ++i)
      write_note("f" + std::to_string(i) + ".md", "knee" + std::to_string(round));
    run();
  }
  const IndexState before = state();
  const Result<CopySummary> compacted = compact_index(options_.directory);
  ASSERT_TRUE(compacted) << compacted.error().message;
  EXPECT_LT(compacted->bytes_after, compacted->bytes_before);
  EXPECT_EQ(compacted->documents, 8U);
  expect_same_state(state(), before);
  expect_fine(options_.directory);
  EXPECT_EQ(run().files_unchanged, 8U);
}

TEST_F(Copying, ABackupIsAnIndexOfItsOwn) {
  for (const bool exists : {false, true}) {
    const std::string backup = place(exists ? "empty" : "new/backup");
    if (exists) fs::create_directory(backup);
    const Result<CopySummary> copied = back_up_index(options_.directory, backup);
    ASSERT_TRUE(copied) << copied.error().message;
    expect_same_state(state_of(backup), state());
    expect_fine(backup);
    // Its roots are known to it.
    IndexOptions options;
    options.directory = backup;
    const Result<IndexSummary> summary = index_articles(options, {});
    ASSERT_TRUE(summary) << summary.error().message;
    EXPECT_FALSE(summary->wrote);
  }
}

TEST_F(Copying, ABackupWritesOverNothing) {
  folder_.write("letters/holiday.txt", "x");
  for (const std::string& target :
       {place("letters"), place("articles"), options_.directory, options_.directory + "/backup",
        folder_.path().string(), place("letters/holiday.txt")}) {
    const Result<CopySummary> copied = back_up_index(options_.directory, target);
    ASSERT_FALSE(copied) << target;
    EXPECT_EQ(copied.error().code, ErrorCode::invalid_argument) << copied.error().message;
  }
  ASSERT_TRUE(back_up_index(options_.directory, place("backup")));
  const Result<CopySummary> again = back_up_index(options_.directory, place("backup"));
  ASSERT_FALSE(again);
  EXPECT_THAT(again.error().message, HasSubstr("it is not empty"));
}

TEST_F(Copying, WhatABackupThatDiedLeftIsWrittenOver) {
  fs::create_directories(place("backup/building/merged"));
  std::ofstream(place("backup/lock")) << "process 946946\n";
  ASSERT_TRUE(back_up_index(options_.directory, place("backup")));
  expect_fine(place("backup"));
}

TEST_F(Copying, NothingOfABackupThatFailsIsLeft) {
  std::ofstream(*existing_generation(options_.directory) / "postlist.glass") << "x";
  ASSERT_FALSE(back_up_index(options_.directory, place("backup")));
  EXPECT_FALSE(fs::exists(place("backup")));
  EXPECT_FALSE(compact_index(options_.directory));
}

// A run died while it removed documents: what it needed for that is no part of the index.
TEST_F(Copying, LeftoversAreNotCopied) {
  const fs::path generation = *existing_generation(options_.directory);
  glass::put_term_lists(generation.string(), {{1, list_of(generation.string(), 1)}});
  const IndexState before = state();
  ASSERT_TRUE(back_up_index(options_.directory, place("backup")));
  EXPECT_TRUE(fs::exists(generation / "termlist.glass")) << "a backup changes nothing";
  expect_same_state(state_of(place("backup")), before);
  expect_fine(place("backup"));
  EXPECT_FALSE(fs::exists(*existing_generation(place("backup")) / "termlist.glass"));
  ASSERT_TRUE(compact_index(options_.directory));
  EXPECT_FALSE(fs::exists(*existing_generation(options_.directory) / "termlist.glass"));
  expect_fine(options_.directory);
}

TEST_F(Copying, NoIndexIsNotFoundAndNothingIsMade) {
  for (const auto& copied :
       {back_up_index(place("none"), place("backup")), compact_index(place("none"))}) {
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().code, ErrorCode::not_found);
  }
  EXPECT_FALSE(fs::exists(place("none")));
  EXPECT_FALSE(fs::exists(place("backup")));
}

TEST_F(Copying, AWriterIsNotDisturbed) {
  const Result<WriterLock> lock = WriterLock::acquire(options_.directory);
  ASSERT_TRUE(lock);
  for (const auto& copied :
       {back_up_index(options_.directory, place("backup")), compact_index(options_.directory)}) {
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().code, ErrorCode::locked);
  }
}

}  // namespace
}  // namespace palpate
