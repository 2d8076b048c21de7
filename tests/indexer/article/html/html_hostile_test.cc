// Pages that make parsers slow, or overflow their stack.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "article/html/markup.h"
#include "article/reader.h"

namespace palpate {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kParagraph =
    "<p>Gentle movement helps most backs, and long rest in bed does not.</p>";

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

struct Case {
  std::string name;
  std::string before;  // repeated
  std::string after;
};

class HostilePage : public testing::TestWithParam<Case> {};

double seconds_to_read(const std::string& page, std::string* text) {
  const auto begin = std::chrono::steady_clock::now();
  const Result<Article> article = read_html(page, {"page.html", "page.html", ""});
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  if (article) *text = article->text;
  return taken.count();
}

// Four times as much of it may take four times as long, and not sixteen.
TEST_P(HostilePage, IsReadInLinearTime) {
  constexpr std::size_t kTimes = 10'000;
  const Case& c = GetParam();
  std::string text;
  const double once = seconds_to_read(repeated(c.before, kTimes) + c.after, &text);
  const double more = seconds_to_read(repeated(c.before, 4 * kTimes) + c.after, &text);
  EXPECT_LT(more, 8 * once + 0.25);
  EXPECT_THAT(text, testing::HasSubstr("Gentle movement helps"));
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, HostilePage,
    testing::ValuesIn(std::vector<Case>{
        {"NestedDivs", "<div>", std::string(kParagraph)},
        {"NestedSpans", "<span>", std::string(kParagraph)},
        {"CrossedTags", "<div><span></div>", std::string(kParagraph)},
        {"CrossedTagsTheOtherWay", "<span><div></span>", std::string(kParagraph)},
        {"NestedLinks", "<a href=x><div>", std::string(kParagraph)},
        {"LinksAndFormatting", "<a><b><p>", std::string(kParagraph)},
        {"UnclosedParagraphs", "<p><b>Gentle movement helps, said the nurse. ", ""},
        {"UnclosedItems", "<li>Gentle movement helps, said the nurse. ", ""},
        {"OrderedItems", "<li>one", "</ol>" + std::string(kParagraph)},
        {"NestedLists", "<ul><li>", std::string(kParagraph)},
        {"NestedTables", "<table><tr><td>", std::string(kParagraph)},
        {"TablesInTables", "<table>", std::string(kParagraph)},
        {"NestedTerms", "<dl><dt>a<dd>", std::string(kParagraph)},
        {"UnendedScripts", "<script>", std::string(kParagraph)},
        {"UnendedTitles", "<title>", std::string(kParagraph)},
        {"UnendedSelects", "<select><option>", std::string(kParagraph)},
        {"Headings", "<h1>", "Backs</h1>" + std::string(kParagraph)},
        {"NestedQuotations", "<blockquote>", std::string(kParagraph)},
        {"Forms", "<form>", std::string(kParagraph)},
        {"TagsThatNeverEnd", "<p ", ">" + std::string(kParagraph)},
        {"Brackets", "<", std::string(kParagraph)},
        {"EndTags", "</div></p></b>", std::string(kParagraph)},
        {"Breaks", "word<br><br>", std::string(kParagraph)},
        {"UnendedComments", "<!-- a>", std::string(kParagraph)},
        {"Comments", "<!-- -- -->", std::string(kParagraph)},
        {"NestedCaptions", "<figure><figcaption>", std::string(kParagraph)},
        {"Figures", "<figure><img><figcaption>a", std::string(kParagraph)},
        {"FurnitureInFurniture", "<div class=share>", std::string(kParagraph)},
    }),
    [](const testing::TestParamInfo<Case>& test) { return test.param.name; });

TEST(HostileBytes, MayHaveHugeAttributes) {
  std::string text;
  seconds_to_read("<p title='" + repeated("x", 1'000'000) + "'>Gentle movement.", &text);
  EXPECT_EQ(text, "Gentle movement.");
  std::string attributes;
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=1";
  EXPECT_LT(seconds_to_read("<p" + attributes + ">Gentle movement.", &text), 5);
  EXPECT_EQ(text, "Gentle movement.");
}

TEST(HostileBytes, MayHaveTooManyTags) {
  const Result<Article> article =
      read_html(repeated("<br>", kMaxTags + 1), {"page.html", "page.html", ""});
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, ErrorCode::unsupported);
}

constexpr auto kPiecesOfPages =
    std::to_array<std::string_view>({"<div class=share>",
                                     "</div>",
                                     "<p>",
                                     "</p>",
                                     "<b>",
                                     "</b>",
                                     "<table>",
                                     "<tr><td>",
                                     "</table>",
                                     "<ul><li>",
                                     "</ul>",
                                     "<ol>",
                                     "<h2>",
                                     "</h3>",
                                     "<a href=x>",
                                     "</a>",
                                     "<!--",
                                     "-->",
                                     "<script>",
                                     "</script>",
                                     "<select>",
                                     "<option>",
                                     "</select>",
                                     "<svg>",
                                     "<math>",
                                     "<title>",
                                     "</title>",
                                     "<dl><dt>",
                                     "<dd>",
                                     "<pre>\n\n",
                                     "<br>",
                                     "<img alt='a b'>",
                                     "&amp;",
                                     "&#0;",
                                     "&#xD800;",
                                     "\xFF",
                                     "\0"sv,
                                     "\xE2\x80",
                                     "word ",
                                     "Long enough a sentence, with a comma. ",
                                     "<",
                                     ">",
                                     "'",
                                     "\"",
                                     "<p class='",
                                     "<body>",
                                     "</body>",
                                     "<html lang=en>",
                                     "<frameset>",
                                     "<template>",
                                     "<button>",
                                     "</button>",
                                     "<article>",
                                     "<main>",
                                     "</main>",
                                     "<nav>",
                                     "<form>",
                                     "<figure>",
                                     "<figcaption>",
                                     "</figure>",
                                     "<th colspan=9 rowspan=9>",
                                     "</form>",
                                     "<details><summary>"});

std::string page_of_pieces(std::mt19937& random) {
  std::string page;
  for (std::size_t i = random() % 60; i > 0; --i)
    page += kPiecesOfPages[random() % kPiecesOfPages.size()];
  return page;
}

void expect_blocks_in_order(const Article& article) {
  std::size_t end = 0;
  for (const Section& section : article.sections) {
    for (const Block& block : section.blocks) {
      ASSERT_GE(block.range.begin, end);
      ASSERT_GT(block.range.end, block.range.begin);
      end = block.range.end;
    }
  }
  ASSERT_LE(end, article.text.size());
}

void expect_single_blanks(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    ASSERT_EQ(line.find("  ", indent), line.npos) << line;
  }
}

// Whatever the bytes are, there is an article in valid shape or an error, and no crash.
TEST(HostileBytes, MayBeAnything) {
  std::mt19937 random(20240603);
  for (int round = 0; round < 2000; ++round) {
    const std::string page = page_of_pieces(random);
    const Result<Article> article = read_html(page, {"page.html", "page.html", ""});
    if (!article) continue;
    expect_blocks_in_order(*article);
    expect_single_blanks(article->text);
    ASSERT_FALSE(HasFatalFailure()) << page;
  }
}

}  // namespace
}  // namespace palpate
