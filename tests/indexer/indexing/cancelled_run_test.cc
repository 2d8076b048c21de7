// Runs that are stopped early.
#include <gmock/gmock.h>

#include <atomic>
#include <string>

#include "index_run.h"

namespace palpate {
namespace {

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

}  // namespace
}  // namespace palpate
