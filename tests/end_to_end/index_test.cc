// palpate-index, run after run over a folder that changes.
#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kNothingWritten = "nothing changed, nothing written";

TEST(Index, FirstRunReadsEveryFormat) {
  const TestFolder folder;
  const Outcome outcome =
      run("palpate-index", {"--db", folder / "a.db", fs::path(PALPATE_FIXTURES) / "articles"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, HasSubstr("7 files new, 0 changed, 0 removed, 0 unchanged\n"));
  EXPECT_THAT(outcome.out, HasSubstr("a.db: 9 documents, 30 passages, "));
}

TEST(Index, SecondRunWritesNothing) {
  const FixtureIndex index;
  const auto before = contents_of(index.db());
  const Outcome outcome = index.index({index.articles()});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("0 files new, 0 changed, 0 removed, 7 unchanged\n"));
  EXPECT_THAT(outcome.out, HasSubstr(kNothingWritten));
  EXPECT_EQ(contents_of(index.db()), before);
}

struct Change {
  std::string name;
  std::function<void(const FixtureIndex&)> make;
  std::string summary;
  std::string question;  // asked afterwards
  std::vector<std::string> documents;
};

void touch(const fs::path& file) {
  fs::last_write_time(file, fs::file_time_type::clock::now() + std::chrono::hours(1));
}

TEST(Index, FindsWhatChanged) {
  const std::vector<Change> changes{
      {"a changed file",
       [](const FixtureIndex& index) {
         index.folder().write("articles/stiff-neck.txt", "Bagpipes\n\nBagpipes strain nobody.\n");
       },
       "0 files new, 1 changed, 0 removed, 6 unchanged",
       "bagpipes OR pillow",
       {"stiff-neck.txt"}},
      {"what a changed file held before",
       [](const FixtureIndex& index) {
         index.folder().write("articles/stiff-neck.txt", "Bagpipes\n\nBagpipes strain nobody.\n");
       },
       "0 files new, 1 changed, 0 removed, 6 unchanged",
       "pillow",
       {}},
      {"a file touched, its bytes the same",
       [](const FixtureIndex& index) { touch(index.articles() / "stiff-neck.txt"); },
       "0 files new, 0 changed, 0 removed, 7 unchanged",
       "pillow",
       {"stiff-neck.txt"}},
      {"a new file in a new folder",
       [](const FixtureIndex& index) {
         index.folder().write("articles/more/wind.md", "# Wind\n\nBagpipes strain nobody.\n");
       },
       "1 file new, 0 changed, 0 removed, 7 unchanged",
       "bagpipes",
       {"more/wind.md"}},
      {"a vanished file",
       [](const FixtureIndex& index) { fs::remove(index.articles() / "stiff-neck.txt"); },
       "0 files new, 0 changed, 1 removed, 6 unchanged",
       "pillow",
       {}},
      {"a renamed file",
       [](const FixtureIndex& index) {
         fs::rename(index.articles() / "stiff-neck.txt", index.articles() / "neck.txt");
       },
       "1 file new, 0 changed, 1 removed, 6 unchanged",
       "pillow",
       {"neck.txt"}},
      {"a line less in a .jsonl",
       [](const FixtureIndex& index) {
         const std::string lines = read_file(index.articles() / "questions.jsonl");
         index.folder().write("articles/questions.jsonl", lines.substr(lines.find('\n') + 1));
       },
       "0 files new, 1 changed, 0 removed, 6 unchanged",
       "numbs OR leans",
       {"shoes-for-running"}}};
  for (const Change& change : changes) {
    SCOPED_TRACE(change.name);
    const FixtureIndex index;
    change.make(index);
    const Outcome outcome = index.index({index.articles()});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.out, HasSubstr(change.summary));
    EXPECT_EQ(documents_of(index, {change.question}), change.documents);
    EXPECT_THAT(index.index({index.articles()}).out, HasSubstr(kNothingWritten));
  }
}

