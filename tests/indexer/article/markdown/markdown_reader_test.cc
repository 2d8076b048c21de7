#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "article/reader.h"
#include "indexer/article/described_article.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Article read(std::string_view bytes) {
  Result<Article> article =
      read_markdown(bytes, {"d/low-back.md", "low-back.md", "https://e.org/m"});
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  if (!article) return {};
  expect_sound(*article);
  return *article;
}

TEST(ReadMarkdown, IsReadAsItsGoldenFileSays) {
  const std::filesystem::path folder = std::filesystem::path(PALPATE_FIXTURES) / "markdown";
  EXPECT_EQ(described(read(contents_of(folder / "sciatica.md"))),
            contents_of(folder / "sciatica.expected"));
}

TEST(ReadMarkdown, FrontMatterTakesStringsAndLists) {
  const Article article = read(
      "---\ntitle: 'Knee: a guide'\nauthors: Jane Doe, John Roe\nreviewers:\n  - name: Ann Poe\n"
      "published: 3 June 2024\nlastmod: 2024-07\nurl: https://e.org/knee\nsource: Knee House\n"
      "language: de-AT\nkeywords: [knee, \"x, y\"]\naliases: [/old/knee, gonalgia]\n---\nText.\n");
  EXPECT_EQ(article.title, "Knee: a guide");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(article.reviewers, ElementsAre("Ann Poe"));
  EXPECT_EQ(article.published, (Date{2024, 6, 3}));
  EXPECT_EQ(article.updated, (Date{2024, 7, 0}));
  EXPECT_EQ(article.url, "https://e.org/knee");
  EXPECT_EQ(article.source, "Knee House");
  EXPECT_EQ(article.language, "de");
  EXPECT_THAT(article.tags, ElementsAre("knee", "x, y"));
  EXPECT_THAT(article.synonyms, ElementsAre("gonalgia"));
  EXPECT_EQ(article.text, "Text.");
}

TEST(ReadMarkdown, FrontMatterThatCannotBeReadIsReportedAndTheTextRead) {
  struct Case {
    std::string front;
    std::string reason;
  };
  const std::vector<Case> cases = {
      {"---\ntitle: [broken\n---\n", "not valid YAML"},
      {"+++\ntitle = \"x\"\n+++\n", "TOML"},
      {"---\ndate: soon\n---\n", "not understood"},
      {"---\nlayout: post\n---\n", "not used"},
      {"---\na: " + std::string(70000, 'x') + "\n---\n", "too long"},
      {"---\n" + std::string(20000, '[') + "\n---\n", "not valid YAML"},
  };
  for (const Case& one : cases) {
    const Article article = read(one.front + "# Knee\n\nText.\n");
    EXPECT_EQ(article.title, "Knee") << one.reason;
    EXPECT_EQ(article.text, "Text.");
    ASSERT_FALSE(article.dropped.empty()) << one.reason;
    EXPECT_THAT(article.dropped[0].reason, HasSubstr(one.reason));
  }
}

TEST(ReadMarkdown, ARuleAtTheTopIsNoFrontMatter) {
  EXPECT_THAT(read("---\n\nFirst words.\n\n---\n\nSecond words.\n").text,
              HasSubstr("First words."));
  EXPECT_THAT(read("---\nno end of it\n").text, HasSubstr("no end of it"));
}

TEST(ReadMarkdown, TitleComesFromFrontMatterFirstHeadingOrFileName) {
  EXPECT_EQ(read("---\ntitle: A\n---\n# B\n\nText.\n").title, "A");
  EXPECT_EQ(read("# B\n\nText.\n").title, "B");
  EXPECT_EQ(read("Intro.\n\n# B\n\nText.\n").title, "B");
  EXPECT_EQ(read("## B\n\nText.\n").title, "low back");
  EXPECT_EQ(read("# Only *this*\n").text, "Only this");
}

