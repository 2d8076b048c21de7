// One Searcher shared by many threads while the index is written: no error, no answer of two
// states, and none of a state older than one that was seen. Meant for ThreadSanitizer too.
#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "../indexer/article/temporary_folder.h"
#include "palpate/indexer.h"
#include "palpate/searcher.h"

namespace palpate {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kArticles = 12;
constexpr int kVersions = 30;
constexpr int kThreads = 8;

// Every article of a version holds its number.
class SharedSearcher : public testing::Test {
 protected:
  SharedSearcher() {
    options_.directory = (folder_.path() / "palpate.db").string();
    options_.paths = {(folder_.path() / "articles").string()};
    options_.jobs = 2;
    write_version(0);
  }

  void write_version(int version) {
    for (int i = 0; i < kArticles; ++i) {
      std::ostringstream text;
      text << "---\ntitle: Knee of version " << version << "\nlanguage: en\n---\n\nArticle " << i
           << " tells of the knee in version " << version << ".\n"
           << std::string(static_cast<std::size_t>(version), '\n');
      folder_.write("articles/knee" + std::to_string(i) + ".md", text.str());
    }
    const Result<IndexSummary> summary = index_articles(options_, {});
    ASSERT_TRUE(summary) << summary.error().message;
  }

  static Request everything() { return {.question = "knee", .count = 100, .per_article = 0}; }

  // The one version that all of an answer is of.
  static int version_of(const Answer& answer) {
    const std::string& title = answer.hits.front().article.title;
    for (const Hit& hit : answer.hits) EXPECT_EQ(hit.article.title, title) << "a mixed answer";
    EXPECT_EQ(answer.total, static_cast<std::size_t>(kArticles));
    return std::stoi(title.substr(title.rfind(' ') + 1));
  }

  // Asks until told to stop; gives the last version that answered.
  static int ask_on(const Searcher& searcher, const std::atomic<bool>& stop) {
    int last = 0;
    while (!stop && !HasFailure()) {
      const Result<Answer> answer = searcher.search(everything());
      EXPECT_TRUE(answer) << answer.error().message;
      if (!answer || answer->hits.empty()) break;
      const int version = version_of(*answer);
      EXPECT_GE(version, last) << "an older state after a newer one";
      last = version;
    }
    return last;
  }

  void ask_while_writing(bool rebuild, unsigned readers) {
    const Result<Searcher> searcher =
        Searcher::open(SearcherOptions{.shards = {options_.directory}, .readers = readers});
    ASSERT_TRUE(searcher) << searcher.error().message;
    std::atomic<bool> stop = false;
    std::atomic<int> most = 0;
    std::vector<std::thread> threads(kThreads);
    for (std::thread& thread : threads)
      thread = std::thread([&] {
        const int last = ask_on(*searcher, stop);
        for (int seen = most; seen < last && !most.compare_exchange_weak(seen, last);) {
        }
      });
    options_.rebuild = rebuild;
    for (int version = 1; version <= kVersions && !HasFailure(); ++version) write_version(version);
    const auto patience = steady_clock::now() + std::chrono::seconds(30);
    while (most < kVersions && !HasFailure() && steady_clock::now() < patience) {
      std::this_thread::sleep_for(milliseconds(300));
      const Result<Answer> answer = searcher->search(everything());
      ASSERT_TRUE(answer) << answer.error().message;
      if (version_of(*answer) == kVersions) break;
    }
    stop = true;
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(most, kVersions);
  }

