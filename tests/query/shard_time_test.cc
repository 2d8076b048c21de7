// Several indexes asked as one, of which one hangs, fails or is slow: the others answer in time.
#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "palpate/indexer.h"
#include "palpate/searcher.h"
#include "query/note_texts.h"
#include "query/troubled_disk.h"
#include "ranking/indexed_folder.h"

namespace palpate {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::size_t kShards = 3;
constexpr milliseconds kTime{400};

class ShardTime : public testing::Test {
 protected:
  ShardTime() {
    for (std::size_t i = 0; i < kShards; ++i) {
      const std::string name = "part" + std::to_string(i);
      std::string lines;
      for (int article = 0; article < 60; ++article) {
        const std::string id = name + "-" + std::to_string(article);
        lines.append(R"({"_id":")").append(id).append(R"(","title":"The knee of )").append(id);
        lines.append(R"(","text":"A knee of )")
            .append(id)
            .append(R"( that is sore."})")
            .append("\n");
      }
      folder_.write(name + "/articles.jsonl", lines);
      IndexOptions options;
      options.directory = directory(i);
      options.paths = {(folder_.path() / name).string()};
      options.jobs = 1;
      EXPECT_TRUE(index_articles(options, {}));
    }
    for (std::atomic<bool>* of : {&disk().of_all, &disk().of_old, &disk().of_looks}) *of = false;
  }
  ~ShardTime() override { disk().set(Trouble::none); }

  static Disk& disk() { return Disk::instance(); }

  std::string directory(std::size_t shard) const {
    return (folder_.path() / ("part" + std::to_string(shard) + ".db")).string();
  }

  SearcherOptions options() const {
    return {.shards = {directory(0), directory(1), directory(2)}, .shard_time = kTime};
  }

  // A question that no handle has blocks of in its memory.
  static Request question(milliseconds time) {
    static int asked = 0;
    return {.question = "sore knee " + std::to_string(asked++ % 60),
            .deadline = steady_clock::now() + time};
  }

  static std::vector<std::string> lost(const Searcher& searcher) {
    std::vector<std::string> names;
    for (const ShardState& shard : searcher.shards())
      if (!shard.answers) names.push_back(shard.name);
    return names;
  }

  static void expect_others(const Result<Answer>& answer) {
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_TRUE(answer->partial);
    EXPECT_EQ(answer->total, 120U);
    ASSERT_FALSE(answer->notes.empty());
    EXPECT_THAT(text_of(answer->notes.front()), HasSubstr("part1.db"));
    EXPECT_THAT(text_of(answer->notes.front()), Not(HasSubstr("/")));
    for (const Hit& hit : answer->hits) EXPECT_THAT(hit.document, Not(HasSubstr("part1")));
  }

  // Puts a copy in the place of one.
  void swap(std::size_t shard) const {
    const std::filesystem::path old = folder_.path() / ("part" + std::to_string(shard) + ".old");
    std::filesystem::rename(directory(shard), old);
    disk().of_old = true;
    std::filesystem::copy(old, directory(shard), std::filesystem::copy_options::recursive);
  }

  static void expect_whole_again(const Searcher& searcher,
                                 milliseconds within = std::chrono::seconds(10)) {
    const auto until = steady_clock::now() + within;
    Result<Answer> answer = Error{};
    while (steady_clock::now() < until && (!answer || answer->partial || !lost(searcher).empty())) {
      std::this_thread::sleep_for(milliseconds(100));
      answer = searcher.search(question(std::chrono::seconds(2)));
    }
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->partial);
    EXPECT_EQ(answer->total, 180U);
    EXPECT_TRUE(lost(searcher).empty());
  }

  TemporaryFolder folder_;
};

TEST_F(ShardTime, OneThatHangsIsLeftOutInTimeAndTakenUpAgain) {
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  ASSERT_EQ(searcher->search(question(std::chrono::seconds(2)))->total, 180U);
  EXPECT_TRUE(lost(*searcher).empty());
  disk().set(Trouble::hangs);
  const auto begin = steady_clock::now();
  expect_others(searcher->search(question(std::chrono::seconds(2))));
  EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(2));
  EXPECT_THAT(lost(*searcher), ElementsAre("part1.db"));
  // It is known: nobody waits for it again, but who tries it.
  std::this_thread::sleep_for(milliseconds(300));
  const auto next = steady_clock::now();
  for (int i = 0; i < 20; ++i) expect_others(searcher->search(question(std::chrono::seconds(2))));
  EXPECT_LT(steady_clock::now() - next, milliseconds(1000));
  disk().set(Trouble::none);
  expect_whole_again(*searcher);
}

TEST_F(ShardTime, AHurriedQuestionTakesNoneAwayFromOthers) {
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  disk().set(Trouble::hangs);
  for (int i = 0; i < 5; ++i) {
    const Result<Answer> hurried = searcher->search(question(milliseconds(20)));
    EXPECT_TRUE(!hurried || hurried->partial);
  }
  EXPECT_TRUE(lost(*searcher).empty());
  disk().set(Trouble::none);
  expect_whole_again(*searcher);
}

