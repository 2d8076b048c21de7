#include "article/markdown/footnotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "article/reader.h"
#include "indexer/article/described_article.h"

namespace palpate {
namespace {

using testing::ElementsAre;

struct Case {
  std::string markdown;
  std::string text;
  std::vector<std::string> notes;
};

TEST(Footnotes, AreTakenOutOfTheText) {
  const std::vector<Case> cases = {
      {"It helps.[^1] Often [^a], too [^2].\n\n[^1]: Doe 2019.\n[^a]: Roe.\n",
       "It helps. Often, too.\n\n\n\n",
       {" Doe 2019.", " Roe."}},
      {"A [^1] b\n", "A  b\n", {}},
      {"Not [^this] one, nor `[^`.\n", "Not [^this] one, nor `[^`.\n", {}},
      {"A [^1](http://e.org) b\n", "A [^1](http://e.org) b\n", {}},
      {"```\n[^1]: code[^1]\n```\n[^1]: Note.\n", "```\n[^1]: code[^1]\n```\n\n", {" Note."}},
      {"[^1]: Doe J.\n    A long title.\n\n    And more.\n\nText.\n",
       "\nText.\n",
       {" Doe J.\nA long title.\n\nAnd more."}},
      {"[^1]: Note.\n# Heading\n", "\n# Heading\n", {" Note."}},
      {"no marks", "no marks", {}},
  };
  for (const Case& one : cases) {
    const TextAndNotes found = take_footnotes(one.markdown);
    EXPECT_EQ(found.text, one.text) << one.markdown;
    EXPECT_EQ(found.notes, one.notes) << one.markdown;
  }
}

Article read(const std::string& bytes) {
  const Result<Article> article = read_markdown(bytes, {"a.md", "a.md", ""});
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  if (!article) return {};
  expect_sound(*article);
  return *article;
}

TEST(Footnotes, AreBackMatterBehindTheText) {
  const Article article = read(
      "# Knee\n\nWalk.[^1]\n\n[^1]: Doe J. (2019). *Knees*. https://e.org/1\n\n## "
      "Rest\n\nLittle.\n");
  EXPECT_EQ(article.text, "Walk.\n\nRest\n\nLittle.\n\nDoe J. (2019). Knees. https://e.org/1");
  EXPECT_EQ(article.sections.back().role, SectionRole::references);
  EXPECT_THAT(paths(article), ElementsAre("", "Rest", ""));
}

TEST(Footnotes, StandUnderAHeadingOfTheirOwn) {
  for (const std::string heading : {"References", "Notes", "Fußnoten"}) {
    const Article article =
        read("# Knee\n\nWalk.[^1]\n\n## " + heading + "\n\n[^1]: https://e.org/1\n");
    EXPECT_EQ(article.text, "Walk.\n\n" + heading + "\n\nhttps://e.org/1");
    EXPECT_EQ(article.sections.back().role, SectionRole::references) << heading;
  }
}

}  // namespace
}  // namespace palpate
