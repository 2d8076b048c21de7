#include "article/html/markup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

std::string reduced(std::string_view page) {
  constexpr std::string_view kDoctype = "<!DOCTYPE html>";
  const std::string markup = reduce_markup(page).markup;
  EXPECT_TRUE(markup.starts_with(kDoctype));
  return markup.substr(kDoctype.size());
}

struct Case {
  std::string name;
  std::string page;
  std::string markup;
};

class Markup : public testing::TestWithParam<Case> {};

TEST_P(Markup, IsReduced) { EXPECT_EQ(reduced(GetParam().page), GetParam().markup); }

INSTANTIATE_TEST_SUITE_P(
    Pages, Markup,
    testing::ValuesIn(std::vector<Case>{
        {"ScriptsAndStylesGo", "a<script>if (a<b) x('<p>')</script>b<STYLE>p{}</Style >c", "abc"},
        {"CommentsGo", "a<!-- <p> -->b<!-->c", "abc"},
        {"DeclarationsGo", "<!doctype html><?php x ?>a", "a"},
        {"DrawingsGo", "a<svg><title>icon</title></svg>b", "ab"},
        {"BoldIsAnOrdinaryElement", "<b>a</b><strong>c</strong>", "<mark>a</mark><mark>c</mark>"},
        {"FormattingGoes", "<i>a</i><font color=red>b</font>", "ab"},
        {"OnlyReadAttributesStay", "<p onclick='x' class=a data-b=c ID='d'>",
         "<p class=\"a\" ID=\"d\">"},
        {"QuotesInValues", "<p class='say \"a\"'>", "<p class='say \"a\"'>"},
        {"TagsEndOutsideOfQuotes", "<p title='a>b' class=c>d", "<p class=\"c\">d"},
        {"LonelyBracketIsText", "a < b <3", "a &lt; b &lt;3"},
        {"FramesetsAreOpened", "<frameset><frame src=a><noframes><p>a</noframes></frameset>",
         "<p>a"},
        {"UnendedCodeEndsAtABlock", "<script>if (a<b) x('<p>c</p>')<p>b", "<p>b"},
        {"UnendedStyleEndsWithTheHead", "<style>p{}\n</head><b>b</b>", "</head><mark>b</mark>"},
        {"UnendedTitleEndsAtATag", "<title>Heels<p>b", "<title>Heels</title><p>b"},
        {"UnendedTitleEndsWithItsLine", "<title>Heels\nb", "<title>Heels</title>\nb"},
        {"UnendedSelectIsOnlyATag", "<select><p>b", "<p>b"},
        {"TitleHoldsTextOnly", "<title>a <b> c</title>", "<title>a <b> c</title>"},
        {"XmlElementsMayEndThemselves", "<?xml version='1.0'?><div/><script/>a<br/>", "a<br>"},
        {"HtmlElementsMayNot", "<div/>a", "<div>a"},
        {"StrayEndTagsGo", "a</div>b</span>c", "abc"},
        {"EndTagsDoNotReachAcrossBlocks", "<span><div></span>a</div>", "<span><div>a</div>"},
        {"HeadingsEndEachOther", "<h2>a</h3>b", "<h2>a</h3>b"},
        {"CutTag", "a<p class=", "a"},
        {"UnendedValueEndsWithItsTag", "<p class='a>b</p>", "<p>b</p>"},
        {"CutComment", "a<!-- b", "a"},
        {"UnendedCommentEndsAtABracket", "a<!-- b><p>c", "a<p>c"},
    }),
    [](const testing::TestParamInfo<Case>& test) { return test.param.name; });

TEST(Markup, GivesJsonLdAside) {
  const ReducedMarkup page = reduce_markup(
      "<script type='application/ld+json'>{\"a\":1}</script><script>var b</script>"
      "<script type=\"Application/LD+JSON; charset=utf-8\">[2]</script>");
  EXPECT_THAT(page.json_ld, testing::ElementsAre("{\"a\":1}", "[2]"));
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

std::size_t count(std::string_view text, std::string_view piece) {
  std::size_t found = 0;
  for (std::size_t at = text.find(piece); at != text.npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

TEST(Markup, BoundsTheDepth) {
  const std::string page = reduced(repeated("<div>", 5000) + "word" + repeated("</div>", 5000));
  EXPECT_EQ(count(page, "<div>"), kMaxDepth);
  EXPECT_EQ(count(page, "</div>"), kMaxDepth);
  EXPECT_THAT(page, testing::HasSubstr("word"));
}

TEST(Markup, ImpliedEndTagsAreNotDepth) {
  for (const std::string piece :
       {"<p>a", "<li>a", "<dt>a<dd>b", "<tr><td>a", "<p><b>a", "<option>a"}) {
    const std::string page = reduced(repeated(piece, 1000) + "<div>");
    EXPECT_THAT(page, testing::EndsWith("<div>")) << piece;
  }
}

TEST(Markup, SaysWhenAPageHasTooManyTags) {
  EXPECT_FALSE(reduce_markup("<br>").too_many_tags);
  EXPECT_TRUE(reduce_markup(repeated("<br>", kMaxTags + 1)).too_many_tags);
}

}  // namespace
}  // namespace palpate
