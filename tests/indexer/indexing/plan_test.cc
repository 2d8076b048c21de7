#include "indexing/plan.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "../article/temporary_folder.h"
#include "indexing/file_hash.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

class PlanTest : public testing::Test {
 protected:
  PlanTest() {
    options_.directory = (folder_.path() / "palpate.db").string();
    options_.paths = {root()};
  }

  std::string root() const { return (folder_.path() / "articles").string(); }
  std::string path(const std::string& name) const { return root() + "/" + name; }

  // Writes a file and lets the catalogue know it as it is.
  FileRecord& indexed(const std::string& name, const std::string& text = "Some text.") {
    const fs::path file = folder_.write("articles/" + name, text);
    FileRecord record;
    record.path = file.string();
    record.root = root();
    record.size = fs::file_size(file);
    record.hash = hash_of_file(file.string());
    record.documents = {name};
    for (const FoundFile& found : walk_sources({file}).files) record.mtime_ns = found.mtime_ns;
    if (std::find(catalogue_.roots.begin(), catalogue_.roots.end(), root()) ==
        catalogue_.roots.end())
      catalogue_.roots.push_back(root());
    return known_[record.path] = record;
  }

  Plan plan() {
    std::vector<FileRecord> known;
    for (const auto& [path, record] : known_) known.push_back(record);
    catalogue_.files = KnownFiles(std::move(known));
    Result<Plan> made = make_plan(options_, catalogue_);
    EXPECT_TRUE(made) << made.error().message;
    return made ? std::move(*made) : Plan{};
  }

  TemporaryFolder folder_;
  IndexOptions options_;
  std::map<std::string, FileRecord> known_;  // what the catalogue is to know
  Catalogue catalogue_;
};

std::vector<std::string> to_read(const Plan& plan) {
  std::vector<std::string> names;
  for (const PlannedFile& file : plan.read)
    names.push_back(fs::path(file.path).filename().string() + (file.known ? " known" : ""));
  return names;
}

std::vector<std::string> to_remove(const Plan& plan) {
  std::vector<std::string> names;
  for (const FileRecord& file : plan.remove) names.push_back(fs::path(file.path).filename());
  return names;
}

TEST_F(PlanTest, NewFilesAreReadInTheOrderOfTheirNames) {
  folder_.write("articles/b.md", "text");
  folder_.write("articles/a/z.txt", "more text");
  const Plan made = plan();
  EXPECT_THAT(to_read(made), ElementsAre("z.txt", "b.md"));
  EXPECT_EQ(made.read[0].found.id, "a/z.txt");
  EXPECT_EQ(made.read[0].root, root());
  EXPECT_EQ(made.files_new, 2U);
  EXPECT_EQ(made.bytes, 13U);
  EXPECT_THAT(made.roots, ElementsAre(root()));
}

TEST_F(PlanTest, AnUnchangedFileIsLeftAlone) {
  indexed("a.md");
  const Plan made = plan();
  EXPECT_TRUE(made.nothing_to_do());
  EXPECT_EQ(made.files_unchanged, 1U);
}

TEST_F(PlanTest, ATouchedFileWithTheSameBytesIsUnchanged) {
  indexed("a.md");
  fs::last_write_time(path("a.md"), fs::file_time_type::clock::now() + std::chrono::hours(1));
  EXPECT_TRUE(plan().nothing_to_do());
}

TEST_F(PlanTest, OtherBytesOfTheSameSizeAreAChange) {
  indexed("a.md", "Some text.");
  folder_.write("articles/a.md", "Same size.");
  fs::last_write_time(path("a.md"), fs::file_time_type::clock::now() + std::chrono::hours(1));
  const Plan made = plan();
  EXPECT_THAT(to_read(made), ElementsAre("a.md known"));
  EXPECT_EQ(made.files_changed, 1U);
  EXPECT_EQ(made.files_new, 0U);
}

TEST_F(PlanTest, AFileThatWasNotReadToItsEndIsReadAgain) {
  FileRecord& record = indexed("a.jsonl");
  record.hash.clear();
  record.size = 0;
  record.mtime_ns = 0;
  EXPECT_THAT(to_read(plan()), ElementsAre("a.jsonl known"));
}

TEST_F(PlanTest, AVanishedFileIsRemoved) {
  indexed("a.md");
  indexed("c.md");
  indexed("b.md");
  fs::remove(path("c.md"));
  fs::remove(path("b.md"));
  const Plan made = plan();
  EXPECT_THAT(to_remove(made), ElementsAre("b.md", "c.md"));
  EXPECT_EQ(made.files_removed, 2U);
  EXPECT_THAT(made.notes, IsEmpty());
}

TEST_F(PlanTest, AFileThatBecameHiddenOrUnsupportedIsGone) {
  indexed("a.md");
  indexed("b.md");
  indexed("c.md");
  fs::rename(path("a.md"), path(".a.md"));
  fs::rename(path("b.md"), path("b.pdf"));
  const Plan made = plan();
  EXPECT_THAT(to_remove(made), ElementsAre("a.md", "b.md"));
  EXPECT_THAT(made.not_read, ElementsAre(Pair(".pdf", 1)));
}

