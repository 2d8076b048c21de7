// Deadlines: kept on questions that would take long, without harm to those that follow.
#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "palpate/searcher.h"
#include "ranking/indexed_folder.h"

namespace palpate {
namespace {

using std::chrono::duration;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using testing::HasSubstr;

// An index of many alike passages, for which phrases of small words must read many texts.
class DeadlineTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new IndexedFolder;
    std::ostringstream lines;
    for (int i = 0; i < 12'000; ++i)
      lines << R"({"_id":"d)" << i << R"(","title":"Article )" << i
            << R"(","text":"The knee and of the hip of the leg is of the same of kind as in case )"
            << i << R"(. It is the one of the many that the back of the knee has of the."})"
            << '\n';
    folder_->write("many.jsonl", lines.str());
    folder_->index();
  }
  static void TearDownTestSuite() { delete folder_; }

  // What takes longest here: every passage holds something that is to be left out, which only its
  // text tells; and for each of these it is then asked what there would be without it.
  static Request hostile() {
    std::string question = "knee";
    for (const char* phrase :
         {"of the leg", "of the same", "kind as in", "back of the", "one of the", "hip of the leg",
          "as in case", "the knee has", "the of the and"})
      question.append(" -\"").append(phrase).append("\" -\"and ").append(phrase).append("\"");
    return {.question = question, .count = 1000};
  }

  static inline IndexedFolder* folder_ = nullptr;
};

double took_ms(const Searcher& searcher, const Request& request, Result<Answer>& answer) {
  const auto begin = steady_clock::now();
  answer = searcher.search(request);
  return duration<double, std::milli>(steady_clock::now() - begin).count();
}

TEST_F(DeadlineTest, IsKeptOnAHostileQuestion) {
  const Searcher searcher = folder_->searcher();
  Result<Answer> answer = Answer{};
  const double without = took_ms(searcher, hostile(), answer);
  ASSERT_TRUE(answer) << answer.error().message;
  RecordProperty("without_deadline_ms", std::to_string(without));
  for (const int given : {0, 1, 5, 20, 100}) {
    if (given * 2 > without) break;
    Request request = hostile();
    request.deadline = steady_clock::now() + milliseconds(given);
    const double took = took_ms(searcher, request, answer);
    ASSERT_FALSE(answer) << given << " ms of " << without;
    EXPECT_EQ(answer.error().code, ErrorCode::timed_out);
    EXPECT_FALSE(answer.error().hint.empty());
    std::cout << given << " ms given, gave up after " << took << " of " << without << " ms\n";
    // Generous, for a machine that does other things too.
    EXPECT_LT(took, given + std::max(100.0, without / 2));
  }
}

TEST_F(DeadlineTest, TheNextQuestionIsAnsweredInFull) {
  const Searcher searcher = folder_->searcher();
  const Request request{.question = "knee"};
  const Result<Answer> before = searcher.search(request);
  ASSERT_TRUE(before);
  Request hurried = hostile();
  hurried.deadline = steady_clock::now() + milliseconds(2);
  ASSERT_FALSE(searcher.search(hurried));
  const Result<Answer> after = searcher.search(request);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->total, before->total);
  EXPECT_EQ(after->hits.front().passage, before->hits.front().passage);
}

TEST_F(DeadlineTest, FarAwayChangesNothing) {
  const Searcher searcher = folder_->searcher();
  for (const std::string& question : {std::string("knee"), std::string("\"of the\" knee -hip")}) {
    const Result<Answer> without = searcher.search({.question = question});
    const Result<Answer> with = searcher.search(
        {.question = question, .deadline = steady_clock::now() + std::chrono::hours(1)});
    ASSERT_TRUE(without && with);
    EXPECT_EQ(with->total, without->total);
    EXPECT_EQ(with->exact, without->exact);
    ASSERT_EQ(with->hits.size(), without->hits.size());
    for (std::size_t i = 0; i < with->hits.size(); ++i)
      EXPECT_EQ(with->hits[i].passage, without->hits[i].passage);
  }
}

