#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "../article/temporary_folder.h"
#include "index_state.h"
#include "palpate/indexer.h"
#include "store/generation.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

class IndexArticles : public testing::Test {
 protected:
  IndexArticles() {
    options_.directory = (folder_.path() / "palpate.db").string();
    options_.paths = {root()};
    options_.jobs = 2;
  }

  std::string root() const { return (folder_.path() / "articles").string(); }

  void write(const std::string& name, const std::string& text) const {
    folder_.write("articles/" + name, text);
  }
  void write_note(const std::string& name, const std::string& word) const {
    write(name, "# About " + word + "\n\nThis note says what " + word + " is and what helps.\n");
  }
  void remove(const std::string& name) const { fs::remove(fs::path(root()) / name); }

  IndexSummary run(const IndexObserver& observer = {}) {
    Result<IndexSummary> summary = index_articles(options_, observer);
    EXPECT_TRUE(summary) << summary.error().message;
    return summary ? *summary : IndexSummary{};
  }

  // What one run over the files as they are now would give.
  IndexState state_from_scratch() {
    IndexOptions fresh = options_;
    fresh.directory = (folder_.path() / "scratch.db").string();
    fs::remove_all(fresh.directory);
    const Result<IndexSummary> summary = index_articles(fresh, {});
    EXPECT_TRUE(summary) << summary.error().message;
    return state_of(fresh.directory);
  }

  IndexState state() const { return state_of(options_.directory); }

  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const auto& [id, record] : state().documents) all.push_back(id);
    return all;
  }

  TemporaryFolder folder_;
  IndexOptions options_;
};

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

TEST_F(IndexArticles, ASecondDocumentOfAnIdIsAProblemWithItsPlace) {
  write("a.jsonl", R"({"_id":"one","text":"Rest helps."})"
                   "\n"
                   R"({"_id":"one","text":"Walking helps."})"
                   "\n");
  write("b.jsonl", R"({"_id":"one","text":"Heat helps."})"
                   "\n");
  std::vector<FailedFile> heard;
  IndexObserver observer;
  observer.failed = [&](const FailedFile& failed) { heard.push_back(failed); };
  const IndexSummary summary = run(observer);
  EXPECT_EQ(summary.documents, 1U);
  EXPECT_EQ(summary.failed, 2U);
  ASSERT_EQ(heard.size(), 2U);
  EXPECT_EQ(heard[0].line, 2U);
  EXPECT_THAT(heard[0].reason, HasSubstr("an earlier line"));
  EXPECT_EQ(heard[1].line, 1U);
  EXPECT_THAT(heard[1].reason, AllOf(HasSubstr("\"one\""), HasSubstr("a.jsonl")));
  const Result<std::vector<FailedFile>> known = failed_files(options_.directory);
  ASSERT_TRUE(known);
  ASSERT_EQ(known->size(), 2U);
  EXPECT_EQ((*known)[1].reason, heard[1].reason);
}

TEST_F(IndexArticles, AnIdThatBecomesFreeIsGivenToWhoeverWantedIt) {
  write("a.jsonl", R"({"_id":"one","text":"Rest helps."})"
                   "\n");
  write("b.jsonl", R"({"_id":"one","text":"Heat helps."})"
                   "\n");
  write_note("c.md", "cold");
  run();
  remove("a.jsonl");
  const IndexSummary summary = run();
  EXPECT_EQ(summary.failed, 0U);
  EXPECT_THAT(ids(), ElementsAre("c.md", "one"));
  expect_same_state(state(), state_from_scratch());
}

// Only another file can set an id free: a file with a line twice is not read again and again.
TEST_F(IndexArticles, ADoubledLineIsNotTriedAgain) {
  write("a.jsonl", R"({"_id":"one","text":"Rest helps."})"
                   "\n"
                   R"({"_id":"one","text":"Heat helps."})"
                   "\n");
  write_note("c.md", "cold");
  run();
  write_note("c.md", "colder");
  const IndexSummary summary = run();
  EXPECT_EQ(summary.files_changed, 1U);
  EXPECT_EQ(summary.failed, 1U);
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

TEST_F(IndexArticles, CancelledMidWayItKeepsWhatWasReadAndTheNextRunTheRest) {
  for (int i = 0; i < 40; ++i)
    write_note("n" + std::to_string(i) + ".md", "word" + std::to_string(i));
  std::atomic<bool> cancel = false;
  IndexObserver observer;
  observer.progress = [&](const IndexProgress&) { cancel = true; };
  observer.cancel = &cancel;
  const IndexSummary summary = run(observer);
  EXPECT_TRUE(summary.cancelled);
  EXPECT_TRUE(summary.wrote);
  EXPECT_GT(summary.documents, 0U);
  EXPECT_LT(summary.documents, 40U);
  EXPECT_EQ(state().documents.size(), summary.documents);
  EXPECT_FALSE(run().cancelled);
  expect_same_state(state(), state_from_scratch());
}

TEST_F(IndexArticles, CancelledInsideAFileOfManyLinesItReadsThatFileAgain) {
  std::string lines;
  for (int i = 0; i < 50; ++i) {
    lines += R"({"_id":"d)" + std::to_string(i) + R"(","text":"Rest helps."})" + "\n";
    if (i == 20) lines += "no json\n";
  }
  write("a.jsonl", lines);
  write_note("b.md", "heat");
  std::atomic<bool> cancel = false;
  IndexObserver observer;
  observer.failed = [&](const FailedFile&) { cancel = true; };
  observer.cancel = &cancel;
  const IndexSummary summary = run(observer);
  EXPECT_TRUE(summary.cancelled);
  EXPECT_EQ(summary.documents, 21U);
  EXPECT_EQ(run().documents, 51U);
  expect_same_state(state(), state_from_scratch());
}

// The id went to an earlier file, and the run stopped before it came to the one that had it.
TEST_F(IndexArticles, CancelledWhileAnIdMovesLeavesNoDocumentTwice) {
  write("z.jsonl", R"({"_id":"one","text":"Rest helps."})"
                   "\n");
  run();
  write("a.jsonl", R"({"_id":"one","text":"Heat helps."})"
                   "\nno json\n");
  write("z.jsonl", R"({"_id":"one","text":"Rest really helps."})"
                   "\n");
  std::atomic<bool> cancel = false;
  IndexObserver observer;
  observer.failed = [&](const FailedFile&) { cancel = true; };
  observer.cancel = &cancel;
  EXPECT_TRUE(run(observer).cancelled);
  EXPECT_EQ(state().passages.size(), 1U);
  run();
  run();
  expect_same_state(state(), state_from_scratch());
}

TEST_F(IndexArticles, AMovedFolderTakesTheIdsItHadBefore) {
  write_note("heat.md", "heat");
  write("lines.jsonl", R"({"_id":"one","text":"Rest helps."})");
  run();
  const std::vector<std::string> before = ids();
  const std::string moved = (folder_.path() / "moved").string();
  fs::rename(root(), moved);
  options_.paths = {moved};
  const IndexSummary summary = run();
  EXPECT_EQ(summary.failed, 0U);
  EXPECT_EQ(summary.files_new, 2U);
  EXPECT_EQ(summary.files_removed, 2U);
  EXPECT_EQ(ids(), before);
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