TEST_F(PlanTest, AMissingRootRemovesNothingAndSaysSo) {
  indexed("a.md");
  fs::remove_all(root());
  const Plan made = plan();
  EXPECT_TRUE(made.nothing_to_do());
  EXPECT_THAT(made.notes, ElementsAre(HasSubstr("is missing")));
}

TEST_F(PlanTest, ASuddenlyEmptyRootRemovesNothingAndSaysSo) {
  indexed("a.md");
  fs::remove(path("a.md"));
  const Plan made = plan();
  EXPECT_TRUE(made.nothing_to_do());
  EXPECT_THAT(made.notes, ElementsAre(HasSubstr("suddenly empty")));
}

TEST_F(PlanTest, ARootThatNeverWasIsAnError) {
  options_.paths = {path("nowhere")};
  const Result<Plan> made = make_plan(options_, catalogue_);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::not_found);
}

TEST_F(PlanTest, NoPathMeansTheRootsOfEarlierRuns) {
  options_.paths = {};
  const Result<Plan> none = make_plan(options_, catalogue_);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::invalid_argument);
  indexed("a.md");
  folder_.write("articles/b.md", "text");
  EXPECT_THAT(to_read(plan()), ElementsAre("b.md"));
}

TEST_F(PlanTest, OtherRootsAreLeftAlone) {
  indexed("a.md");
  fs::remove(path("a.md"));
  indexed("b.md");
  options_.paths = {folder_.write("other/c.md", "text").parent_path().string()};
  const Plan made = plan();
  EXPECT_THAT(to_read(made), ElementsAre("c.md"));
  EXPECT_THAT(made.remove, testing::SizeIs(0));
}

TEST_F(PlanTest, AFileBelowTwoRootsIsReadOnce) {
  folder_.write("articles/sub/a.md", "text");
  options_.paths = {root(), path("sub"), root() + "/sub/../", path("sub/a.md")};
  const Plan made = plan();
  EXPECT_THAT(to_read(made), ElementsAre("a.md"));
  EXPECT_EQ(made.read[0].found.id, "sub/a.md");
  EXPECT_THAT(made.roots, ElementsAre(root(), path("sub"), path("sub/a.md")));
}

TEST_F(PlanTest, ANewUrlIsAChange) {
  indexed("a.md").url = "https://clinic.example/a.md";
  options_.url_prefixes = {{root(), "https://clinic.example/"}};
  EXPECT_TRUE(plan().nothing_to_do());
  options_.url_prefixes = {{root(), "https://other.example/"}};
  const Plan made = plan();
  EXPECT_THAT(to_read(made), ElementsAre("a.md known"));
  EXPECT_EQ(made.read[0].url, "https://other.example/a.md");
}

TEST_F(PlanTest, UrlPrefixesOfEarlierRunsStayInForceUntilReplaced) {
  folder_.write("articles/a.md", "text");
  catalogue_.url_prefixes = {{root(), "https://old.example"}, {"/elsewhere", "https://e.example"}};
  Plan made = plan();
  ASSERT_EQ(made.read.size(), 1U);
  EXPECT_EQ(made.read[0].url, "https://old.example/a.md");
  options_.url_prefixes = {{root() + "/", "https://new.example"}};
  made = plan();
  EXPECT_EQ(made.read[0].url, "https://new.example/a.md");
  EXPECT_THAT(made.url_prefixes, ElementsAre(Pair(root(), "https://new.example"),
                                             Pair("/elsewhere", "https://e.example")));
}

TEST_F(PlanTest, UnsupportedFilesAreCountedByTheirEnding) {
  folder_.write("articles/a.pdf", "x");
  folder_.write("articles/b.pdf", "x");
  folder_.write("articles/c.docx", "x");
  const Plan made = plan();
  EXPECT_TRUE(made.nothing_to_do());
  EXPECT_THAT(made.not_read, ElementsAre(Pair(".docx", 1), Pair(".pdf", 2)));
}

TEST_F(PlanTest, ATakenIdIsTriedAgainOnceDocumentsGo) {
  indexed("a.md").id_taken = true;
  indexed("b.md");
  indexed("c.md");
  EXPECT_TRUE(plan().nothing_to_do());
  fs::remove(path("b.md"));
  const Plan made = plan();
  EXPECT_THAT(to_read(made), ElementsAre("a.md known"));
  EXPECT_EQ(made.files_changed, 1U);
  EXPECT_EQ(made.files_unchanged, 1U);
}

TEST_F(PlanTest, ARebuildReadsEverythingAnew) {
  indexed("a.md");
  options_.rebuild = true;
  const Plan made = plan();
  EXPECT_THAT(to_read(made), ElementsAre("a.md"));
  EXPECT_EQ(made.files_new, 1U);
}

}  // namespace
}  // namespace palpate