TEST_F(ShardTime, OneThatFailsIsLeftOut) {
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  disk().set(Trouble::fails);
  expect_others(searcher->search(question(std::chrono::seconds(2))));
  EXPECT_THAT(lost(*searcher), ElementsAre("part1.db"));
  // Whether it has the article nobody knows.
  const Result<FullText> text = searcher->full_text("part1-3");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::unreadable);
  EXPECT_TRUE(searcher->full_text("part0-3"));
  // The others are not lost for that.
  EXPECT_THAT(lost(*searcher), ElementsAre("part1.db"));
  disk().set(Trouble::none);
  expect_whole_again(*searcher);
}

TEST_F(ShardTime, OneThatIsTooSlowIsLeftOut) {
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  disk().set(Trouble::is_slow);
  expect_others(searcher->search(question(std::chrono::seconds(2))));
}

TEST_F(ShardTime, OneThatHangsAtFirstIsLeftOut) {
  disk().set(Trouble::hangs);
  const auto begin = steady_clock::now();
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher) << searcher.error().message;
  EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(2));
  EXPECT_THAT(lost(*searcher), ElementsAre("part1.db"));
  expect_others(searcher->search(question(std::chrono::seconds(2))));
  disk().set(Trouble::none);
  expect_whole_again(*searcher);
}

TEST_F(ShardTime, OpeningAnewOneThatHangsLeavesNoMoreThreadsBehind) {
  disk().set(Trouble::hangs);
  for (int i = 0; i < 8; ++i) {
    const Result<Searcher> anew = Searcher::open(options());
    ASSERT_TRUE(anew) << anew.error().message;
    expect_others(anew->search(question(std::chrono::seconds(2))));
  }
  EXPECT_LE(disk().hanging, 2);
  disk().set(Trouble::none);
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  expect_whole_again(*searcher);
}

TEST_F(ShardTime, QuestionsOfOneThatOpensAndHangsLeaveNoMoreThreadsBehind) {
  int hanging = 0;
  for (int i = 0; i < 10; ++i) {
    disk().go_on();
    const Result<Searcher> anew = Searcher::open(options());
    ASSERT_TRUE(anew) << anew.error().message;
    disk().set(Trouble::hangs);
    expect_others(anew->search(question(std::chrono::seconds(2))));
    if (i == 2) hanging = disk().hanging;
  }
  EXPECT_GT(hanging, 0);
  // Each time that it is tried one that asks all hangs, and one that asks it alone.
  EXPECT_LE(disk().hanging, hanging + 4);
  disk().set(Trouble::none);
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  expect_whole_again(*searcher);
}

TEST_F(ShardTime, WhatIsPutInThePlaceOfOneThatHangsIsTakenUpSoon) {
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  disk().set(Trouble::hangs);
  expect_others(searcher->search(question(std::chrono::seconds(2))));
  // It is tried again meanwhile.
  for (int i = 0; i < 15; ++i) {
    std::this_thread::sleep_for(milliseconds(250));
    expect_others(searcher->search(question(std::chrono::seconds(2))));
  }
  EXPECT_THAT(lost(*searcher), ElementsAre("part1.db"));
  swap(1);
  expect_whole_again(*searcher, milliseconds(1500));
  EXPECT_GT(disk().hanging, 0);
}

TEST_F(ShardTime, WhatIsKnownOfAStateIsSaidAtOnce) {
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  const std::string whole = searcher->state();
  disk().of_looks = true;
  disk().set(Trouble::hangs);
  const auto until = steady_clock::now() + 4 * kTime;
  std::string state;
  while (steady_clock::now() < until) {
    const auto begin = steady_clock::now();
    state = searcher->state();
    EXPECT_LT(steady_clock::now() - begin, kTime / 4);
    std::this_thread::sleep_for(milliseconds(50));
  }
  EXPECT_NE(state, whole);
  EXPECT_THAT(lost(*searcher), ElementsAre("part1.db"));
  const auto begin = steady_clock::now();
  for (int i = 0; i < 10; ++i) expect_others(searcher->search(question(std::chrono::seconds(2))));
  EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(1));
  EXPECT_LE(disk().hanging, 3);
  disk().set(Trouble::none);
  expect_whole_again(*searcher);
}

TEST_F(ShardTime, WhenAllHangTheDeadlineIsKept) {
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  disk().of_all = true;
  disk().set(Trouble::hangs);
  const auto begin = steady_clock::now();
  const Result<Answer> answer = searcher->search(question(milliseconds(800)));
  EXPECT_LT(steady_clock::now() - begin, milliseconds(1200));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::timed_out);
  const Result<std::vector<Suggestion>> suggested =
      searcher->suggest("sore", 5, steady_clock::now() + milliseconds(200));
  EXPECT_FALSE(suggested);
  disk().set(Trouble::none);
  expect_whole_again(*searcher);
}

TEST_F(ShardTime, WhenAllFailItIsSaidSo) {
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  disk().of_all = true;
  disk().set(Trouble::fails);
  const Result<Answer> answer = searcher->search(question(milliseconds(800)));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::unreadable);
  disk().set(Trouble::none);
  expect_whole_again(*searcher);
}

TEST_F(ShardTime, WithoutADeadlineNothingHangsForEver) {
  const Result<Searcher> searcher = Searcher::open(options());
  ASSERT_TRUE(searcher);
  disk().set(Trouble::hangs);
  expect_others(searcher->search({.question = "sore knee 17"}));
  disk().of_all = true;
  const Result<Answer> none = searcher->search({.question = "sore knee 18"});
  EXPECT_FALSE(none);
  disk().set(Trouble::none);
  expect_whole_again(*searcher);
}

}  // namespace
}  // namespace palpate