TEST(Index, RootThatIsMissingOrSuddenlyEmptyRemovesNothing) {
  const FixtureIndex index;
  const auto before = contents_of(index.db());
  fs::rename(index.articles(), index.folder() / "elsewhere");
  Outcome outcome = index.index({index.articles()});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr(index.articles().string() + " is missing: nothing of it"));
  EXPECT_THAT(outcome.out, HasSubstr("0 removed"));

  fs::create_directory(index.articles());
  outcome = index.index({index.articles()});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("is suddenly empty: nothing of it"));

  EXPECT_EQ(contents_of(index.db()), before);
  EXPECT_THAT(documents_of(index, {"pillow"}), ElementsAre("stiff-neck.txt"));
}

TEST(Index, OtherRootsAreLeftAloneAndNoPathMeansAllOfThem) {
  const FixtureIndex index;
  const fs::path leaflet =
      index.folder().write("more/leaflet.txt", "Oboes\n\nOboes harm nobody.\n");
  index.folder().write("more/stays.txt", "Flutes\n\nFlutes are light.\n");
  ASSERT_THAT(index.index({index.folder() / "more"}).out, HasSubstr("2 files new"));
  fs::remove(leaflet);
  fs::remove(index.articles() / "stiff-neck.txt");

  EXPECT_THAT(index.index({index.articles()}).out, HasSubstr("1 removed, 6 unchanged"));
  EXPECT_THAT(documents_of(index, {"oboes pillow"}), ElementsAre("leaflet.txt"));
  EXPECT_THAT(index.index({}).out, HasSubstr("0 changed, 1 removed, 7 unchanged"));
  EXPECT_THAT(documents_of(index, {"oboes pillow"}), IsEmpty());
}

TEST(Index, DryRunSaysWhatItWouldDoAndWritesNothing) {
  const FixtureIndex index;
  index.folder().write("articles/new.txt", "Oboes\n\nOboes harm nobody.\n");
  fs::remove(index.articles() / "stiff-neck.txt");
  const auto before = contents_of(index.folder().path());
  Outcome outcome = index.index({"--dry-run", index.articles()});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("1 file would be new, 0 changed, 1 removed, 6 unchanged\n"
                                     "Nothing was written (--dry-run).\n"));
  outcome =
      run("palpate-index", {"--db", index.folder() / "none.db", "--dry-run", index.articles()});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("7 files would be new"));
  EXPECT_EQ(contents_of(index.folder().path()), before);
}

