#include "service/page/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "query/service/page_values.h"

namespace palpate {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// Strings that would do something if they were taken as markup or as an address.
const std::vector<std::string> kInjections = {"<script>alert(1)</script>",
                                              R"("><img src=x onerror=alert(1)>)",
                                              "' onmouseover='alert(1)",
                                              "</title><script>x()</script>",
                                              "<!--",
                                              "]]>",
                                              "&lt;b&gt;",
                                              "javascript:alert(1)"};

Answer hostile_answer(const std::string& text) {
  Hit one = hit(1, text, text + " heel " + text);
  one.article = {.id = text,
                 .title = text,
                 .url = text,
                 .path = text,
                 .source = text,
                 .authors = {text},
                 .reviewers = {text},
                 .published = text,
                 .updated = text,
                 .language = text};
  one.heading = {text, text};
  one.context = text;
  one.sentence = {0, text.size()};
  one.marks = {{{1, 3}, text, Via::word}};
  one.also_in = {{one.article, text, text}};
  Answer answer = answer_of({one});
  for (int kind = 0; kind <= static_cast<int>(NoteKind::misplaced_or); ++kind)
    answer.notes.push_back({static_cast<NoteKind>(kind), {text, text, text}});
  answer.other_names = {{text, {text}}};
  return answer;
}

// What a browser would take as an element, from our own templates or not.
void expect_no_foreign_markup(const std::string& page) {
  EXPECT_EQ(count_of("<script", page), 1U) << page;  // ours
  EXPECT_EQ(count_of("<img", page), 0U);
  EXPECT_EQ(count_of("<!--", page), 0U);
  EXPECT_EQ(count_of(" onmouseover='", page), 0U);
  EXPECT_EQ(count_of(R"(href="javascript:)", page), 0U);
  EXPECT_EQ(count_of("</title>", page), 1U);
}

TEST(PageSafety, ShowsInjectedMarkupAsText) {
  for (const std::string& text : kInjections) {
    PageView view = view_of(text);
    view.source = view.content_language = view.after = view.before = view.tag = view.author = text;
    const Answer answer = hostile_answer(text);
    IndexDescription index = small_index();
    index.languages.emplace_back(text, 3);
    index.sources.emplace_back(text, 3);
    expect_no_foreign_markup(search_page(view, &answer, index));
    expect_no_foreign_markup(search_page(view, nullptr, index));
    view.document = text + "#1";
    const FullText article{
        answer.hits[0].article, text + text, {{0, text.size()}}, {{{text}, text, 0}}};
    expect_no_foreign_markup(article_page(view, article, 1, &answer));
    expect_no_foreign_markup(
        error_page(view, 400, std::vector<Saying>{{text}, {"{0}", {text}}}, {text}));
  }
}

TEST(PageSafety, EscapesInTextAndInAttributes) {
  const std::string page =
      search(view_of(R"(a"b<c>&'d)"), answer_of({hit(1, "a.md", R"(x < y & "z")")}));
  EXPECT_THAT(page, HasSubstr(R"(value="a&quot;b&lt;c&gt;&amp;&#39;d")"));
  EXPECT_THAT(page, HasSubstr("x &lt; y &amp; &quot;z&quot;"));
}

TEST(PageSafety, ShowsBytesThatAreNoTextAsReplacementCharacters) {
  using std::string_literals::operator""s;
  const std::string page =
      search(view_of("a"), answer_of({hit(1, "a.md", "nul \0 escape \x1b bad \xff\xc3( end"s)}));
  EXPECT_THAT(page, HasSubstr("nul \uFFFD escape \uFFFD bad \uFFFD\uFFFD( end"));
}

TEST(PageSafety, LinksOnlyToWebAddresses) {
  const std::vector<std::pair<std::string, bool>> cases = {{"https://clinic.example/heel", true},
                                                           {"http://clinic.example", true},
                                                           {"HTTPS://clinic.example/a", true},
                                                           {"javascript:alert(1)", false},
                                                           {"JaVaScRiPt:alert(1)", false},
                                                           {" javascript:alert(1)", false},
                                                           {"data:text/html,x", false},
                                                           {"//clinic.example", false},
                                                           {"https://", false},
                                                           {"file:///etc/passwd", false},
                                                           {"https://clinic.example/a b", false},
                                                           {"java\nscript:alert(1)", false},
                                                           {"vbscript:x", false},
                                                           {"ftp://clinic.example/x", false}};
  for (const auto& [url, linked] : cases) {
    Hit one = hit(1, "a.md", "Rest.");
    one.article.url = url;
    const std::string page = search(view_of("a"), answer_of({one}));
    EXPECT_EQ(page.find(R"(rel="noreferrer" href=")" + url) != std::string::npos, linked) << url;
    EXPECT_THAT(page, HasSubstr(R"(class="original")")) << url;
  }
}

TEST(PageSafety, HasNothingInlineAndAsksNothingOfOthers) {
  Hit one = hit(1, "a.md", "Rest.");
  one.article.url = "https://clinic.example/heel";
  const Answer answer = answer_of({one});
  for (const std::string& page :
       {search(view_of("a"), answer), search_page(view_of(""), nullptr, small_index()),
        error_page(view_of("a"), 404, {})}) {
    EXPECT_THAT(page, AllOf(Not(HasSubstr("<style")), Not(HasSubstr(" style=")),
                            Not(HasSubstr(" onclick")), HasSubstr("</script></head>")));
    EXPECT_EQ(count_of(R"(src="/assets/)", page), count_of(R"(src=")", page));
    EXPECT_THAT(page, HasSubstr(R"(name="referrer" content="no-referrer")"));
  }
  for (const Asset& asset : assets()) {
    EXPECT_THAT(asset.content, Not(HasSubstr("url("))) << asset.path;
    EXPECT_THAT(asset.content, Not(HasSubstr("@import"))) << asset.path;
    EXPECT_THAT(asset.content, Not(HasSubstr("innerHTML"))) << asset.path;
  }
}

TEST(PageSafety, AnswersOddHitsWithoutFault) {
  Hit odd = hit(1, "", "ab");
  odd.body_begin = 99;
  odd.sentence = {50, 400};
  odd.marks = {{{1, 900}, "", Via::word}, {{7, 3}, "", Via::word}};
  odd.article = {};
  odd.heading.clear();
  EXPECT_THAT(search(view_of("a"), answer_of({odd})),
              AllOf(HasSubstr("Untitled"), HasSubstr("At the beginning")));
  FullText broken = article();
  broken.outline[1].body_begin = 4000;
  EXPECT_THAT(article_page(view_of("a"), broken, 2, nullptr), HasSubstr("Causes"));
}

}  // namespace
}  // namespace palpate
