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

// A page whose content is `before` and enough text behind it.
Article page_with(const std::string& before) {
  return read(
      "<title>Heels</title><main><h1>Heels</h1><p>Pain in the heel is felt with the first steps "
      "of the morning, and fades with walking, in most people within a few minutes.</p>" +
      before +
      "<h2>What helps</h2><p>Shoes with a soft heel, fewer stairs for some weeks, and a calf that "
      "is stretched each morning, before the first step, help most people.</p></main>");
}

std::string dropped_for(const Article& article, std::string_view reason) {
  std::string all;
  for (const Dropped& piece : article.dropped) {
    if (piece.reason == reason) all += piece.text + '\n';
  }
  return all;
}

TEST(HtmlReader, TheTextOfAPictureStandsInTheContextOfItsBlock) {
  for (const std::string picture :
       {"<img alt='Photo of rhomboid stretch'>",
        "<figure><img alt='Photo of rhomboid stretch'><figcaption>Ann Poe</figcaption></figure>"}) {
    const Article article = page_with(picture + "<img alt='clinic logo'><img alt='IMG_20.jpg'>");
    ASSERT_EQ(article.sections.size(), 2U);
    EXPECT_EQ(article.sections[0].blocks[0].context, "Photo of rhomboid stretch") << picture;
    EXPECT_THAT(article.text, Not(HasSubstr("rhomboid"))) << picture;
  }
  const Article inside = page_with("<p>The <img alt='bent left knee'> knee bends.</p>");
  EXPECT_EQ(inside.sections[0].blocks[0].context, "");
  EXPECT_EQ(inside.sections[0].blocks[1].context, "bent left knee");
}

std::string repeated(const std::string& part, int times) {
  std::string all;
  while (times-- > 0) all += part;
  return all;
}

TEST(HtmlReader, KeepsWhatStandsBesideALongPartOfTheMainElement) {
  const std::string item =
      "A pain that wakes you at night, and that does not ease when you change how you lie.";
  const std::string paragraph = "<p>" + item + " It is felt in the heel, for some days.</p>";
  for (const std::string mark : {"main", "article", "div"}) {
    const std::string open = "<" + mark + "><h1>Heels</h1><p>The heel is a fine thing to have.</p>";
    const std::string close = "<h2>Shoes</h2><p>Soft ones help.</p></" + mark + ">";
    const Article list = read(open + "<p>These signs need urgent care:</p><ul>" +
                              repeated("<li>" + item + "</li>", 40) + "</ul>" + close);
    EXPECT_THAT(list.text,
                HasSubstr("fine thing to have.\n\nThese signs need urgent care:\n\n- A"));
    EXPECT_THAT(list.text, HasSubstr("Shoes\n\nSoft ones help."));
    const Article table = read(
        open + "<table><thead><tr><th>Sign</th><th>Care</th></tr></thead><tbody>" +
        repeated("<tr><td>" + item + "</td><td>soon</td></tr>", 30) + "</tbody></table>" + close);
    EXPECT_THAT(table.text, HasSubstr("fine thing to have.\n\nSign | Care\n" + item + " | soon\n"));
    EXPECT_THAT(table.text, HasSubstr("Soft ones help."));
  }
  const Article sections = read(
      "<main><h1>Heels</h1><section><h2>First</h2><p>One thing to know.</p></section>"
      "<section><h2>Second</h2>" +
      repeated(paragraph, 12) +
      "</section><section><h2>Third</h2><p>The last thing to know.</p></section></main>");
  EXPECT_THAT(sections.text, HasSubstr("One thing to know."));
  EXPECT_THAT(sections.text, HasSubstr("The last thing to know."));
}

TEST(HtmlReader, DropsTheLabelOfContentsWithItsLinks) {
  const std::string links =
      "<ul><li><a href=#a>What helps</a><li><a href=#b>What does not help</a></ul>";
  for (const std::string label :
       {"<h2>Table of contents</h2>", "<p>In this article:</p>", "<p><b>Contents</b></p>",
        "<div>On this page</div>", "<details><summary>In this guide</summary></details>"}) {
    const Article article = page_with(label + links);
    EXPECT_THAT(article.text, testing::EndsWith("help most people."));
    EXPECT_THAT(article.text, HasSubstr("few minutes.\n\nWhat helps\n\nShoes")) << label;
    EXPECT_NE(dropped_for(article, "table of contents"), "") << label;
  }
}

TEST(HtmlReader, KeepsTheWordContentsOverText) {
  EXPECT_THAT(page_with("<h2>Contents</h2><p>The pad under the heel holds fat.</p>").text,
              HasSubstr("Contents\n\nThe pad"));
}

TEST(HtmlReader, DropsTheQuestionBeforeACallToAction) {
  for (const std::string question :
       {"<p>Ready for quiet nights?</p>", "<h3>Ready for quiet nights?</h3>",
        "<p><b>Ready for quiet nights?</b></p>"}) {
    const Article article = page_with(question + "<p>Call us today!</p>");
    EXPECT_THAT(article.text, Not(HasSubstr("quiet"))) << question;
    EXPECT_EQ(dropped_for(article, "call to action"), "Ready for quiet nights?\nCall us today!\n");
    EXPECT_THAT(page_with(question + "<p>A firm pillow may do.</p>").text,
                HasSubstr("Ready for quiet nights?\n\nA firm pillow"));
  }
}

TEST(HtmlReader, KeepsCaptionsThatSaySomething) {
  struct Caption {
    std::string figure;
    std::string kept;  // empty: nothing
  };
  for (const Caption& one : std::vector<Caption>{
           {"<img alt='The foot is seen from below.'><figcaption>The fascia spans the sole from "
            "heel to toes.</figcaption>",
            "The fascia spans the sole from heel to toes."},
           {"<img><figcaption class=wp-caption><span class=caption-text>The fascia spans the whole "
            "sole.</span> <span class=photo-credit>Ann Poe</span></figcaption>",
            "The fascia spans the whole sole."},
           {"<img><figcaption>A foot, from below</figcaption>", ""},
           {"<img><figcaption>Ann Poe and John Roe in 2002.</figcaption>", ""},
           {"<img><figcaption>Want more of it? Subscribe to our letter for the feet.</figcaption>",
            ""},
           {"<img> Enlarge <figcaption>The fascia spans the whole of the sole.</figcaption>",
            "The fascia spans the whole of the sole."}}) {
    const Article article = page_with("<figure>" + one.figure + "</figure>");
    const std::string between = one.kept.empty() ? "" : one.kept + "\n\n";
    EXPECT_THAT(article.text, HasSubstr("few minutes.\n\n" + between + "What helps")) << one.figure;
  }
}

TEST(HtmlReader, TakesNameAndDateOfALineAboveTheText) {
  const std::string line =
      "<p class=post-meta> by <span class='author vcard'><a>Ann Poe</a></span> | <span "
      "class=published>Jun 14, 2019</span> | <a>Blog</a>, <a>Tips</a> | <span "
      "class=comments-number>3 comments</span></p>";
  const Article article = page_with(line);
  EXPECT_EQ(article.published, (Date{2019, 6, 14}));
  EXPECT_THAT(article.authors, testing::ElementsAre("Ann Poe"));
  EXPECT_THAT(article.text, Not(HasSubstr("Tips")));
  EXPECT_EQ(page_with("<meta name=date content=2020-01-02>" + line).published, (Date{2020, 1, 2}));
}

}  // namespace
}  // namespace palpate