TEST(Index, RebuildReadsEverythingAnew) {
  const FixtureIndex index;
  const std::string pointer = read_file(index.db() / "CURRENT");
  const Outcome outcome = index.index({"--rebuild"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("7 files new, 0 changed, 0 removed, 0 unchanged"));
  EXPECT_THAT(outcome.out, HasSubstr("9 documents, 30 passages"));
  EXPECT_NE(read_file(index.db() / "CURRENT"), pointer);
  EXPECT_THAT(documents_of(index, {"pillow"}), ElementsAre("stiff-neck.txt"));
}

TEST(Index, RebuildDoesNotLoseARootThatIsMissing) {
  const FixtureIndex index;
  const auto before = contents_of(index.db());
  fs::rename(index.articles(), index.folder() / "elsewhere");
  const Outcome outcome = index.index({"--rebuild"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("a rebuild would lose documents"));
  EXPECT_EQ(contents_of(index.db()), before);
}

TEST(Index, WalkLeavesOutWhatIsHiddenOrIgnoredAndEndsInLoops) {
  const TestFolder folder;
  folder.write("kept.txt", "Kept\n\nThis one is kept.\n");
  folder.write("deep/er/kept.md", "# Kept as well\n\nThis one too.\n");
  folder.write(".hidden.txt", "Hidden\n\nNobody sees it.\n");
  folder.write(".git/config.txt", "Hidden\n\nNobody sees it.\n");
  folder.write("drafts/half.txt", "Half\n\nNot ready.\n");
  folder.write("deep/er/note.tmp.txt", "Note\n\nNot for readers.\n");
  folder.write(".palpateignore", "# what is not ready\ndrafts/\n*.tmp.txt\n");
  fs::create_directory_symlink(folder.path(), folder / "deep/again");
  fs::create_directory_symlink("..", folder / "deep/up");
  const TestFolder other;
  const Outcome outcome = run("palpate-index", {"--db", other / "a.db", "-v", folder.path()});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("2 files new, 0 changed"));
  EXPECT_EQ(outcome.err, "reading " + (folder / "deep/er/kept.md").string() + "\nreading " +
                             (folder / "kept.txt").string() + "\n");
}

TEST(Index, FormatsThatAreNotReadAreNamedAndCounted) {
  const TestFolder folder;
  folder.write("in/kept.txt", "Kept\n\nThis one is kept.\n");
  folder.write("in/a.pdf", "%PDF-1.4");
  folder.write("in/b.pdf", "%PDF-1.4");
  folder.write("in/c.docx", "PK");
  folder.write("in/README", "Nothing\n");
  const Outcome outcome = run("palpate-index", {"--db", folder / "a.db", folder / "in"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(
      outcome.out,
      HasSubstr("1 file new, 0 changed, 0 removed, 0 unchanged\n"
                "Not read, no reader for the format: 1 without an ending, 1 .docx, 2 .pdf\n"));
  EXPECT_THAT(run("palpate-index", {"--db", folder / "a.db"}).out, HasSubstr("2 .pdf"));
}

TEST(Index, FileOfWhichNothingCouldBeIndexedCountsAsFailedOnly) {
  const TestFolder folder;
  folder.write("in/kept.txt", "Kept\n\nThis one is kept.\n");
  folder.write("in/lines.jsonl", "{\"_id\": \"one\", \"text\": \"Kept too.\"}\nno json\n");
  folder.write("in/empty.txt", "");
  const std::vector<std::string> index{"--db", folder / "a.db", folder / "in"};
  EXPECT_THAT(run("palpate-index", index).out,
              HasSubstr("2 files new, 0 changed, 0 removed, 0 unchanged, 2 failed"));
  EXPECT_THAT(run("palpate-index", index).out,
              HasSubstr("0 files new, 0 changed, 0 removed, 2 unchanged, 2 failed"));
  folder.write("in/kept.txt", "");
  EXPECT_THAT(run("palpate-index", index).out,
              HasSubstr("0 files new, 0 changed, 0 removed, 1 unchanged, 3 failed"));
}

TEST(Index, QuietPrintsOnlyWhatFailed) {
  const TestFolder folder;
  folder.write("in/kept.txt", "Kept\n\nThis one is kept.\n");
  folder.write("in/empty.txt", "");
  const Outcome outcome = run("palpate-index", {"--db", folder / "a.db", "-q", folder / "in"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "failed: " + (folder / "in/empty.txt").string() + ": the file is empty\n");
}

TEST(Index, NumberOfThreadsDoesNotMatter) {
  const FixtureIndex index;
  const std::vector<std::string> questions{"stiff neck", "stretch OR elbow", "schmerzen", "the of"};
  for (const std::string& question : questions) {
    SCOPED_TRACE(question);
    std::vector<std::string> answers;
    for (const std::string jobs : {"1", "2", "5"}) {
      const fs::path db = index.folder() / ("jobs-" + jobs);
      ASSERT_EQ(run("palpate-index", {"--db", db, "-j", jobs, index.articles()}).exit_code, 0);
      answers.push_back(run("palpate-query", {"--db", db, "--json", question}).out);
    }
    EXPECT_EQ(answers[1], answers[0]);
    EXPECT_EQ(answers[2], answers[0]);
  }
}

}  // namespace
}  // namespace palpate
