// palpate-query: documents named by their ids, and languages that an index does not hold.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(QueryIds, DocumentIsFoundByItsPathAsPeopleWriteItAndByItsId) {
  const FixtureIndex index;
  index.folder().write("articles/my notes.md", "# Wrists\n\nWrists like a flat keyboard.\n");
  index.folder().write("articles/50% #2.md", "# Thumbs\n\nThumbs like a rest.\n");
  index.folder().write("articles/own.jsonl",
                       R"({"_id": "card 50%", "text": "Elbows like a cushion."})");
  ASSERT_EQ(index.index({index.articles()}).exit_code, 0);
  struct Named {
    std::string given;
    std::string stored;
  };
  const std::vector<Named> table{{"my notes.md", "my%20notes.md"},
                                 {"my%20notes.md", "my%20notes.md"},
                                 {"50% #2.md", "50%25%20%232.md"},
                                 {"card 50%", "card%2050%"}};
  for (const Named& row : table) {
    SCOPED_TRACE(row.given);
    const Outcome full = index.query({"--full", row.stored});
    ASSERT_EQ(full.exit_code, 0);
    EXPECT_EQ(index.query({"--full", row.given}).out, full.out);
    EXPECT_EQ(index.query({"--full", row.given + "#1"}).out, full.out);
    EXPECT_THAT(documents_of(index, {"id:\"" + row.given + "\""}), ElementsAre(row.stored));
    EXPECT_THAT(documents_of(index, {"like id:\"" + row.given + "#1\""}), ElementsAre(row.stored));
  }
  EXPECT_EQ(index.query({"--full", "no notes.md"}).exit_code, 1);
}

TEST(QueryLanguages, OneThatTheIndexDoesNotHoldIsNamedWithThoseItHolds) {
  const FixtureIndex index;
  const std::string held = "; this index holds en (";
  for (const std::vector<std::string>& asked :
       {std::vector<std::string>{"pillow", "--language", "xx"},
        {"pillow", "--language", "xx-YY"},
        {"pillow lang:xx"},
        {"pillow", "--lang", "xx"},
        {"pillow lang:en lang:xx"}})
    EXPECT_THAT(index.query(asked).out, HasSubstr("No article here is in “xx”" + held))
        << ::testing::PrintToString(asked);
  EXPECT_THAT(index.query({"pillow lang:xx"}).out, HasSubstr(" passages), de ("));
  for (const std::vector<std::string>& asked :
       {std::vector<std::string>{"pillow", "--language", "en"},
        {"pillow", "--language", "de-AT"},
        {"pillow lang:de"},
        {"pillow -lang:xx"}})
    EXPECT_THAT(index.query(asked).out, Not(HasSubstr("No article here is in")))
        << ::testing::PrintToString(asked);
}

// "--language de-AT" stems as "de" does.
TEST(QueryLanguages, RegionIsNoOtherLanguage) {
  const FixtureIndex index;
  const std::vector<std::string> plain = documents_of(index, {"kiste", "--language", "de"});
  EXPECT_THAT(plain, Not(IsEmpty()));
  EXPECT_EQ(documents_of(index, {"kiste", "--language", "de-AT"}), plain);
}

}  // namespace
}  // namespace palpate
