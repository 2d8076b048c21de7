// Lines of an export: articles that were cut into passages before.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "../temporary_folder.h"
#include "article/reader.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Lines {
  std::vector<Article> articles;
  std::vector<std::string> problems;
};

// The text is "One. Two.\n\nÜber." of 16 bytes.
Lines read(const std::string& passages) {
  const TemporaryFolder folder;
  Lines lines;
  const auto file = folder.write(
      "x.jsonl", R"({"_id":"a","text":"One. Two.\n\nÜber.","metadata":{"path":"/old/a.md",)"
                 R"("reviewers":["Lea Brandt"],"passages":)" +
                     passages + "}}\n");
  read_articles(
      {file, "", ""}, ReadLimits{},
      [&](const Article& article) { lines.articles.push_back(article); },
      [&](const Problem& problem) { lines.problems.push_back(problem.reason); });
  return lines;
}

constexpr const char* kFirst =
    R"({"begin":0,"end":11,"body":0,"heading":[],"context":"","role":"body","sentences":[5,11]})";
constexpr const char* kSecond =
    R"({"begin":11,"end":17,"body":11,"heading":["H","I"],"context":"c","role":"references",)"
    R"("sentences":[17]})";

std::string both(const std::string& first, const std::string& second) {
  return "[" + first + "," + second + "]";
}

std::string changed(std::string cut, const std::string& from, const std::string& to) {
  return cut.replace(cut.find(from), from.size(), to);
}

TEST(Cuts, AreTakenAsTheyStand) {
  const Lines lines = read(both(kFirst, kSecond));
  EXPECT_THAT(lines.problems, IsEmpty());
  ASSERT_THAT(lines.articles, SizeIs(1));
  const Article& article = lines.articles.front();
  EXPECT_EQ(article.path, "/old/a.md");
  EXPECT_THAT(article.reviewers, ElementsAre("Lea Brandt"));
  ASSERT_THAT(article.cuts, SizeIs(2));
  EXPECT_EQ(article.cuts[0].range, (ByteRange{0, 11}));
  EXPECT_THAT(article.cuts[0].sentences, ElementsAre(ByteRange{0, 5}, ByteRange{5, 11}));
  EXPECT_EQ(article.cuts[1].body_begin, 11U);
  EXPECT_THAT(article.cuts[1].heading_path, ElementsAre("H", "I"));
  EXPECT_EQ(article.cuts[1].context, "c");
  EXPECT_EQ(article.cuts[1].role, SectionRole::references);
}

TEST(Cuts, NoneLeaveTheTextToBeCut) {
  for (const std::string none : {"[]", "null"}) {
    const Lines lines = read(none);
    ASSERT_THAT(lines.articles, SizeIs(1)) << none;
    EXPECT_THAT(lines.articles[0].cuts, IsEmpty());
    EXPECT_THAT(lines.articles[0].sections[0].blocks, testing::Not(IsEmpty()));
  }
}

TEST(Cuts, ThatDoNotTileTheTextAreRefused) {
  for (const std::string& passages : {
           both(kSecond, kFirst),
           both(kFirst, kFirst),
           "[" + std::string(kFirst) + "]",
           both(changed(kFirst, R"("end":11)", R"("end":12)"),
                changed(kSecond, R"("begin":11)", R"("begin":12)")),
           both(kFirst, changed(kSecond, R"("end":17)", R"("end":18)")),
           both(kFirst, changed(kSecond, R"("end":17)", R"("end":18446744073709551615)")),
           both(kFirst, changed(kSecond, R"("body":11)", R"("body":18)")),
           both(kFirst, changed(kSecond, R"("body":11)", R"("body":12)")),
           both(changed(kFirst, "[5,11]", "[5,4]"), kSecond),
           both(changed(kFirst, "[5,11]", "[5,12]"), kSecond),
           both(changed(kFirst, R"("body":0)", R"("body":6)"), kSecond),
       }) {
    const Lines lines = read(passages);
    EXPECT_THAT(lines.articles, IsEmpty()) << passages;
    EXPECT_THAT(lines.problems, ElementsAre(HasSubstr("do not fit the text"))) << passages;
  }
}

TEST(Cuts, OfTheWrongTypeAreRefused) {
  for (const std::string& passages :
       {std::string("7"), std::string("{}"), std::string("[7]"), std::string("[{}]"),
        both(changed(kFirst, R"("end":11)", R"("end":-1)"), kSecond),
        both(changed(kFirst, R"("end":11)", R"("end":"11")"), kSecond),
        both(changed(kFirst, R"("role":"body")", R"("role":"head")"), kSecond),
        both(changed(kFirst, R"("heading":[])", R"("heading":[1])"), kSecond),
        both(changed(kFirst, "[5,11]", "[\"5\"]"), kSecond),
        both(changed(kFirst, R"("context":"",)", ""), kSecond)}) {
    const Lines lines = read(passages);
    EXPECT_THAT(lines.articles, IsEmpty()) << passages;
    EXPECT_THAT(lines.problems, ElementsAre(HasSubstr("\"metadata.passages\""))) << passages;
  }
}

}  // namespace
}  // namespace palpate
