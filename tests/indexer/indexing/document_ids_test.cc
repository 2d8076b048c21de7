// Which document has an id when several could have it.
#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <vector>

#include "index_run.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

TEST_F(IndexArticles, ASecondDocumentOfAnIdIsAProblemWithItsPlace) {
  write("a.jsonl", R"({"_id":"one","text":"Rest helps."})"
                   "\n"
                   R"({"_id":"one","text":"Walking helps."})"
                   "\n");
  write("b.jsonl", R"({"_id":"one","text":"Heat helps."})"
                   "\n");
  std::vector<FailedFile> heard;
  const IndexSummary summary = run_hearing(heard);
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

class TwoRoots : public IndexArticles {
 protected:
  TwoRoots() {
    write("a/hip.md", "# Hips\n\nHips like to swing.\n");
    write("b/hip.md", "# More hips\n\nHips like to rest.\n");
    options_.paths = {root() + "/a", root() + "/b"};
  }
};

TEST_F(TwoRoots, WithTheSamePathBelowThemNameTheFolderAboveBoth) {
  std::vector<FailedFile> heard;
  const IndexSummary summary = run_hearing(heard);
  EXPECT_EQ(summary.documents, 1U);
  EXPECT_EQ(summary.files_new, 1U);
  EXPECT_EQ(summary.failed, 1U);
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_EQ(heard[0].path, root() + "/b/hip.md");
  EXPECT_EQ(heard[0].reason, "its id \"hip.md\" is taken by " + root() +
                                 "/a/hip.md; index the folder above both, " + root() +
                                 ", or one of them into another --db");
}

TEST_F(TwoRoots, BothAreIndexedOnceTheFolderAboveThemIsNamed) {
  run();
  options_.paths = {root()};
  EXPECT_EQ(run().failed, 0U);
  EXPECT_THAT(ids(), ElementsAre("b/hip.md", "hip.md")) << "the one that was indexed keeps its id";
  options_.paths = {};
  EXPECT_EQ(run().failed, 0U);
  options_.rebuild = true;
  EXPECT_EQ(run().failed, 0U);
  EXPECT_THAT(ids(), ElementsAre("a/hip.md", "b/hip.md"));
}

}  // namespace
}  // namespace palpate
