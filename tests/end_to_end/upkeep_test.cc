// palpate-index --check, --compact, --backup, --export, and indexes of other formats.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/file.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;

constexpr int kFailed = 2;
constexpr int kRetry = 75;

fs::path generation_of(const FixtureIndex& index) {
  const std::string line = read_file(index.db() / "CURRENT");
  return index.db() / line.substr(line.rfind(' ') + 1, line.size() - line.rfind(' ') - 2);
}

TEST(Upkeep, AWholeIndexIsFine) {
  const FixtureIndex index;
  const Outcome outcome = index.index({"--check"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr(" is fine: 9 documents, "));
  EXPECT_THAT(outcome.err, IsEmpty());
  const Outcome quiet = index.index({"--check", "-q"});
  EXPECT_EQ(quiet.exit_code, 0);
  EXPECT_THAT(quiet.out + quiet.err, IsEmpty());
}

TEST(Upkeep, DamageIsToldWithWhatToDo) {
  for (const std::string name : {"postlist.glass"}) {
    const FixtureIndex index;
    const fs::path table = generation_of(index) / name;
    {
      std::fstream bytes(table, std::ios::in | std::ios::out | std::ios::binary);
      bytes.seekp(static_cast<std::streamoff>(fs::file_size(table) / 2));
      bytes << std::string(4000, '?');
    }
    const Outcome outcome = index.index({"--check", "-q"});
    EXPECT_EQ(outcome.exit_code, kFailed) << name;
    EXPECT_THAT(outcome.err,
                AllOf(HasSubstr("is damaged:\n  "),
                      HasSubstr("palpate-index --rebuild --db " + index.db().string())))
        << name;
    const Outcome rebuilt = index.index({"--rebuild", index.articles()});
    EXPECT_EQ(rebuilt.exit_code, 0) << rebuilt.err;
    EXPECT_EQ(index.index({"--check"}).exit_code, 0);
  }
}

TEST(Upkeep, WhatCannotBeCheckedIsAnError) {
  const FixtureIndex index;
  const Outcome none = run("palpate-index", {"--db", index.folder() / "none", "--check"});
  EXPECT_EQ(none.exit_code, kFailed);
  EXPECT_THAT(none.err, HasSubstr("there is no index at"));
  EXPECT_FALSE(fs::exists(index.folder() / "none"));
}

TEST(Upkeep, CompactionAndBackupAnswerAsBefore) {
  const FixtureIndex index;
  const std::string before = index.query({"--json", "stiff neck"}).out;
  const Outcome compacted = index.index({"--compact"});
  EXPECT_EQ(compacted.exit_code, 0) << compacted.err;
  EXPECT_THAT(compacted.out, MatchesRegex(".*index.db: 9 documents, .* MB .before: .* MB., "
                                          "written in .* s\n"));
  EXPECT_EQ(index.query({"--json", "stiff neck"}).out, before);

  const std::string backup = index.folder() / "backup";
  const Outcome copied = index.index({"--backup", backup});
  EXPECT_EQ(copied.exit_code, 0) << copied.err;
  EXPECT_EQ(run("palpate-query", {"--db", backup, "--json", "stiff neck"}).out, before);
  EXPECT_EQ(run("palpate-index", {"--db", backup, "--check"}).exit_code, 0);
  const Outcome again = index.index({"--backup", backup});
  EXPECT_EQ(again.exit_code, kFailed);
  EXPECT_THAT(again.err, HasSubstr("it is not empty"));
}

// The writer's lock is held while it copies: what is written meanwhile waits its turn.
TEST(Upkeep, ABackupIsWholeWhileTheIndexIsWritten) {
  const FixtureIndex index;
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int i = 0; !stop; ++i) {
      index.folder().write("articles/new.md", "# New\n\nText " + std::string(i + 1, 'x') + ".\n");
      const int code = index.index({"-q"}).exit_code;
      EXPECT_TRUE(code == 0 || code == 75) << code;
    }
  });
  int made = 0;
  for (int attempt = 0; attempt < 400 && made < 5; ++attempt) {
    const std::string backup = index.folder() / ("backup" + std::to_string(made));
    const Outcome copied = index.index({"--backup", backup, "-q"});
    if (copied.exit_code == 75) continue;
    EXPECT_EQ(copied.exit_code, 0) << copied.err;
    ++made;
    const Outcome checked = run("palpate-index", {"--db", backup, "--check"});
    EXPECT_EQ(checked.exit_code, 0) << checked.err;
  }
  stop = true;
  writer.join();
  EXPECT_EQ(made, 5);
}

