#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "article/reader.h"

namespace palpate {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string fixture(const std::string& name) {
  std::ifstream file(PALPATE_FIXTURES "/html/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Article read(std::string_view page) {
  Result<Article> article = read_html(page, {"folder/page.html", "page.html", ""});
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  return article ? *std::move(article) : Article{};
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> all;
  std::string word;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
    if (letter) {
      word += c;
    } else if (!word.empty()) {
      all.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) all.push_back(word);
  return all;
}

// Words marked KEEP in the fixtures' text stand in what is kept, those marked DROP in what is not.
class Fixture : public testing::TestWithParam<std::string> {};

TEST_P(Fixture, KeepsTheMainContentAndDropsTheRest) {
  const std::string page = fixture(GetParam());
  const Article article = read(page);
  std::string dropped;
  for (const Dropped& piece : article.dropped) dropped += piece.text + '\n';
  std::size_t marked = 0;
  for (const std::string& word : words(page)) {
    if (word.starts_with("KEEP")) {
      EXPECT_THAT(article.text, HasSubstr(word));
    }
    if (word.starts_with("DROP")) {
      EXPECT_THAT(article.text, Not(HasSubstr(word)));
      EXPECT_THAT(dropped, HasSubstr(word));
    }
    marked += word.starts_with("KEEP") || word.starts_with("DROP") ? 1 : 0;
  }
  EXPECT_GE(marked, 6U);
}

INSTANTIATE_TEST_SUITE_P(Pages, Fixture,
                         testing::Values("article.html", "faq.html", "forum.html", "listing.html",
                                         "no_landmarks.html", "page_builder.html", "short.html",
                                         "table_layout.html"),
                         [](const testing::TestParamInfo<std::string>& test) {
                           return test.param.substr(0, test.param.find('.'));
                         });

TEST(HtmlReader, FillsInWhatTheFileSays) {
  const Article article = read("<title>Rest</title><p>Move.");
  EXPECT_EQ(article.id, "page.html");
  EXPECT_EQ(article.group, "page.html");
  EXPECT_EQ(article.path, "folder/page.html");
  EXPECT_EQ(article.title, "Rest");
}

TEST(HtmlReader, PrefersThePagesOwnLinkToTheOneItIsGiven) {
  const std::string_view page = "<link rel=canonical href='https://example.org/a'><p>Move.";
  EXPECT_EQ(read(page).url, "https://example.org/a");
  Result<Article> mapped = read_html(page, {"page.html", "page.html", "https://intranet/a"});
  ASSERT_TRUE(mapped);
  EXPECT_EQ(mapped->url, "https://example.org/a");
  mapped = read_html("<p>Move.", {"page.html", "page.html", "https://intranet/a"});
  ASSERT_TRUE(mapped);
  EXPECT_EQ(mapped->url, "https://intranet/a");
}

TEST(HtmlReader, NeverTakesTextThatThePageDoesNotShow) {
  const Article article = read(
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"Hidden words.\"}"
      "</script><p>Shown words, and more of them.");
  EXPECT_THAT(article.text, AllOf(HasSubstr("Shown words"), Not(HasSubstr("Hidden words"))));
}

TEST(HtmlReader, RaisedDigitsDoNotJoinOthers) {
  const Article article = read(
      "<p>Platelets are 150 × 10<sup>9</sup>/L in adults.<sup><a href='#r'>12</a></sup>"
      "<table><tr><td>H<sub>2</sub>O</td><td>the 1<sup>st</sup> day</td></tr></table>");
  EXPECT_THAT(article.text, HasSubstr("10⁹/L in adults.¹²"));
  EXPECT_THAT(article.text, HasSubstr("H₂O"));
  EXPECT_THAT(article.text, HasSubstr("1st day"));
}

TEST(HtmlReader, KeepsAnAlternativeTextThatIsASentence) {
  const Article article = read(
      "<p>The elbow hurts outside.</p><img alt='The tendon runs over the bone.'>"
      "<img alt='clinic logo'><p>It heals.</p>");
  EXPECT_THAT(article.text, HasSubstr("The tendon runs over the bone."));
  EXPECT_THAT(article.text, Not(HasSubstr("clinic logo")));
}

TEST(HtmlReader, NamesThePageThatHasNoText) {
  for (const std::string_view page :
       {"", "  ", "<html><body></body></html>", "<script>document.write('a')</script>",
        "<p>&nbsp;</p>", "<!-- a", "<frameset><frame src=a></frameset>"}) {
    const Result<Article> article = read_html(page, {"folder/page.html", "page.html", ""});
    ASSERT_FALSE(article) << page;
    EXPECT_EQ(article.error().code, ErrorCode::malformed);
    EXPECT_EQ(article.error().message, "no text");
  }
}

TEST(HtmlReader, NamesThePageThatIsAPicture) {
  std::string picture = "\x89PNG\r\n\x1A\n";
  for (int i = 0; i < 2000; ++i) picture += static_cast<char>(i * 7);
  const Result<Article> article = read_html(picture, {"a.html", "a.html", ""});
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, ErrorCode::malformed);
  EXPECT_EQ(article.error().message, "a.html is not text");
}

}  // namespace
}  // namespace palpate