  TemporaryFolder folder_;
  IndexOptions options_;
};

TEST_F(SharedSearcher, FollowsGenerationsForManyThreads) { ask_while_writing(true, 0); }
TEST_F(SharedSearcher, FollowsSmallUpdatesForManyThreads) { ask_while_writing(false, 0); }
TEST_F(SharedSearcher, OneHandleServesManyThreads) { ask_while_writing(true, 1); }

TEST_F(SharedSearcher, EveryKindOfCallMayRunBesideTheOthers) {
  const Result<Searcher> searcher = Searcher::open(options_.directory);
  ASSERT_TRUE(searcher);
  std::atomic<bool> stop = false;
  std::vector<std::thread> threads;
  const auto run_on = [&](auto call) {
    threads.emplace_back([&stop, call] {
      while (!stop && !HasFailure()) EXPECT_TRUE(call());
    });
  };
  const std::string id = searcher->search(everything())->hits.front().document;
  run_on([&] { return static_cast<bool>(searcher->search(everything())); });
  run_on(
      [&] { return static_cast<bool>(searcher->search({.question = "Knie", .language = "de"})); });
  run_on([&] { return static_cast<bool>(searcher->like(id, {})); });
  run_on([&] { return static_cast<bool>(searcher->full_text(id)); });
  run_on([&] { return static_cast<bool>(searcher->describe()); });
  run_on([&] { return static_cast<bool>(searcher->suggest("kn", 5)); });
  run_on([&] { return static_cast<bool>(searcher->rank("knee", 5, RunUnit::passage)); });
  run_on([&] { return !searcher->state().empty(); });
  for (int version = 1; version <= 10; ++version) {
    options_.rebuild = version % 2 == 0;
    write_version(version);
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
}

TEST_F(SharedSearcher, ManyThreadsStayOnOneStateWhenToldTo) {
  Result<Searcher> searcher =
      Searcher::open(SearcherOptions{.shards = {options_.directory}, .follow = false});
  ASSERT_TRUE(searcher);
  options_.rebuild = true;
  write_version(1);
  const std::string before = searcher->state();
  std::vector<std::thread> threads(kThreads);
  for (std::thread& thread : threads)
    thread = std::thread([&] {
      for (int asked = 0; asked < 20; ++asked) {
        const Result<Answer> answer = searcher->search(everything());
        ASSERT_TRUE(answer);
        EXPECT_EQ(version_of(*answer), 0);
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(searcher->state(), before);
  EXPECT_TRUE(*searcher->refresh());
  EXPECT_NE(searcher->state(), before);
  EXPECT_EQ(version_of(*searcher->search(everything())), 1);
}

TEST_F(SharedSearcher, TheStateTellsOfEveryWrittenChange) {
  const Result<Searcher> searcher = Searcher::open(options_.directory);
  ASSERT_TRUE(searcher);
  for (int version = 1; version <= 4; ++version) {
    const std::string before = searcher->state();
    options_.rebuild = version % 2 == 0;
    write_version(version);
    std::this_thread::sleep_for(milliseconds(250));
    EXPECT_NE(searcher->state(), before);
    EXPECT_EQ(version_of(*searcher->search(everything())), version);
  }
}

TEST_F(SharedSearcher, GoesOnAnsweringWhenTheNewStateCannotBeOpened) {
  const Result<Searcher> searcher = Searcher::open(options_.directory);
  ASSERT_TRUE(searcher);
  folder_.write("palpate.db/CURRENT", "palpate 999 generation-000001\n");
  std::this_thread::sleep_for(milliseconds(250));
  std::vector<std::thread> threads(kThreads);
  for (std::thread& thread : threads)
    thread = std::thread([&] {
      const Result<Answer> answer = searcher->search(everything());
      ASSERT_TRUE(answer) << answer.error().message;
      EXPECT_EQ(version_of(*answer), 0);
    });
  for (std::thread& thread : threads) thread.join();
}

TEST_F(SharedSearcher, ADescriptionIsOfTheStateThatAnswers) {
  const Result<Searcher> searcher = Searcher::open(options_.directory);
  ASSERT_TRUE(searcher);
  EXPECT_EQ(searcher->describe()->documents, static_cast<std::size_t>(kArticles));
  folder_.write("articles/more.md", "---\ntitle: More\nsource: Clinic\n---\n\nOne more article.\n");
  ASSERT_TRUE(index_articles(options_, {}));
  std::this_thread::sleep_for(milliseconds(250));
  const Result<IndexDescription> description = searcher->describe();
  EXPECT_EQ(description->documents, static_cast<std::size_t>(kArticles) + 1);
  ASSERT_EQ(description->sources.size(), 1U);
  EXPECT_EQ(description->sources.front().first, "Clinic");
}

}  // namespace
}  // namespace palpate
