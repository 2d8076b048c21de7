// palpate-index and palpate-query on what they must not touch or cannot understand, and where they
// look for an index.
#include <gmock/gmock.h>

#include <cstdlib>
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

TEST(Refusals, IndexOfAnotherFormatIsNamedAndCanBeRebuilt) {
  const FixtureIndex index;
  std::string pointer = read_file(index.db() / "CURRENT");
  ASSERT_THAT(pointer, ::testing::StartsWith("palpate "));
  const std::size_t version_end = pointer.find(' ', 8);
  pointer.replace(8, version_end - 8, "946");
  index.folder().write("index.db/CURRENT", pointer);
  const auto named = AllOf(HasSubstr(index.db().string() + " has format 946"),
                           HasSubstr("palpate-index --rebuild --db " + index.db().string()));
  for (const Outcome& outcome : {index.query({"pillow"}), index.index({index.articles()}),
                                 index.index({"--failed"}), index.query({"--stats"})}) {
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, named);
  }
  const Outcome rebuilt = index.index({"--rebuild", index.articles()});
  EXPECT_EQ(rebuilt.exit_code, 0) << rebuilt.err;
  EXPECT_THAT(rebuilt.err, HasSubstr("it is built anew"));
  EXPECT_THAT(documents_of(index, {"pillow"}), ElementsAre("stiff-neck.txt"));
}

TEST(Refusals, FolderThatIsNoIndexIsNotWrittenTo) {
  const FixtureIndex index;
  const auto before = contents_of(index.articles());
  const Outcome outcome = run("palpate-index", {"--db", index.articles(), index.articles()});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr(index.articles().string() + " is not an index"));
  EXPECT_EQ(contents_of(index.articles()), before);
  EXPECT_FALSE(fs::exists(index.articles() / "lock"));
}

TEST(Refusals, FirstRunOverNothingLeavesNoIndexBehind) {
  const TestFolder folder;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"typo/path"}, {}, {"--rebuild"}, {"--url-prefix", "=x", "typo"}}) {
    EXPECT_EQ(run("palpate-index", arguments, folder.path()).exit_code, 2);
    EXPECT_FALSE(fs::exists(folder / "palpate.db")) << ::testing::PrintToString(arguments);
  }
  fs::create_directory(folder / "palpate.db");
  EXPECT_EQ(run("palpate-index", {"typo/path"}, folder.path()).exit_code, 2);
  EXPECT_TRUE(fs::is_empty(folder / "palpate.db"));
}

struct Usage {
  std::string program;
  std::vector<std::string> arguments;
  std::string message;
};

TEST(Refusals, UsageErrorsExitWithTwoAndNameWhatIsWrong) {
  const FixtureIndex index;
  const std::string file = index.articles() / "stiff-neck.txt";
  const std::vector<Usage> usages{
      {"palpate-index", {"--no-such-option"}, "--no-such-option"},
      {"palpate-index", {}, "no PATH given"},
      {"palpate-index", {"no/such/folder"}, "there is no file or folder"},
      {"palpate-index", {"--db", file, "articles"}, "is a file, not the folder of an index"},
      {"palpate-index", {"-j", "0", "articles"}, "-j"},
      {"palpate-index", {"-j", "many", "articles"}, "many"},
      {"palpate-index", {"--url-prefix", "articles", "articles"}, "--url-prefix needs DIR=URL"},
      {"palpate-index", {"--json", "articles"}, "--show"},
      {"palpate-index", {"--show"}, "--show needs a FILE"},
      {"palpate-index", {"-q", "-v", "articles"}, "--quiet"},
      {"palpate-query", {"--no-such-option", "neck"}, "--no-such-option"},
      {"palpate-query", {}, "no question. Ask one"},
      {"palpate-query", {"-n", "many", "neck"}, "many"},
      {"palpate-query", {"-n", "0", "neck"}, "--count"},
      {"palpate-query", {"neck", "--offset", "-3"}, "--offset"},
      {"palpate-query", {"neck", "--color=blue"}, "blue"},
      {"palpate-query", {"--run", "a.run", "neck"}, "--run needs --topics FILE"},
      {"palpate-query", {"--topics", "a.jsonl"}, "--topics needs --run FILE or --json"},
      {"palpate-query", {"--topics", "a.jsonl", "neck"}, "give one of"},
      {"palpate-query", {"--stats", "--full", "a"}, "give one of"}};
  for (const Usage& usage : usages) {
    SCOPED_TRACE(::testing::PrintToString(usage.arguments));
    const Outcome outcome = run(usage.program, usage.arguments, index.folder().path());
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err,
                AllOf(::testing::StartsWith(usage.program + ": "), HasSubstr(usage.message)));
  }
}

TEST(Refusals, MissingIndexIsSaidWithWhatToDo) {
  const TestFolder folder;
  const std::string db = folder / "none.db";
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"neck"}, {"--stats"}, {"--full", "neck.txt"}}) {
    std::vector<std::string> all{"--db", db};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Outcome outcome = run("palpate-query", all);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("there is no index at " + db),
                                   HasSubstr("palpate-index --db " + db + " PATH...")));
  }
  EXPECT_FALSE(fs::exists(db));
}

TEST(Refusals, IndexIsLookedForInTheEnvironmentThenInTheCurrentFolder) {
  const FixtureIndex index;
  ASSERT_EQ(::unsetenv("PALPATE_DB"), 0);
  const fs::path here = index.folder().path();
  ASSERT_EQ(run("palpate-index", {"articles/stiff-neck.txt"}, here).exit_code, 0);
  EXPECT_TRUE(fs::exists(here / "palpate.db/CURRENT"));
  EXPECT_EQ(run("palpate-query", {"kettle"}, here).exit_code, 1);
  ASSERT_EQ(::setenv("PALPATE_DB", index.db().c_str(), 1), 0);
  EXPECT_EQ(run("palpate-query", {"kettle"}, here).exit_code, 0);
  EXPECT_EQ(run("palpate-query", {"--db", "palpate.db", "kettle"}, here).exit_code, 1);
  ASSERT_EQ(::unsetenv("PALPATE_DB"), 0);
}

TEST(Refusals, HelpAndVersionGoToStandardOutput) {
  for (const std::string program : {"palpate-index", "palpate-query"}) {
    const Outcome help = run(program, {"--help"});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_THAT(help.out, HasSubstr("--db DIR"));
    EXPECT_EQ(help.err, "");
    EXPECT_THAT(run(program, {"--version"}).out, ::testing::MatchesRegex("palpate [0-9.]+\n"));
  }
}

}  // namespace
}  // namespace palpate
