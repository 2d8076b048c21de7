#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "index_run.h"
#include "store/generation.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::Pair;
using testing::UnorderedElementsAre;

TEST_F(IndexArticles, CountsWhatARunDid) {
  write_note("a.md", "heat");
  write_note("b.md", "cold");
  write("lines.jsonl", R"({"_id":"one","text":"Rest helps."})"
                       "\n"
                       R"({"_id":"two","text":"Walking helps."})"
                       "\nno json\n");
  write("scan.pdf", "x");
  IndexSummary summary = run();
  EXPECT_EQ(summary.documents, 4U);
  EXPECT_EQ(summary.passages, state().passages.size());
  EXPECT_EQ(summary.files_new, 3U);
  EXPECT_EQ(summary.documents_read, 4U);
  EXPECT_EQ(summary.failed, 1U);
  EXPECT_THAT(summary.not_read, ElementsAre(Pair(".pdf", 1)));
  EXPECT_TRUE(summary.wrote);
  EXPECT_FALSE(summary.cancelled);
  EXPECT_GT(summary.bytes_on_disk, 0U);

  write_note("b.md", "colder");
  remove("a.md");
  summary = run();
  EXPECT_EQ(summary.documents, 3U);
  EXPECT_EQ(summary.files_new, 0U);
  EXPECT_EQ(summary.files_changed, 1U);
  EXPECT_EQ(summary.files_removed, 1U);
  EXPECT_EQ(summary.files_unchanged, 1U);
  EXPECT_EQ(summary.documents_read, 1U);
  EXPECT_EQ(summary.failed, 1U);
}

// One large file must not stand at nothing until it is read.
TEST_F(IndexArticles, ProgressOfAJsonLinesFileGoesOnWithItsLines) {
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines.append(R"({"_id":")").append(std::to_string(i)).append(R"(","text":")");
    for (int word = 0; word < 100; ++word) lines += "Resting helps. ";
    lines += "\"}\n";
  }
  write("lines.jsonl", lines);
  std::vector<IndexProgress> told;
  IndexObserver observer;
  observer.progress = [&](const IndexProgress& now) { told.push_back(now); };
  const IndexSummary summary = run(observer);
  EXPECT_EQ(summary.bytes_read, lines.size());
  ASSERT_FALSE(told.empty());
  EXPECT_GT(told.front().bytes_done, 0U);
  EXPECT_LT(told.front().bytes_done, lines.size() / 2);
}

TEST_F(IndexArticles, NothingToDoWritesNothing) {
  write_note("a.md", "heat");
  run();
  const auto before = fs::last_write_time(fs::path(options_.directory) / "CURRENT");
  const IndexSummary summary = run();
  EXPECT_FALSE(summary.wrote);
  EXPECT_EQ(summary.files_unchanged, 1U);
  EXPECT_EQ(fs::last_write_time(fs::path(options_.directory) / "CURRENT"), before);
}

// The URL that a file was indexed with has to be remembered, or every run reads everything.
TEST_F(IndexArticles, AFileUnderAUrlPrefixIsUnchangedTheNextTime) {
  write_note("a.md", "heat");
  options_.url_prefixes = {{root(), "https://clinic.example"}};
  run();
  EXPECT_EQ(run().files_unchanged, 1U);
  options_.url_prefixes = {};
  EXPECT_EQ(run().files_unchanged, 1U) << "the prefix is remembered";
  const Result<Snapshot> index = Snapshot::open(options_.directory);
  ASSERT_TRUE(index);
  EXPECT_EQ(index->document("a.md")->url, "https://clinic.example/a.md");
}

TEST_F(IndexArticles, ADryRunWritesNothing) {
  write_note("a.md", "heat");
  options_.dry_run = true;
  const IndexSummary summary = run();
  EXPECT_EQ(summary.files_new, 1U);
  EXPECT_FALSE(summary.wrote);
  EXPECT_FALSE(fs::exists(options_.directory));
}

TEST_F(IndexArticles, ADryRunRefusesAFolderOfOtherThingsToo) {
  write_note("a.md", "heat");
  options_.directory = root();
  for (const bool dry : {true, false}) {
    options_.dry_run = dry;
    const Result<IndexSummary> refused = index_articles(options_, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_argument);
  }
}

