// Roots that were renamed, or are gone for good.
#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Roots, RenamedRootKeepsItsIdsThoughAFileChanged) {
  const FixtureIndex index;
  const fs::path renamed = index.folder() / "renamed";
  fs::rename(index.articles(), renamed);
  index.folder().write("renamed/stiff-neck.txt", "Bagpipes\n\nBagpipes strain nobody.\n");
  const Outcome outcome = index.index({renamed});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, Not(HasSubstr("is taken by")));
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("7 files new, 0 changed, 7 removed"), HasSubstr(": 9 documents")));
  EXPECT_THAT(documents_of(index, {"bagpipes OR pillow"}), ElementsAre("stiff-neck.txt"));

  const Outcome next = index.index({});
  EXPECT_EQ(next.err, "");
  EXPECT_THAT(next.out, HasSubstr("7 unchanged"));
  EXPECT_EQ(index.index({"--rebuild"}).exit_code, 0);
}

TEST(Roots, RestOfAMissingRootStays) {
  const FixtureIndex index;
  fs::rename(index.articles(), index.folder() / "away");
  index.folder().write("more/stiff-neck.txt", "Bagpipes\n\nBagpipes strain nobody.\n");
  EXPECT_THAT(index.index({index.folder() / "more"}).out,
              AllOf(HasSubstr("1 file new, 0 changed, 1 removed"), HasSubstr(": 9 documents")));
  EXPECT_THAT(index.index({}).err, HasSubstr(index.articles().string() + " is missing"));
}

TEST(Roots, SamePathBelowARootThatIsThereIsRefused) {
  const FixtureIndex index;
  index.folder().write("more/stiff-neck.txt", "Bagpipes\n\nBagpipes strain nobody.\n");
  EXPECT_THAT(index.index({index.folder() / "more"}).err, HasSubstr("is taken by"));
  EXPECT_THAT(documents_of(index, {"pillow"}), ElementsAre("stiff-neck.txt"));
}

TEST(Roots, ForgottenRootAnswersNoMoreAndNoLongerBlocksARebuild) {
  const FixtureIndex index;
  index.folder().write("more/leaflet.txt", "Oboes\n\nOboes harm nobody.\n");
  ASSERT_EQ(index.index({index.folder() / "more"}).exit_code, 0);
  fs::remove_all(index.articles());
  const std::string way = "--forget " + index.articles().string();
  EXPECT_THAT(index.index({}).err, HasSubstr(way));
  const Outcome refused = index.index({"--rebuild"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr(way));

  EXPECT_THAT(index.index({"--dry-run", "--forget", "articles"}).err,
              HasSubstr("would be forgotten, and 9 documents of it"));
  EXPECT_THAT(documents_of(index, {"pillow"}), ElementsAre("stiff-neck.txt"));
  const Outcome forgotten = index.index({"--forget", "articles"});
  EXPECT_EQ(forgotten.exit_code, 0) << forgotten.err;
  EXPECT_THAT(forgotten.err, HasSubstr("is forgotten, and 9 documents of it"));
  EXPECT_THAT(forgotten.out, AllOf(HasSubstr("7 removed"), HasSubstr(": 1 document, ")));
  EXPECT_THAT(documents_of(index, {"pillow"}), IsEmpty());

  EXPECT_EQ(index.index({}).err, "");
  EXPECT_EQ(index.index({"--rebuild"}).exit_code, 0);
  EXPECT_THAT(documents_of(index, {"oboes"}), ElementsAre("leaflet.txt"));
}

TEST(Roots, OnlyWhatWasNamedCanBeForgotten) {
  const FixtureIndex index;
  const auto before = contents_of(index.db());
  const Outcome unknown = index.index({"--forget", "elsewhere"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, AllOf(HasSubstr("was never named to this index"),
                                 HasSubstr("it knows " + index.articles().string())));
  EXPECT_EQ(index.index({"--forget", index.articles(), index.articles()}).exit_code, 2);
  EXPECT_EQ(contents_of(index.db()), before);
  const Outcome none =
      run("palpate-index", {"--db", index.folder() / "none.db", "--forget", index.articles()});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("there is no index at "));
  EXPECT_FALSE(fs::exists(index.folder() / "none.db"));
}

TEST(Roots, FailedFileThatIsMendedIsNewAndOneThatIsDeletedCountsNothing) {
  const TestFolder folder;
  folder.write("in/kept.txt", "Kept\n\nThis one is kept.\n");
  folder.write("in/empty.txt", "");
  folder.write("in/other.txt", "");
  const std::vector<std::string> index{"--db", folder / "a.db", folder / "in"};
  ASSERT_THAT(run("palpate-index", index).out, HasSubstr("1 file new"));
  folder.write("in/empty.txt", "Oboes\n\nOboes harm nobody.\n");
  EXPECT_THAT(run("palpate-index", index).out,
              HasSubstr("1 file new, 0 changed, 0 removed, 1 unchanged, 1 failed"));
  fs::remove(folder / "in/other.txt");
  EXPECT_THAT(run("palpate-index", index).out,
              HasSubstr("0 files new, 0 changed, 0 removed, 2 unchanged\n"));
}

}  // namespace
}  // namespace palpate