TEST(Upkeep, AnExportIndexedAgainAnswersTheSame) {
  const FixtureIndex index;
  const std::string file = index.folder() / "all.jsonl";
  const Outcome exported = index.index({"--export", file});
  EXPECT_EQ(exported.exit_code, 0) << exported.err;
  EXPECT_THAT(exported.out, HasSubstr("all.jsonl: 9 documents, "));
  EXPECT_FALSE(fs::exists(file + ".new"));
  EXPECT_EQ(index.index({"--export", "-"}).out, read_file(file));
  const std::string again = index.folder() / "again.db";
  const Outcome indexed = run("palpate-index", {"-j1", "--db", again, file});
  EXPECT_EQ(indexed.exit_code, 0) << indexed.err;
  for (const std::string question : {"stiff neck", "pillow", "\"flat pillow\"", "author:moor"})
    EXPECT_EQ(run("palpate-query", {"--db", again, "--json", question}).out,
              index.query({"--json", question}).out);
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    const std::string id = nlohmann::json::parse(line).at("_id");
    EXPECT_EQ(run("palpate-query", {"--db", again, "--full", id}).out,
              index.query({"--full", id}).out);
  }
}

TEST(Upkeep, AnExportThatFailsLeavesNoFile) {
  const FixtureIndex index;
  const Outcome nowhere = index.index({"--export", "no/such/folder/all.jsonl"});
  EXPECT_EQ(nowhere.exit_code, kFailed);
  EXPECT_THAT(nowhere.err, HasSubstr("cannot write no/such/folder/all.jsonl"));
  const Outcome full =
      Running("palpate-index", {"--db", index.db(), "--export", "-"}, ".", "/dev/full").wait();
  EXPECT_EQ(full.exit_code, kFailed);
  EXPECT_THAT(full.err, HasSubstr("No space left on device"));
}

TEST(Upkeep, OptionsThatDoNotGoTogetherAreUsageErrors) {
  const FixtureIndex index;
  for (const std::vector<std::string>& options :
       std::vector<std::vector<std::string>>{{"--check", "--compact"},
                                             {"--check", "articles"},
                                             {"--backup", "x", "--export", "y"},
                                             {"--compact", "--rebuild"},
                                             {"--export", ""},
                                             {"--backup", ""},
                                             {"--watch", "--dry-run"},
                                             {"--watch", "--rebuild", "articles"},
                                             {"--check", "-j2"}}) {
    const Outcome outcome = index.index(options);
    EXPECT_EQ(outcome.exit_code, kFailed) << options.front();
    EXPECT_THAT(outcome.err, HasSubstr("--help")) << options.front();
  }
  EXPECT_FALSE(fs::exists(index.folder() / "x"));
}

// An index of another format, older or newer, is built anew from the roots it names.
TEST(Upkeep, AnIndexOfAnotherFormatIsRebuiltFromItsRoots) {
  for (const std::string format : {"1", "3", "99"}) {
    const FixtureIndex index;
    const std::string before = index.query({"--json", "stiff neck"}).out;
    const std::string name = generation_of(index).filename().string();
    std::ofstream(index.db() / "CURRENT") << "palpate " << format << " " << name << "\n";
    for (const Outcome& refused : {index.index({}), index.query({"neck"}), index.index({"--check"}),
                                   index.index({"--compact"}), index.index({"--export", "-"})}) {
      EXPECT_EQ(refused.exit_code, kFailed);
      EXPECT_THAT(refused.err, AllOf(HasSubstr("has format " + format + ", this program reads 4"),
                                     HasSubstr("palpate-index --rebuild --db ")));
    }
    const Outcome rebuilt = index.index({"--rebuild"});
    EXPECT_EQ(rebuilt.exit_code, 0) << rebuilt.err;
    EXPECT_THAT(rebuilt.err, HasSubstr("it is built anew from the roots it names"));
    EXPECT_EQ(index.query({"--json", "stiff neck"}).out, before);
    EXPECT_EQ(index.index({"--check"}).exit_code, 0);
  }
}

TEST(Upkeep, ARebuildOfWhatCannotBeReadAsksForThePaths) {
  const FixtureIndex index;
  for (const auto& entry : fs::directory_iterator(generation_of(index)))
    std::ofstream(entry.path()) << "damaged";
  const Outcome unknown = index.index({"--rebuild"});
  EXPECT_EQ(unknown.exit_code, kFailed);
  EXPECT_THAT(unknown.err, HasSubstr("name the paths: palpate-index --rebuild --db "));
  const Outcome named = index.index({"--rebuild", index.articles()});
  EXPECT_EQ(named.exit_code, 0) << named.err;
  EXPECT_EQ(index.index({"--check"}).exit_code, 0);
}