TEST(ReadMarkdown, MarkupBecomesText) {
  struct Case {
    std::string markdown;
    std::string text;
  };
  const std::vector<Case> cases = {
      {"a [link](http://x.y \"t\") *em* **strong** `code` ~~gone~~", "a link em strong code gone"},
      {"one\ntwo  \nthree", "one two three"},
      {"5 &lt; 6 &amp; &#8364; &eacute;", "5 < 6 & € é"},
      {"a<br>b <span class='x'>c</span>", "a b c"},
      {"<p>Raw <b>text</b> &amp; more</p>", "Raw text & more"},
      {"<script>alert(1)</script>\n\nafter", "after"},
      {"Walk <script>var *a* = 1;</SCRIPT>slowly", "Walk slowly"},
      {"Walk <script>var a = 1;\n\nafter", "Walk\n\nafter"},
      {"> quoted\n> text", "quoted text"},
      {"```\ncode  here\n```", "code here"},
      {"- a\n- b\n  - c\n\n1. p\n2. q", "- a\n- b\n  - c\n\n1. p\n2. q"},
      {"3) p\n4) q", "3. p\n4. q"},
      {"| a | b |\n|---|---|\n| 1 | **2** |", "a | b\n1 | 2"},
      {"- [ ] Walk\n- [x] Swim\n- [X] Rest", "- Walk\n- Swim\n- Rest"},
      {"Walk.[^1] Swim [^2].\n\n[^1]: Doe.", "Walk. Swim.\n\nDoe."},
      {"Walk.\n\nReady for quiet nights?\n\nCall us today!", "Walk."},
      {"Walk.\n\nImpressum | Datenschutz", "Walk."},
      {"![logo](x.png)\n\ntext", "text"},
      {"![The therapist lifts the leg.](x.png)", "The therapist lifts the leg."},
      {"a\r\n\r\nb", "a\n\nb"},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.markdown + "\n").text, one.text) << one.markdown;
}

TEST(ReadMarkdown, TheTextOfAPictureStandsInTheContextOfItsBlock) {
  const Article article = read(
      "# Back\n\nFirst.\n\n![Photo of rhomboid stretch](a.png)\n\nThe ![bent left knee](b.png) "
      "second.\n\n- third ![open right hand](c.png)\n\n![clinic logo](d.png)\n");
  ASSERT_EQ(article.sections.size(), 1U);
  const std::vector<Block>& blocks = article.sections[0].blocks;
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[0].context, "Photo of rhomboid stretch");
  EXPECT_EQ(blocks[1].context, "bent left knee");
  EXPECT_EQ(blocks[2].context, "open right hand");
  EXPECT_THAT(article.text, testing::Not(HasSubstr("rhomboid")));
}

TEST(ReadMarkdown, RowsOfATableKnowTheirHeader) {
  const Article article = read("| Drug | Dose |\n|---|---|\n| A | 5 mg |\n| B | 1 g |\n");
  EXPECT_EQ(article.text, "Drug | Dose\nA | 5 mg\nB | 1 g");
  ASSERT_EQ(article.sections.at(0).blocks.size(), 3U);
  EXPECT_EQ(article.sections[0].blocks[0].context, "");
  EXPECT_EQ(article.sections[0].blocks[1].context, "Drug | Dose");
  EXPECT_EQ(article.sections[0].blocks[2].context, "Drug | Dose");
}

TEST(ReadMarkdown, WhatIsNoTextIsNamed) {
  for (const auto& [bytes, reason] : {std::pair<std::string, std::string>{"", "empty"},
                                      {"---\ntitle: x\n---\n", "no article text"},
                                      {std::string("a\0b", 3), "control bytes"}}) {
    const Result<Article> article = read_markdown(bytes, {"a.md", "a.md", ""});
    ASSERT_FALSE(article) << reason;
    EXPECT_EQ(article.error().code, ErrorCode::malformed);
    EXPECT_THAT(article.error().message, HasSubstr(reason));
  }
}

TEST(ReadMarkdown, HostileTextsEnd) {
  const auto repeated = [](std::string_view part, std::size_t times) {
    std::string all;
    while (times-- > 0) all += part;
    return all + "\n\nword\n";
  };
  for (const std::string& text :
       {repeated("> ", 20000), repeated("- ", 5000), repeated("[", 50000), repeated("**a ", 50000),
        repeated("<div>", 50000), repeated("&a", 100000), repeated("![", 50000),
        repeated("`a", 50000), repeated("<!--", 50000), repeated("<div>\n&amp", 20000),
        repeated("1. a\n", 50000)}) {
    const auto begin = std::chrono::steady_clock::now();
    const Result<Article> article = read_markdown(text, {"a.md", "a.md", ""});
    if (article) expect_sound(*article);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60))
        << text.substr(0, 20);
  }
}

}  // namespace
}  // namespace palpate
