// What options take for their value, and which values they refuse.
#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <tuple>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(OptionValues, ListOptionOfAQuestionTakesOneValueAnOccurrence) {
  const FixtureIndex index;
  for (const std::string name : {"title", "heading", "author", "source", "lang", "tag", "after"}) {
    const std::string option = "--" + name;
    const std::string filter = name + ":2020";
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{option, "2020", "neck", "pain"},
          {option + "=2020", "neck", "pain"},
          {"neck", option, "2020", "pain"},
          {"neck", option + "=2020", "pain"}}) {
      SCOPED_TRACE(::testing::PrintToString(arguments));
      std::vector<std::string> all{"--json"};
      all.insert(all.end(), arguments.begin(), arguments.end());
      EXPECT_THAT(index.query(all).out, HasSubstr("\"question\":\"neck pain " + filter + "\""));
    }
  }
  EXPECT_THAT(index.query({"--json", "--lang", "en", "--lang", "de", "neck"}).out,
              HasSubstr("\"question\":\"neck lang:en lang:de\""));
}

TEST(OptionValues, UrlPrefixLeavesThePathBehindIt) {
  const FixtureIndex index;
  const std::string articles = index.articles();
  const Outcome outcome = run("palpate-index", {"--db", index.folder() / "other.db", "--url-prefix",
                                                articles + "=https://example.org/x", articles});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("7 files new"));
}

TEST(OptionValues, CountsAreWholeNumbersInTheirRange) {
  const FixtureIndex index;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--offset", "x", "neck"},
        {"--offset=-3", "neck"},
        {"--per-article", "-1", "neck"},
        {"--per-article", "2.5", "neck"},
        {"-j", "0", "neck"},
        {"--count", "1001", "neck"}}) {
    SCOPED_TRACE(::testing::PrintToString(arguments));
    const Outcome outcome = index.query(arguments);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("give a whole number, "));
    EXPECT_LT(outcome.err.size(), 150U);
  }
}

TEST(OptionValues, EmptyFolderOrPathIsRefused) {
  for (const auto& [program, arguments, reason] :
       {std::tuple<std::string, std::vector<std::string>, std::string>(
            "palpate-query", {"--db", "", "neck"}, "--db needs a DIR"),
        {"palpate-index", {"--db", "", "articles"}, "--db needs a DIR"},
        {"palpate-index", {"--db", "a.db", ""}, "a PATH is empty"}}) {
    const Outcome outcome = run(program, arguments);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr(program + ": " + reason));
  }
}

TEST(OptionValues, RunTagIsOneWord) {
  const FixtureIndex index;
  const fs::path topics = index.folder().write("q.jsonl", "{\"_id\":\"1\",\"text\":\"neck\"}\n");
  for (const std::string tag : {"my tag", "my\ttag", ""}) {
    const Outcome outcome = index.query({"--topics", topics, "--run", "a.run", "--run-tag", tag});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("a tag is one word"));
  }
  EXPECT_FALSE(fs::exists(index.folder() / "a.run"));
}

TEST(OptionValues, DashIsStandardOutputForARun) {
  const FixtureIndex index;
  const fs::path topics = index.folder().write("q.jsonl", "{\"_id\":\"1\",\"text\":\"neck\"}\n");
  const Outcome outcome = index.query({"--topics", topics, "--run", "-"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(::testing::StartsWith("1 Q0 "), HasSubstr(" palpate\n")));
  EXPECT_FALSE(fs::exists(index.folder() / "-"));
  EXPECT_EQ(index.query({"--topics", topics, "--run", "-", "--json"}).exit_code, 2);
}

TEST(OptionValues, AnswerThatCannotBeWrittenIsAnError) {
  const FixtureIndex index;
  const std::string article = index.articles() / "stiff-neck.txt";
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"palpate-query", "neck"},
        {"palpate-query", "--json", "neck"},
        {"palpate-query", "--stats"},
        {"palpate-query", "--weights"},
        {"palpate-query", "--help"},
        {"palpate-query", "--full", "stiff-neck.txt"},
        {"palpate-index", "--show", "--json", article},
        {"palpate-index", index.articles()}}) {
    SCOPED_TRACE(::testing::PrintToString(arguments));
    std::vector<std::string> all{"--db", index.db()};
    all.insert(all.end(), arguments.begin() + 1, arguments.end());
    const Outcome outcome =
        Running(arguments.front(), all, index.folder().path(), "/dev/full").wait();
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.err,
              arguments.front() + ": cannot write the answer: No space left on device\n");
  }
}

TEST(OptionValues, NothingAskedIsSaidInJsonAsInText) {
  const FixtureIndex index;
  EXPECT_THAT(index.query({"--json", ""}).out, HasSubstr("\"notes\":[\"Nothing was asked.\"]"));
  EXPECT_EQ(index.query({" "}).out, "Nothing was asked.\n");
  EXPECT_THAT(index.query({"--json", "xylophone"}).out, Not(HasSubstr("Nothing was asked")));
}

TEST(OptionValues, NoIndexIsToldToWhoReads) {
  const FixtureIndex index;
  const Outcome failed = run("palpate-index", {"--db", index.folder() / "none.db", "--failed"});
  EXPECT_EQ(failed.exit_code, 2);
  EXPECT_THAT(failed.err, HasSubstr("there is no index at "));
  const Outcome asked = run("palpate-query", {"--db", index.articles(), "neck"});
  EXPECT_EQ(asked.exit_code, 2);
  EXPECT_THAT(asked.err, AllOf(HasSubstr("is not an index"), HasSubstr("make one with: "),
                               Not(HasSubstr("new or empty folder"))));
}

TEST(OptionValues, MemoryIsASizeThatARunCanKeep) {
  const FixtureIndex index;
  const std::string database = index.folder() / "other.db";
  for (const std::string size : {"1M", "0", "-1", "much", "255M"}) {
    const Outcome outcome =
        run("palpate-index", {"--db", database, "--memory", size, index.articles()});
    EXPECT_EQ(outcome.exit_code, 2) << size;
    EXPECT_THAT(outcome.err, HasSubstr("--memory")) << size;
  }
  const Outcome outcome =
      run("palpate-index", {"--db", database, "--memory", "256M", index.articles()});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("a new generation"));
}

}  // namespace
}  // namespace palpate
