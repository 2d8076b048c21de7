// File names that hold what steers a terminal: shown, never obeyed.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>

#include "program.h"

namespace palpate {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

constexpr const char* kName = "ankle\x1b]0;owned\x07\nfailed: b";
constexpr const char* kShown = "ankle\\x1B]0;owned\\x07\\nfailed: b";

void expect_harmless(const std::string& text, const std::string& ending) {
  EXPECT_THAT(text, HasSubstr(kShown + ending));
  for (const std::string raw : {"\x1b", "\x07", "\nfailed: b"})
    EXPECT_THAT(text, Not(HasSubstr(raw)));
}

TEST(FileNames, ControlCharactersAreEscapedWhereverTheyArePrinted) {
  const TestFolder folder;
  const std::string good = folder.write("in/" + std::string(kName) + ".txt",
                                        "Ankles\n\nA turned ankle is raised and rested.\n");
  folder.write("in/" + std::string(kName) + ".md", "");
  folder.write("in/" + std::string(kName) + ".p\x1b[1m", "what is this");
  const std::string db = folder / "a.db";
  const Outcome indexed = run("palpate-index", {"--db", db, "-v", folder / "in"});
  expect_harmless(indexed.err, ".md: the file is empty");
  expect_harmless(indexed.err, ".txt\n");
  EXPECT_THAT(indexed.out, HasSubstr("1 .p\\x1B[1m"));
  expect_harmless(run("palpate-index", {"--db", db, "--failed"}).out, ".md: the file is empty\n");
  expect_harmless(run("palpate-index", {"--show", good}).out, ".txt\n");
  expect_harmless(run("palpate-index", {"--show", good + "x"}).err, ".txtx: does not exist\n");
  EXPECT_THAT(run("palpate-index", {"--show", folder / "in"}).err, Not(HasSubstr("\x1b")));

  const Outcome asked = run("palpate-query", {"--db", db, "ankle"});
  expect_harmless(asked.out, ".txt\n");
  const Json answer = Json::parse(run("palpate-query", {"--db", db, "--json", "ankle"}).out);
  EXPECT_EQ(answer.at("hits").at(0).at("article").at("path"), good);
  const Json shown = Json::parse(run("palpate-index", {"--show", "--json", good}).out);
  EXPECT_EQ(shown.at("path"), good);
}

TEST(FileNames, AnIndexThatIsNotThereIsNamedHarmlessly) {
  const TestFolder folder;
  for (const Outcome& outcome : {run("palpate-query", {"--db", folder / kName, "ankle"}),
                                 run("palpate-index", {"--db", folder / kName, "--failed"})}) {
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, Not(HasSubstr("\x1b")));
  }
}

}  // namespace
}  // namespace palpate
