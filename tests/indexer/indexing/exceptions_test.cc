// What is thrown while a run is at work ends the run, not the program.
#include <gmock/gmock.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "index_run.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Exceptions : public IndexArticles {
 protected:
  void SetUp() override {
    write_note("old.md", "posture");
    run();
    for (int i = 0; i < 40; ++i) write_note("f" + std::to_string(i) + ".md", "knees");
    write("bad.jsonl", "no json\n");
    write("empty.md", "");
  }

  // The run gives up with an error; the old state answers and nothing is left over.
  void expect_given_up(const IndexObserver& observer, bool rebuild) {
    options_.rebuild = rebuild;
    const IndexState before = state();
    const Result<IndexSummary> summary = index_articles(options_, observer);
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().code, ErrorCode::internal);
    EXPECT_THAT(summary.error().message, HasSubstr("the observer is broken"));
    EXPECT_THAT(summary.error().hint, HasSubstr("the index is as it was before and answers"));
    expect_same_state(state(), before);
    EXPECT_FALSE(fs::exists(fs::path(options_.directory) / "building"));
    EXPECT_EQ(run().documents, 41U);
  }

  [[noreturn]] static void fail() { throw std::runtime_error("the observer is broken"); }
};

TEST_F(Exceptions, InAWorkerEndTheRunWithAnError) {
  IndexObserver observer;
  observer.failed = [](const FailedFile& failed) {
    if (failed.path.ends_with("empty.md")) fail();  // read by a worker
  };
  for (const bool rebuild : {false, true}) {
    SCOPED_TRACE(rebuild);
    expect_given_up(observer, rebuild);
    remove("empty.md");
    options_.rebuild = false;
    run();
    write("empty.md", "");
  }
}

TEST_F(Exceptions, InTheCallersThreadEndTheRunWithAnError) {
  IndexObserver observer;
  observer.reading = [](const std::string& path) {
    if (path.ends_with("f7.md")) fail();
  };
  expect_given_up(observer, false);
}

TEST_F(Exceptions, AtTheEndOfTheRunToo) {
  IndexObserver observer;
  observer.progress = [](const IndexProgress& progress) {
    if (progress.merging) fail();
  };
  expect_given_up(observer, true);
}

}  // namespace
}  // namespace palpate
