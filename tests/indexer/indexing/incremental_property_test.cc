// An index reached by any sequence of runs is the one that a single run over the same files makes.
#include <gmock/gmock.h>

#include <atomic>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "../article/temporary_folder.h"
#include "index_state.h"
#include "palpate/indexer.h"
#include "palpate/searcher.h"
#include "random_articles.h"
#include "random_folder.h"

namespace palpate {
namespace {

class Incremental : public testing::TestWithParam<unsigned> {
 protected:
  std::string directory(const std::string& name) const { return (folder_.path() / name).string(); }

  IndexOptions options(const std::string& name) const {
    IndexOptions options;
    options.directory = directory(name);
    options.paths = {directory("articles")};
    options.url_prefixes = url_prefixes_;
    options.vocabulary_file = vocabulary_file_;
    options.jobs = 2;
    return options;
  }

  // As a small change or by a merge, whole or stopped early.
  void run_somehow(const std::string& name) {
    IndexOptions chosen = options(name);
    const bool merged = random_.below(3) == 0;
    if (merged) chosen.memory = 1;  // then no change is small
    std::atomic<bool> cancel = false;
    std::size_t until = random_.below(4) == 0 ? random_.below(4) : 1000;
    IndexObserver observer;
    observer.reading = [&](const std::string&) {
      if (until-- == 0) cancel = true;
    };
    observer.cancel = &cancel;
    const Result<IndexSummary> summary = index_articles(chosen, observer);
    ASSERT_TRUE(summary) << summary.error().message;
    if (!summary->wrote) return;
    ++(summary->in_place ? in_place_ : by_merges_);
  }

  void run_whole(const std::string& name) const {
    const Result<IndexSummary> summary = index_articles(options(name), {});
    ASSERT_TRUE(summary) << summary.error().message;
  }

  void change_something() {
    switch (random_.below(12)) {
      case 0:
        url_prefixes_ = {{directory("articles"), random_.below(2) == 0
                                                     ? "https://lake.example"
                                                     : "https://harbour.example/notes"}};
        return;
      case 1:
        vocabulary_file_ = folder_
                               .write("clinic.txt", random_.words(2) + ", kneecap\n" +
                                                        random_.words(1) + " x, sore thing\n")
                               .string();
        return;
      default:
        return articles_.change();
    }
  }

  TemporaryFolder folder_;
  RandomArticles random_{GetParam(), true};
  RandomFolder articles_{folder_, random_};
  std::vector<std::pair<std::string, std::string>> url_prefixes_;
  std::string vocabulary_file_;
  std::size_t in_place_ = 0, by_merges_ = 0;
};

// Each passage found, with all that is shown of it.
std::map<std::string, std::string> found_by(Searcher& searcher, const std::string& question,
                                            std::size_t& total) {
  std::map<std::string, std::string> found;
  const Result<Answer> answer =
      searcher.search({.question = question, .count = 100'000, .per_article = 0});
  EXPECT_TRUE(answer) << answer.error().message;
  if (!answer) return found;
  total = answer->total;
  for (const Hit& hit : answer->hits) {
    std::string shown = hit.text + "|" + hit.article.title + "|" + hit.context;
    for (const Mark& mark : hit.marks) shown += "|" + std::to_string(mark.range.begin);
    found[hit.passage] = shown + "|" + std::to_string(hit.sentence.begin);
  }
  return found;
}

TEST_P(Incremental, EqualsOneRunOverTheSameFiles) {
  for (int step = 0; step < 12 && !HasFatalFailure(); ++step) {
    for (std::size_t changes = 1 + random_.below(6); changes > 0; --changes) change_something();
    run_somehow("incremental.db");
  }
  run_whole("incremental.db");
  run_whole("scratch.db");
  const IndexState state = state_of(directory("incremental.db"));
  expect_same_state(state, state_of(directory("scratch.db")));
  EXPECT_GT(in_place_, 0U);
  EXPECT_GT(by_merges_, 0U);
  EXPECT_GT(state.words.size(), 40U);
  EXPECT_FALSE(state.abbreviations.empty());

  Result<Searcher> incremental = Searcher::open(directory("incremental.db"));
  Result<Searcher> scratch = Searcher::open(directory("scratch.db"));
  ASSERT_TRUE(incremental && scratch);
  std::size_t answered = 0;
  for (int i = 0; i < 30; ++i) {
    const std::string question = random_.question();
    SCOPED_TRACE(question);
    std::size_t total = 0;
    std::size_t expected_total = 0;
    const auto expected = found_by(*scratch, question, expected_total);
    EXPECT_EQ(found_by(*incremental, question, total), expected);
    EXPECT_EQ(total, expected_total);
    const auto ranked = scratch->rank(question, 100'000, RunUnit::passage);
    ASSERT_TRUE(ranked);
    EXPECT_LE(expected.size(), ranked->size()) << "what says the same is folded";
    answered += expected.empty() ? 0U : 1U;
  }
  EXPECT_GT(answered, 10U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Incremental, testing::Range(1U, 9U));

}  // namespace
}  // namespace palpate