// A path may be longer than a key of the database may be.
TEST_F(IndexArticles, AnyDepthOfFoldersCanBeIndexed) {
  const std::string deep =
      std::string(120, 'd') + "/" + std::string(120, 'e') + "/" + std::string(120, 'f');
  write_note(deep + "/a.md", "heat");
  options_.paths = {root() + "/" + deep};
  options_.url_prefixes = {{root() + "/" + deep, "https://clinic.example"}};
  run();
  EXPECT_THAT(ids(), ElementsAre("a.md"));
  options_.paths = {};
  options_.url_prefixes = {};
  EXPECT_EQ(run().files_unchanged, 1U) << "the root and its URL are known in full";
}

TEST_F(IndexArticles, ARepairedFileIsNoLongerAProblem) {
  write("bad.jsonl", "no json\n");
  write_note("a.md", "heat");
  EXPECT_EQ(run().failed, 1U);
  EXPECT_EQ(run().failed, 1U) << "remembered";
  write("bad.jsonl", R"({"_id":"one","text":"Rest helps."})");
  EXPECT_EQ(run().failed, 0U);
  EXPECT_THAT(ids(), ElementsAre("a.md", "one"));
}

TEST_F(IndexArticles, AFolderInsideAnotherSeesWhatVanishedBelowIt) {
  write_note("a.md", "heat");
  write_note("sub/b.md", "cold");
  write_note("sub/c.md", "rest");
  run();
  remove("sub/b.md");
  write_note("sub/c.md", "sleep");
  options_.paths = {root() + "/sub"};
  const IndexSummary summary = run();
  EXPECT_EQ(summary.files_removed, 1U);
  EXPECT_EQ(summary.files_changed, 1U);
  EXPECT_THAT(ids(), UnorderedElementsAre("a.md", "sub/c.md"));
}

TEST_F(IndexArticles, ALargeChangeMakesANewGenerationWithTheSameContent) {
  write_note("a.md", "heat");
  write_note("b.md", "cold");
  run();
  write_note("b.md", "colder");
  write("big.jsonl", R"({"_id":"big","text":"Rest helps.","unused":")" +
                         std::string(std::size_t{5} << 20, 'x') + "\"}\n");
  remove("a.md");
  run();
  EXPECT_EQ(current_generation(options_.directory)->value().filename(), "generation-000002");
  EXPECT_THAT(ids(), ElementsAre("b.md", "big"));
  expect_same_state(state(), state_from_scratch());
}

TEST_F(IndexArticles, ARebuildOfAMissingRootIsRefused) {
  write_note("a.md", "heat");
  run();
  fs::rename(root(), root() + " away");
  options_.rebuild = true;
  const Result<IndexSummary> refused = index_articles(options_, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::not_found);
  EXPECT_THAT(ids(), ElementsAre("a.md"));
}

TEST_F(IndexArticles, ARebuildReplacesAnIndexOfAnotherFormat) {
  write_note("a.md", "heat");
  run();
  std::ofstream(fs::path(options_.directory) / "CURRENT") << "palpate 99 generation-000001\n";
  const Result<IndexSummary> refused = index_articles(options_, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::incompatible);
  options_.rebuild = true;
  EXPECT_EQ(run().documents, 1U);
  options_.rebuild = false;
  EXPECT_EQ(run().files_unchanged, 1U);
}

TEST_F(IndexArticles, AHeldLockIsToldAndLeavesTheIndexAlone) {
  write_note("a.md", "heat");
  run();
  const Result<WriterLock> lock = WriterLock::acquire(options_.directory);
  ASSERT_TRUE(lock);
  write_note("b.md", "cold");
  const Result<IndexSummary> refused = index_articles(options_, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::locked);
  EXPECT_THAT(ids(), ElementsAre("a.md"));
}

TEST_F(IndexArticles, AnyNumberOfWorkersGivesTheSameIndex) {
  for (int i = 0; i < 30; ++i)
    write_note("n" + std::to_string(i) + ".md", "word" + std::to_string(i));
  options_.jobs = 1;
  run();
  options_.jobs = 7;
  expect_same_state(state(), state_from_scratch());
}

TEST_F(IndexArticles, DifferentIndexesAreWrittenAtTheSameTime) {
  for (int i = 0; i < 10; ++i) write_note("n" + std::to_string(i) + ".md", "heat");
  IndexOptions other = options_;
  other.directory = (folder_.path() / "other.db").string();
  std::thread thread([&] { EXPECT_TRUE(index_articles(other, {})); });
  run();
  thread.join();
  expect_same_state(state(), state_of(other.directory));
}

}  // namespace
}  // namespace palpate