// Nobody can tell what it held: without that root it would hold less.
TEST(Upkeep, ARebuildOfAnotherFormatDoesWithoutNoRoot) {
  const FixtureIndex index;
  const std::string name = generation_of(index).filename().string();
  std::ofstream(index.db() / "CURRENT") << "palpate 1 " << name << "\n";
  fs::rename(index.articles(), index.folder() / "away");
  const Outcome outcome = index.index({"--rebuild"});
  EXPECT_EQ(outcome.exit_code, kFailed);
  EXPECT_THAT(outcome.err, HasSubstr("a rebuild would lose documents"));
}

// Times run backwards after a clock is set: what changed is told by size, time and bytes, in
// whatever direction they differ.
TEST(Upkeep, AClockThatJumpsBackHidesNoChange) {
  const FixtureIndex index;
  const fs::path file = index.folder().write("articles/clock.md", "# Clock\n\nNoon strikes.\n");
  fs::last_write_time(file, fs::file_time_type::clock::now() + std::chrono::hours(48));
  EXPECT_EQ(index.index({}).exit_code, 0);
  index.folder().write("articles/clock.md", "# Clock\n\nDawn strikes.\n");
  fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(48));
  EXPECT_THAT(index.index({}).out, HasSubstr("0 files new, 1 changed, 0 removed"));
  EXPECT_EQ(index.query({"dawn"}).exit_code, 0);
  EXPECT_THAT(index.index({}).out, HasSubstr("nothing changed, nothing written"));
}

// There is no index yet, and soon there will be.
TEST(Upkeep, WhileTheFirstRunGoesOnEverythingElseIsToBeTriedAgain) {
  const TestFolder folder;
  folder.write("articles/a.md", "# Heat\n\nWarmth loosens a stiff neck.\n");
  const fs::path holder = folder.write("new.db/lock", "process 946946\n");
  folder.write("clinic.txt", "ache, pain\n");
  const std::vector<std::vector<std::string>> commands{
      {"--check"},
      {"--compact"},
      {"--backup", folder / "backup"},
      {"--export", folder / "all.jsonl"},
      {},
      {"--rebuild"},
      {"--vocabulary", folder / "clinic.txt"},
      {"--forget", folder / "articles"},
      {folder / "articles"},
  };
  const int lock = ::open(holder.c_str(), O_RDWR);
  ASSERT_EQ(::flock(lock, LOCK_EX | LOCK_NB), 0);
  const auto outcome_of = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--db", folder / "new.db"});
    return run("palpate-index", arguments);
  };
  for (const auto& command : commands) {
    SCOPED_TRACE(testing::PrintToString(command));
    const Outcome outcome = outcome_of(command);
    EXPECT_EQ(outcome.exit_code, kRetry);
    EXPECT_THAT(outcome.err, HasSubstr("new.db is being written by process 946946\n  try again"));
  }
  ::close(lock);
  EXPECT_FALSE(fs::exists(folder / "backup"));
  EXPECT_FALSE(fs::exists(folder / "all.jsonl"));
  // It has died, so that there is nothing to wait for.
  for (std::size_t i = 0; i < 4; ++i) {
    SCOPED_TRACE(testing::PrintToString(commands[i]));
    const Outcome outcome = outcome_of(commands[i]);
    EXPECT_EQ(outcome.exit_code, kFailed);
    EXPECT_THAT(outcome.err, HasSubstr("there is no index at"));
  }
}

// Two at once: one writes, the other is told so, or comes after it.
TEST(Upkeep, OfTwoWritersOneWaits) {
  const FixtureIndex index;
  for (int round = 0; round < 10; ++round) {
    index.folder().write("articles/r" + std::to_string(round) + ".md", "# R\n\nText.\n");
    Running one("palpate-index", {"--db", index.db(), "-q"});
    Running other("palpate-index", {"--db", index.db(), "-q", "--rebuild"});
    for (const Outcome& outcome : {one.wait(), other.wait()})
      EXPECT_TRUE(outcome.exit_code == 0 || outcome.exit_code == kRetry) << outcome.err;
    EXPECT_EQ(index.index({"-q"}).exit_code, 0);
    EXPECT_EQ(index.index({"--check", "-q"}).exit_code, 0);
  }
}

}  // namespace
}  // namespace palpate
