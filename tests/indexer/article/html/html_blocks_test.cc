#include "article/html/html_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "article/html/markup.h"

namespace palpate {
namespace {

using testing::Contains;
using testing::ElementsAre;

// The whole body as blocks, nothing judged to be furniture.
Article blocks(std::string_view body, const BlockRules& rules = {}) {
  const HtmlDocument page = HtmlDocument::parse(reduce_markup(body).markup);
  MainContent content;
  content.root = page.body();
  content.dropped.resize(page.size());
  ArticleBuilder builder(Article{});
  build_blocks(page, content, rules, builder);
  return std::move(builder).finish();
}

struct Case {
  std::string name;
  std::string html;
  std::string text;
};

class HtmlBlocks : public testing::TestWithParam<Case> {};

TEST_P(HtmlBlocks, AreText) { EXPECT_EQ(blocks(GetParam().html).text, GetParam().text); }

INSTANTIATE_TEST_SUITE_P(
    Bodies, HtmlBlocks,
    testing::ValuesIn(std::vector<Case>{
        {"Paragraphs", "<p>One,\n two.<p>Three.</p>Four.", "One, two.\n\nThree.\n\nFour."},
        {"DivsArePargraphsToo", "<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"},
        {"InlineElementsJoin", "<p>a<b>b</b><i>c</i> <a href=x>d</a>e", "abc de"},
        {"References", "<p>a&nbsp;b &amp; c&#8217;s", "a b & c\u2019s"},
        {"InvisibleCharactersGo", "<p>fas\u00ADci\u200Ba", "fascia"},
        {"OneBreakIsABlank", "<p>a<br>b", "a b"},
        {"TwoBreaksPartParagraphs", "a<br> <br>b<br/><br/><br/>c", "a\n\nb\n\nc"},
        {"Bullets", "<ul><li>One<li>Two</ul>", "- One\n- Two"},
        {"Numbers", "<ol><li>One</li> <li>Two</li></ol>", "1. One\n2. Two"},
        {"NumbersFromElsewhere", "<ol start=4><li>a<li value=9>b<li>c</ol>", "4. a\n9. b\n10. c"},
        {"NestedLists", "<ul><li>One<ol><li>Two</ol><li>Three</ul>", "- One\n  1. Two\n- Three"},
        {"ParagraphsOfAnItemJoin", "<ul><li><p>One.</p><p>Two.</p></li></ul>", "- One. Two."},
        {"LayoutItemsAreBlocks", "<ul><li><h3>Sleep</h3><p>Rest well.</p></li></ul>",
         "Sleep\n\nRest well."},
        {"EmptyItemsGo", "<ul><li><li>One</ul><p>Two", "- One\n\nTwo"},
        {"Terms", "<dl><dt>Fascia<dd>Tissue around muscle.<dt>Joint:<dd><p>Where bones meet.</dl>",
         "- Fascia: Tissue around muscle.\n- Joint: Where bones meet."},
        {"SeveralExplanationsOfATerm", "<dl><dt>Fascia<dd>Tissue.<dd>Thin, too.</dl>",
         "Fascia\n\nTissue.\n\nThin, too."},
        {"TermsWithMuchToThem", "<dl><dt>Fascia<dd><h4>What</h4><p>Tissue.</dl>",
         "Fascia\n\nWhat\n\nTissue."},
        {"Quotations", "<p>She said:<blockquote><p>Move.<p>Often.</blockquote>",
         "She said:\n\nMove.\n\nOften."},
        {"Preformatted", "<pre>one\n  two\n\nthree</pre>", "one two\n\nthree"},
        {"LayoutTable", "<table role=presentation><tr><td>One<td>Two</table>", "One\n\nTwo"},
        {"TableOfOneColumn", "<table><tr><td>One<tr><td>Two</table>", "One\n\nTwo"},
        {"TableAroundAPage", "<table><tr><td><h2>Rest</h2><p>Little.</td><td>Menu</td></table>",
         "Rest\n\nLittle.\n\nMenu"},
        {"SummaryHeadsDetails", "<details><summary>Is it safe?</summary>Mostly.</details>",
         "Is it safe?\n\nMostly."},
    }),
    [](const testing::TestParamInfo<Case>& test) { return test.param.name; });

std::vector<std::string> heading_paths(const Article& article) {
  std::vector<std::string> paths;
  for (const Section& section : article.sections) {
    std::string path;
    for (const std::string& heading : section.heading_path) path += '/' + heading;
    paths.push_back(path);
  }
  return paths;
}

TEST(HtmlBlocksHeadings, NestByLevel) {
  EXPECT_THAT(heading_paths(blocks("<h2>A</h2><p>a<h3>B</h3><p>b<h2>C</h2><p>c")),
              ElementsAre("/A", "/A/B", "/C"));
}

TEST(HtmlBlocksHeadings, AreBoldLinesBeforeText) {
  const Article article =
      blocks("<h2>A</h2><p>a<p><b>In bold</b></p><p>b<p><b>Bold at the end</b></p>");
  EXPECT_THAT(heading_paths(article), ElementsAre("/A", "/A/In bold"));
  EXPECT_THAT(article.text, testing::EndsWith("b\n\nBold at the end"));
}

TEST(HtmlBlocksHeadings, AreNotBoldSentences) {
  EXPECT_THAT(heading_paths(blocks("<p><b>Stay active.</b><p>It helps.")), ElementsAre(""));
}

TEST(HtmlBlocksHeadings, AreTheQuestionsOfAFaq) {
  const Article article = blocks("<div>Does it hurt ?</div><div>No.</div>",
                                 {.title = {}, .questions = {"Does it hurt?"}});
  EXPECT_THAT(heading_paths(article), ElementsAre("/Does it hurt ?"));
}

TEST(HtmlBlocksHeadings, AreTheTermsOfExplanations) {
  EXPECT_THAT(heading_paths(blocks("<dl><dt>Fascia<dd>Tissue.<dt>Does it hurt?<dd>No.</dl>")),
              ElementsAre("/Fascia", "/Does it hurt?"));
}

TEST(HtmlBlocksHeadings, OfFoldedTextsStandSideBySide) {
  EXPECT_THAT(heading_paths(blocks("<h2>A</h2><p>a<details><summary>B</summary>b</details>"
                                   "<details><summary>C</summary>c</details>")),
              ElementsAre("/A", "/A/B", "/A/C"));
}

TEST(HtmlBlocksHeadings, AreNotVeryLong) {
  EXPECT_THAT(heading_paths(blocks("<h2>" + std::string(400, 'x') + "</h2>")), ElementsAre(""));
}

TEST(HtmlBlocksTitle, IsNotRepeated) {
  const Article article =
      blocks("<h1>Rest, or move?</h1><p>Move.", {.title = "Rest or move", .questions = {}});
  EXPECT_EQ(article.text, "Move.");
  EXPECT_THAT(article.dropped, Contains(testing::Field(&Dropped::text, "Rest, or move?")));
}

std::vector<std::string> block_texts(const Article& article) {
  std::vector<std::string> texts;
  for (const Section& section : article.sections) {
    for (const Block& block : section.blocks) texts.emplace_back(block.range.of(article.text));
  }
  return texts;
}

TEST(HtmlBlocksTable, IsReadRowByRow) {
  EXPECT_THAT(
      block_texts(blocks("<table><caption>Doses</caption><tr><th>Drug<th>Dose<tr><td>A<td>5 mg"
                         "<tr><td>B<td><tr><td><td></table>")),
      ElementsAre("Doses", "Drug | Dose", "A | 5 mg", "B | "));
}

TEST(HtmlBlocksHeadings, AreTextWhereThereIsNoOther) {
  const Article article = blocks("<h3><a>Neck</a></h3><h3><a>Elbow</a></h3><p>by Ann</p>");
  EXPECT_THAT(block_texts(article), ElementsAre("Neck", "Elbow", "by Ann"));
}

TEST(HtmlBlocksTable, RowsKnowTheirHeader) {
  const Article article =
      blocks("<table><thead><tr><td>Drug<td>Dose</thead><tbody><tr><td>A<td>5 mg</tbody></table>");
  ASSERT_EQ(article.sections.size(), 1U);
  ASSERT_EQ(article.sections[0].blocks.size(), 2U);
  EXPECT_EQ(article.sections[0].blocks[0].context, "");
  EXPECT_EQ(article.sections[0].blocks[1].context, "Drug | Dose");
}

TEST(HtmlBlocksDropped, SaysWhatWentAndWhy) {
  const HtmlDocument page = HtmlDocument::parse(
      reduce_markup("<nav>Home <a>Shop</a></nav><div><p>Move.</div><p>End").markup);
  MainContent content;
  content.dropped.resize(page.size());
  for (HtmlDocument::Index i = 0; i < page.size(); ++i) {
    if (page.is(i, GUMBO_TAG_NAV)) content.dropped[i] = "navigation";
    if (page.is(i, GUMBO_TAG_DIV)) content.root = i;
  }
  ArticleBuilder builder(Article{});
  build_blocks(page, content, {}, builder);
  const Article article = std::move(builder).finish();
  EXPECT_EQ(article.text, "Move.");
  ASSERT_EQ(article.dropped.size(), 2U);
  EXPECT_EQ(article.dropped[0].text, "Home Shop");
  EXPECT_EQ(article.dropped[0].reason, "navigation");
  EXPECT_EQ(article.dropped[1].text, "End");
}

}  // namespace
}  // namespace palpate
