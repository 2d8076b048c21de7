// An index reached by any sequence of runs is the one that a single run over the same files makes.
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "../article/temporary_folder.h"
#include "index_state.h"
#include "palpate/indexer.h"
#include "palpate/searcher.h"
#include "random_articles.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;

class Incremental : public testing::TestWithParam<unsigned> {
 protected:
  std::string directory(const std::string& name) const { return (folder_.path() / name).string(); }

  void run(const std::string& name) const {
    IndexOptions options;
    options.directory = directory(name);
    options.paths = {directory("articles")};
    options.jobs = 2;
    const Result<IndexSummary> summary = index_articles(options, {});
    ASSERT_TRUE(summary) << summary.error().message;
  }

  // A document a line; its ids belong to this file alone. Some lines stay as they were, also where
  // they change their places.
  std::string json_lines(const std::string& name) {
    std::string lines;
    for (std::size_t i = random_.below(6) + 1; i > 0; --i) {
      std::string& line = lines_[name + std::to_string(i)];
      if (line.empty() || random_.below(2) == 0) line = json_line(name + std::to_string(i));
      lines += line;
    }
    return random_.below(4) == 0 ? lines + "no json\n" : lines;
  }

  // Of one passage or of several.
  std::string json_line(const std::string& id) {
    return R"({"_id":")" + id + R"(","title":")" + random_.words(3) + R"(","text":")" +
           random_.words(40) + ". " + random_.words(random_.below(400) + 1) +
           R"(.","metadata":{"language":"en"}})" + "\n";
  }

  void change_something() {
    const std::string name = "f" + std::to_string(random_.below(12));
    const bool lines = name == "f1" || name == "f2";
    const fs::path file = fs::path("articles") / (name + (lines ? ".jsonl" : ".md"));
    if (random_.below(3) == 0) {
      fs::remove(folder_.path() / file);
    } else {
      // A size that no version before had: two writes may fall into one tick of the clock.
      std::string text = lines ? json_lines(name) : random_.markdown();
      text += std::string(++versions_, '\n');
      folder_.write(file, text);
    }
  }

  TemporaryFolder folder_;
  RandomArticles random_{GetParam()};
  std::map<std::string, std::string> lines_;  // of .jsonl files, by their documents' ids
  std::size_t versions_ = 0;
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
  folder_.write("articles/always.md", random_.markdown());
  for (int step = 0; step < 6; ++step) {
    for (std::size_t changes = 1 + random_.below(5); changes > 0; --changes) change_something();
    run("incremental.db");
  }
  run("scratch.db");
  expect_same_state(state_of(directory("incremental.db")), state_of(directory("scratch.db")));

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

INSTANTIATE_TEST_SUITE_P(Seeds, Incremental, testing::Values(1U, 2U, 3U, 4U));

}  // namespace
}  // namespace palpate