TEST_F(DeadlineTest, HasPassedBeforeAnythingIsAsked) {
  const Searcher searcher = folder_->searcher();
  const auto past = steady_clock::now() - milliseconds(1);
  const Result<Answer> answer = searcher.search({.question = "knee", .deadline = past});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::timed_out);
  const Result<Answer> like = searcher.like("d1", {.deadline = past});
  ASSERT_FALSE(like);
  EXPECT_EQ(like.error().code, ErrorCode::timed_out);
}

TEST_F(DeadlineTest, IsKeptByEveryCallThatReads) {
  const Searcher searcher = folder_->searcher();
  const auto past = steady_clock::now() - milliseconds(1);
  const auto timed_out = [](const auto& result) {
    return !result && result.error().code == ErrorCode::timed_out;
  };
  EXPECT_TRUE(timed_out(searcher.rank("knee", 10, RunUnit::document, past)));
  EXPECT_TRUE(timed_out(searcher.full_text("d1", past)));
  EXPECT_TRUE(timed_out(searcher.describe(past)));
  EXPECT_TRUE(timed_out(searcher.suggest("art", 5, past)));
  const auto far = steady_clock::now() + std::chrono::hours(1);
  EXPECT_TRUE(searcher.rank("knee", 10, RunUnit::document, far));
  EXPECT_TRUE(searcher.full_text("d1", far));
  EXPECT_TRUE(searcher.describe(far));
  EXPECT_TRUE(searcher.suggest("art", 5, far));
}

// Whatever stage of it the time runs out in.
TEST_F(DeadlineTest, IsKeptByLongRunsAndDescriptions) {
  const std::string question = hostile().question;
  const auto started = steady_clock::now();
  ASSERT_TRUE(folder_->searcher().rank(question, 5000, RunUnit::passage));
  const double without = duration<double, std::milli>(steady_clock::now() - started).count();
  for (const int given : {1, 5, 20}) {
    if (given * 2 > without) break;
    const Searcher searcher = folder_->searcher();  // one that has described nothing yet
    for (const bool run : {true, false}) {
      const auto begin = steady_clock::now();
      const auto until = begin + milliseconds(given);
      const bool done =
          run ? static_cast<bool>(searcher.rank(question, 5000, RunUnit::passage, until))
              : static_cast<bool>(searcher.describe(until));
      const double took = duration<double, std::milli>(steady_clock::now() - begin).count();
      EXPECT_LT(took, given + 200) << (run ? "a run" : "a description") << (done ? ", done" : "");
      if (run) {
        EXPECT_FALSE(done) << given;
      }
    }
  }
}

// Who waits for a handle waits no longer than it has time.
TEST_F(DeadlineTest, HoldsWhileAllHandlesAreInUse) {
  const Result<Searcher> searcher =
      Searcher::open(SearcherOptions{.shards = {folder_->directory()}, .readers = 1});
  ASSERT_TRUE(searcher);
  std::atomic<bool> stop = false;
  std::thread busy([&] {
    while (!stop) ASSERT_TRUE(searcher->search(hostile()));
  });
  std::this_thread::sleep_for(milliseconds(50));
  std::size_t given_up = 0;
  for (int i = 0; i < 20; ++i) {
    Result<Answer> answer = Answer{};
    Request request{.question = "knee"};
    request.deadline = steady_clock::now() + milliseconds(10);
    const double took = took_ms(*searcher, request, answer);
    EXPECT_LT(took, 500);
    if (!answer) {
      EXPECT_EQ(answer.error().code, ErrorCode::timed_out);
      ++given_up;
    }
  }
  stop = true;
  busy.join();
  EXPECT_GT(given_up, 0U);
}

// Filters that a program sets are errors when they make no sense; words of a person never are.
TEST_F(DeadlineTest, FiltersAreCheckedBeforeAnythingIsAsked) {
  const Searcher searcher = folder_->searcher();
  const Result<Answer> answer =
      searcher.search({.question = "knee", .filters = {{"colour", "red"}}});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::invalid_argument);
  EXPECT_THAT(answer.error().message, HasSubstr("colour"));
}

}  // namespace
}  // namespace palpate
