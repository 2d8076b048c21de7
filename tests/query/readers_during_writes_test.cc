// Readers that ask without a pause while the index is written: no error, and no answer of two
// states. Meant for ThreadSanitizer too.
#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "../indexer/article/temporary_folder.h"
#include "palpate/indexer.h"
#include "palpate/searcher.h"

namespace palpate {
namespace {

constexpr int kArticles = 12;
constexpr int kVersions = 50;

// Every article of a version holds its number, and a word of its own that no other version has.
class ReadersDuringWrites : public testing::Test {
 protected:
  ReadersDuringWrites() {
    options_.directory = (folder_.path() / "palpate.db").string();
    options_.paths = {(folder_.path() / "articles").string()};
    options_.jobs = 2;
    write_version(0);
  }

  void write_version(int version) {
    const std::string number = std::to_string(version);
    for (int i = 0; i < kArticles; ++i)
      folder_.write("articles/knee" + std::to_string(i) + ".md",
                    "---\ntitle: Knee of version " + number + "\nlanguage: en\n---\n\nArticle " +
                        std::to_string(i) + " tells of the knee in version " + number +
                        ", and of what moved it " + number + " times.\n" +
                        std::string(static_cast<std::size_t>(version), '\n'));
    const Result<IndexSummary> summary = index_articles(options_, {});
    ASSERT_TRUE(summary) << summary.error().message;
    ASSERT_TRUE(summary->wrote);
    ASSERT_EQ(summary->documents, kArticles);
  }

  // Asks until told to stop; gives the versions that answered. `refreshing` readers move on by
  // themselves, the others when they are overtaken.
  std::set<std::string> ask_on(const std::atomic<bool>& stop, bool refreshing) {
    std::set<std::string> versions;
    Result<Searcher> searcher = Searcher::open(options_.directory);
    EXPECT_TRUE(searcher) << searcher.error().message;
    while (searcher && !stop && !HasFailure()) {
      if (refreshing) {
        const Result<bool> moved = searcher->refresh();
        EXPECT_TRUE(moved) << moved.error().message;
      }
      const Result<Answer> answer =
          searcher->search({.question = "knee", .count = 100, .per_article = 0});
      EXPECT_TRUE(answer) << answer.error().message;
      if (answer) versions.insert(version_of(*answer));
    }
    return versions;
  }

  // The one version that all of an answer is of.
  static std::string version_of(const Answer& answer) {
    EXPECT_EQ(answer.total, static_cast<std::size_t>(kArticles));
    std::set<std::string> titles;
    std::set<std::string> documents;
    for (const Hit& hit : answer.hits) {
      const std::string version = hit.article.title.substr(hit.article.title.rfind(' ') + 1);
      EXPECT_NE(hit.text.find("in version " + version + ","), std::string::npos) << hit.text;
      titles.insert(hit.article.title);
      documents.insert(hit.document);
      for (const AlsoIn& also : hit.also_in) {
        documents.insert(also.document);
        titles.insert(also.article.title);
      }
    }
    EXPECT_EQ(titles.size(), 1U) << "a mixed answer";
    EXPECT_EQ(documents.size(), static_cast<std::size_t>(kArticles));
    return titles.empty() ? "" : *titles.begin();
  }

  void write_all_while_readers_ask(bool rebuild) {
    std::atomic<bool> stop = false;
    std::set<std::string> seen;
    std::set<std::string> seen_refreshing;
    std::thread reader([&] { seen = ask_on(stop, false); });
    std::thread refreshing([&] { seen_refreshing = ask_on(stop, true); });
    options_.rebuild = rebuild;
    for (int version = 1; version <= kVersions && !HasFailure(); ++version) write_version(version);
    stop = true;
    reader.join();
    refreshing.join();
    EXPECT_FALSE(seen.empty());
    EXPECT_GT(seen_refreshing.size(), 5U);
  }

  TemporaryFolder folder_;
  IndexOptions options_;
};

TEST_F(ReadersDuringWrites, SeeWholeStatesThroughFiftyGenerations) {
  write_all_while_readers_ask(true);
}

TEST_F(ReadersDuringWrites, SeeWholeStatesThroughFiftySmallUpdates) {
  write_all_while_readers_ask(false);
}

// Opening races with generations being taken away.
TEST_F(ReadersDuringWrites, OpenAWholeStateAtAnyMoment) {
  std::atomic<bool> stop = false;
  std::thread reader([&] {
    while (!stop && !HasFailure()) {
      Result<Searcher> searcher = Searcher::open(options_.directory);
      ASSERT_TRUE(searcher) << searcher.error().message;
      const Result<Answer> answer = searcher->search({.question = "knee", .count = 100});
      ASSERT_TRUE(answer) << answer.error().message;
      version_of(*answer);
    }
  });
  for (int version = 1; version <= kVersions && !HasFailure(); ++version) {
    options_.rebuild = version % 2 == 0;
    write_version(version);
  }
  stop = true;
  reader.join();
}

TEST_F(ReadersDuringWrites, AReaderStaysWhereItIsUntilItIsMovedOn) {
  options_.rebuild = true;
  Result<Searcher> searcher = Searcher::open(options_.directory);
  ASSERT_TRUE(searcher);
  for (int version = 1; version <= 3; ++version) write_version(version);
  const Result<Answer> before = searcher->search({.question = "knee", .count = 100});
  ASSERT_TRUE(before) << before.error().message;
  EXPECT_EQ(version_of(*before), "Knee of version 0");
  const Result<bool> moved = searcher->refresh();
  ASSERT_TRUE(moved);
  EXPECT_TRUE(*moved);
  EXPECT_FALSE(*searcher->refresh());
  EXPECT_EQ(version_of(*searcher->search({.question = "knee", .count = 100})), "Knee of version 3");
}

// The languages that a question is analysed in are those of the state that answers it.
TEST_F(ReadersDuringWrites, AReaderThatMovesOnAsksInTheLanguagesOfTheNewState) {
  Result<Searcher> searcher = Searcher::open(options_.directory);
  ASSERT_TRUE(searcher);
  for (int i = 0; i < kArticles; ++i)
    folder_.write("articles/de" + std::to_string(i) + ".md",
                  "---\ntitle: Schulter\nlanguage: de\n---\n\nDie Schultern schmerzen.\n");
  ASSERT_TRUE(index_articles(options_, {}));
  ASSERT_TRUE(searcher->refresh());
  const Result<Answer> answer = searcher->search({.question = "Schmerzen"});
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->hits.empty());
}

}  // namespace
}  // namespace palpate
