#include "service/page/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace palpate {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Hit hit(std::size_t rank, const std::string& document, const std::string& text) {
  Hit one;
  one.rank = rank;
  one.document = document;
  one.passage = document + "#" + std::to_string(rank);
  one.article.id = document;
  one.article.title = "Heel pain";
  one.article.source = "Harbour Clinic";
  one.article.published = "2025-03-02";
  one.article.language = "en";
  one.heading = {"What helps"};
  one.text = text;
  return one;
}

Answer answer_of(std::vector<Hit> hits) {
  Answer answer;
  answer.question = "heel";
  answer.total = hits.size();
  answer.hits = std::move(hits);
  return answer;
}

PageView view_of(const std::string& question) {
  PageView view;
  view.question = question;
  view.today = "2026-11-21";
  return view;
}

IndexDescription small_index() {
  IndexDescription index;
  index.documents = 2;
  index.passages = 1466;
  index.languages = {{"en", 1400}, {"de", 66}};
  index.sources = {{"Harbour Clinic", 1000}, {"NIH", 466}};
  return index;
}

std::string search(const PageView& view, const Answer& answer) {
  return search_page(view, &answer, small_index());
}

std::size_t count_of(std::string_view what, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; ++at) ++count;
  return count;
}

// Strings that would do something if they were taken as markup or as an address.
const std::vector<std::string> kInjections = {"<script>alert(1)</script>",
                                              "\"><img src=x onerror=alert(1)>",
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
  answer.notes = {text, "No article holds “" + text + "”; read as “" + text +
                            "”. Quotes or --exact leave it as typed."};
  answer.other_names = {{text, {text}}};
  return answer;
}

// What a browser would take as an element, from our own templates or not.
void expect_no_foreign_markup(const std::string& page) {
  EXPECT_EQ(count_of("<script", page), 1U) << page;  // ours
  EXPECT_EQ(count_of("<img", page), 0U);
  EXPECT_EQ(count_of("<!--", page), 0U);
  EXPECT_EQ(count_of(" onmouseover='", page), 0U);
  EXPECT_EQ(count_of("href=\"javascript:", page), 0U);
  EXPECT_EQ(count_of("</title>", page), 1U);
}

TEST(Page, ShowsInjectedMarkupAsText) {
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
    expect_no_foreign_markup(error_page(view, 400, {ErrorCode::invalid_argument, text, text}));
  }
}

TEST(Page, EscapesInTextAndInAttributes) {
  const std::string page =
      search(view_of("a\"b<c>&'d"), answer_of({hit(1, "a.md", "x < y & \"z\"")}));
  EXPECT_THAT(page, HasSubstr("value=\"a&quot;b&lt;c&gt;&amp;&#39;d\""));
  EXPECT_THAT(page, HasSubstr("x &lt; y &amp; &quot;z&quot;"));
}

TEST(Page, ShowsBytesThatAreNoTextAsReplacementCharacters) {
  using std::string_literals::operator""s;
  const std::string page =
      search(view_of("a"), answer_of({hit(1, "a.md", "nul \0 escape \x1b bad \xff\xc3( end"s)}));
  EXPECT_THAT(page, HasSubstr("nul \uFFFD escape \uFFFD bad \uFFFD\uFFFD( end"));
}

TEST(Page, LinksOnlyToWebAddresses) {
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
    EXPECT_EQ(page.find("rel=\"noreferrer\" href=\"" + url) != std::string::npos, linked) << url;
    EXPECT_THAT(page, HasSubstr("class=\"original\"")) << url;
  }
}

TEST(Page, HasNothingInlineAndAsksNothingOfOthers) {
  Hit one = hit(1, "a.md", "Rest.");
  one.article.url = "https://clinic.example/heel";
  const Answer answer = answer_of({one});
  for (const std::string& page :
       {search(view_of("a"), answer), search_page(view_of(""), nullptr, small_index()),
        error_page(view_of("a"), 404, {})}) {
    EXPECT_THAT(page, AllOf(Not(HasSubstr("<style")), Not(HasSubstr(" style=")),
                            Not(HasSubstr(" onclick")), HasSubstr("</script></head>")));
    EXPECT_EQ(count_of("src=\"/assets/", page), count_of("src=\"", page));
    EXPECT_THAT(page, HasSubstr("name=\"referrer\" content=\"no-referrer\""));
  }
  for (const Asset& asset : assets()) {
    EXPECT_THAT(asset.content, Not(HasSubstr("url("))) << asset.path;
    EXPECT_THAT(asset.content, Not(HasSubstr("@import"))) << asset.path;
    EXPECT_THAT(asset.content, Not(HasSubstr("innerHTML"))) << asset.path;
  }
}

TEST(Page, MarksWhatMatchedAndTheBestSentence) {
  Hit one = hit(1, "a.md", "What helps\n\nRest it. Heel pads help. Walk.");
  one.body_begin = 12;
  one.sentence = {21, 36};
  one.marks = {{{21, 25}, "heel", Via::word}, {{37, 41}, "walk", Via::word}};
  EXPECT_THAT(search(view_of("heel"), answer_of({one})),
              HasSubstr("<p>Rest it. <strong><mark>Heel</mark> pads help.</strong> "
                        "<mark>Walk</mark>.</p>"));
}

TEST(Page, WritesListsAndTablesAsSuch) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Do this:\n\n- walk\n- swim\n\nThen rest.",
       "<p>Do this:</p><ul><li>walk</li><li>swim</li></ul><p>Then rest.</p>"},
      {"3. Stand\n4. Sit", "<ol start=\"3\"><li>Stand</li><li>Sit</li></ol>"},
      {"Form | Weeks\nAcute | 6\nLasting | 12",
       "<thead><tr><th scope=\"col\">Form</th><th scope=\"col\">Weeks</th></tr></thead>"
       "<tr><td>Acute</td><td>6</td></tr><tr><td>Lasting</td><td>12</td></tr></table>"},
      {"| Nerve | Joint\nReach | far | near",
       "<thead><tr><td></td><th scope=\"col\">Nerve</th><th scope=\"col\">Joint</th></tr>"}};
  for (const auto& [text, html] : cases)
    EXPECT_THAT(search(view_of("a"), answer_of({hit(1, "a.md", text)})), HasSubstr(html)) << text;
  Hit rows = hit(1, "a.md", "Acute | 6");
  rows.context = "Form | Weeks";
  EXPECT_THAT(search(view_of("a"), answer_of({rows})),
              HasSubstr("<th scope=\"col\">Weeks</th></tr></thead><tr><td>Acute</td>"));
}

TEST(Page, SaysPlainlyWhatIsOldAndWhatIsUnknown) {
  struct Case {
    std::string published, updated, shown;
    bool old;
  };
  const std::vector<Case> cases = {{"2025-03-02", "", "Published 2 March 2025", false},
                                   {"2011", "", "Published 2011", true},
                                   {"2011", "2024-06", "Updated June 2024", false},
                                   {"2024-01-01", "2021-11-20", "Updated 20 November 2021", true},
                                   {"2021-11-21", "", "Published 21 November 2021", false},
                                   {"2021-11", "", "Published November 2021", false},
                                   {"2021", "", "Published 2021", false},
                                   {"2020", "", "Published 2020", true},
                                   {"--04-28", "", "Published 28 April, year unknown", false},
                                   {"--04", "", "Published April, year unknown", false},
                                   {"", "", "Date unknown", false},
                                   {"sometime", "", "Published sometime", false},
                                   {"2024-13-45", "", "Published 2024-13-45", false}};
  for (const Case& one : cases) {
    Hit dated = hit(1, "a.md", "Rest.");
    dated.article.published = one.published;
    dated.article.updated = one.updated;
    const std::string page = search(view_of("a"), answer_of({dated}));
    EXPECT_THAT(page, HasSubstr(one.shown + "</span>")) << one.published;
    EXPECT_EQ(page.find("Older than 5 years") != std::string::npos, one.old) << one.published;
  }
}

TEST(Page, CallsNothingOldWithoutToday) {
  Hit dated = hit(1, "a.md", "Rest.");
  dated.article.published = "1998";
  PageView view = view_of("a");
  view.today = "";
  EXPECT_THAT(search(view, answer_of({dated})), Not(HasSubstr("Older than")));
}

TEST(Page, NamesTheLanguageOfEachPassageAndLetsItsTextSetTheDirection) {
  Hit arabic = hit(1, "ar.md", "الحركة الخفيفة تساعد.");
  arabic.article.language = "ar";
  const std::string page = search(view_of("ألم الظهر"), answer_of({arabic}));
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(page, HasSubstr("<div class=\"passage\" lang=\"ar\" dir=\"auto\">"));
  EXPECT_THAT(page, HasSubstr("<h2 lang=\"ar\" dir=\"auto\">"));
  EXPECT_THAT(page, HasSubstr("type=\"search\" dir=\"auto\""));
  Hit unknown = hit(1, "x.md", "Rest.");
  unknown.article.language = "";
  EXPECT_THAT(search(view_of("a"), answer_of({unknown})),
              HasSubstr("<div class=\"passage\" dir=\"auto\">"));
}

TEST(Page, SpeaksSpanish) {
  PageView view = view_of("talón");
  view.language = "es";
  Hit one = hit(1, "a.md", "Descanse.");
  one.article.published = "2019-03-02";
  Answer answer = answer_of({one});
  answer.notes = {"No article holds “talom” or “pei”."};
  EXPECT_THAT(search(view, answer),
              AllOf(HasSubstr("<html lang=\"es\">"), HasSubstr("Publicado: 2 de marzo de 2019"),
                    HasSubstr("Más de 5 años de antigüedad"),
                    HasSubstr("Ningún artículo contiene «talom» o «pei»."),
                    HasSubstr("<a lang=\"en\" hreflang=\"en\""), Not(HasSubstr("Search"))));
}

TEST(Page, ChoosesTheInterfaceLanguage) {
  struct Case {
    std::string ui, accept, language;
  };
  const std::vector<Case> cases = {{"", "", "en"},
                                   {"es", "en", "es"},
                                   {"fr", "es", "es"},
                                   {"", "es-MX, en;q=0.8", "es"},
                                   {"", "en;q=0.2,es;q=0.9", "es"},
                                   {"", "ES", "es"},
                                   {"", "de-AT, fr;q=0.9", "en"},
                                   {"", "de, es;q=0.5, en;q=0.4", "es"},
                                   {"", "es;q=0", "en"},
                                   {"", ";;,,q=,es;q=x", "es"},
                                   {"", "*", "en"}};
  for (const Case& one : cases)
    EXPECT_EQ(interface_language(one.ui, one.accept), one.language) << one.accept;
}

TEST(Page, KeepsTheWholeQuestionInItsLinks) {
  PageView view = view_of("heel & toe");
  view.base_path = "/suche";
  view.source = "NIH";
  view.content_language = "de";
  view.after = "2020";
  view.before = "2024-06";
  view.tag = "feet";
  view.author = "Ada Moor";
  view.exact = true;
  view.count = 5;
  view.per_article = 0;
  view.language = "es";
  view.language_asked = true;
  view.offset = 5;
  std::vector<Hit> hits;
  for (std::size_t rank = 6; rank <= 10; ++rank) hits.push_back(hit(rank, "a b/c.md", "Rest."));
  Answer answer = answer_of(std::move(hits));
  answer.total = 12;
  const std::string kept =
      "q=heel%20%26%20toe&amp;source=NIH&amp;lang=de&amp;after=2020&amp;before=2024-06&amp;"
      "tag=feet&amp;author=Ada%20Moor&amp;exact=1&amp;n=5";
  const std::string page = search(view, answer);
  EXPECT_THAT(page, HasSubstr("rel=\"prev\" href=\"/suche/search?" + kept +
                              "&amp;per_article=0&amp;ui=es\""));
  EXPECT_THAT(page, HasSubstr("rel=\"next\" href=\"/suche/search?" + kept +
                              "&amp;offset=10&amp;per_article=0&amp;ui=es\""));
  EXPECT_THAT(page, HasSubstr("href=\"/suche/articles/a%20b/c.md?passage=6&amp;" + kept +
                              "&amp;offset=5&amp;per_article=0&amp;ui=es#p6\""));
  EXPECT_THAT(page, HasSubstr("href=\"/suche/similar?id=a%20b%2Fc.md%236&amp;ui=es\""));
  EXPECT_THAT(page, HasSubstr("href=\"/suche/assets/page.css?v="));
  EXPECT_EQ(count_of("href=\"/", page), count_of("href=\"/suche/", page));
}

TEST(Page, LeadsOnAndBackWhereThereIsMore) {
  struct Case {
    std::size_t offset, hits, total;
    bool previous, next;
  };
  const std::vector<Case> cases = {{0, 10, 12, false, true},  {10, 2, 12, true, false},
                                   {0, 10, 10, false, false}, {0, 3, 3, false, false},
                                   {0, 8, 44, false, false},  // the rest is of the same articles
                                   {3, 10, 40, true, true}};
  for (const Case& one : cases) {
    PageView view = view_of("heel");
    view.offset = one.offset;
    std::vector<Hit> hits;
    for (std::size_t i = 1; i <= one.hits; ++i)
      hits.push_back(hit(one.offset + i, std::to_string(i) + ".md", "Rest."));
    Answer answer = answer_of(std::move(hits));
    answer.total = one.total;
    const std::string page = search(view, answer);
    EXPECT_EQ(page.find("rel=\"prev\"") != std::string::npos, one.previous) << one.offset;
    EXPECT_EQ(page.find("rel=\"next\"") != std::string::npos, one.next) << one.offset;
  }
}

TEST(Page, CountsAsWellAsIsKnown) {
  struct Case {
    std::size_t total;
    bool exact;
    std::string shown;
  };
  for (const Case& one : std::vector<Case>{{1, true, ">1 passage<"},
                                           {1466, true, ">1,466 passages, showing 1 to 1<"},
                                           {1466, false, ">About 1,500 passages, showing"}}) {
    Answer answer = answer_of({hit(1, "a.md", "Rest.")});
    answer.total = one.total;
    answer.exact = one.exact;
    EXPECT_THAT(search(view_of("heel"), answer), HasSubstr(one.shown));
  }
}

TEST(Page, GroupsPassagesByArticleAndLeadsToMoreOfIt) {
  std::vector<Hit> hits = {hit(1, "a.md", "One."), hit(2, "a.md", "Two."),
                           hit(3, "b.md", "Three.")};
  const std::string page = search(view_of("heel"), answer_of(hits));
  EXPECT_EQ(count_of("<article", page), 2U);
  EXPECT_EQ(count_of("<h2", page), 2U);
  EXPECT_EQ(count_of("More from this article", page), 1U);
  EXPECT_THAT(page, HasSubstr("q=heel%20id%3A%22a.md%22&amp;per_article=0"));
}

TEST(Page, SaysWhatWasReadOtherwiseAndHowToHaveItAsTyped) {
  Answer answer = answer_of({hit(1, "a.md", "Rest.")});
  answer.notes = {"No article holds “hel”; read as “heel”. Quotes or --exact leave it as typed."};
  answer.other_names = {{"heel pain", {"plantar fasciitis", "heel spur"}}};
  const std::string page = search(view_of("hel"), answer);
  EXPECT_THAT(page, HasSubstr("No article holds “hel”: it was read as “heel”."));
  EXPECT_THAT(page, HasSubstr("<a href=\"/search?q=hel&amp;exact=1\">Search exactly as typed</a>"));
  EXPECT_THAT(page, HasSubstr("“heel pain” as plantar fasciitis, heel spur"));
  EXPECT_THAT(page, Not(HasSubstr("--exact")));
}

TEST(Page, SaysThatNothingWasFoundAndWhatMayHelp) {
  PageView view = view_of("zzyzx");
  view.source = "NIH";
  const std::string page = search(view, answer_of({}));
  EXPECT_THAT(page, AllOf(HasSubstr("Nothing found"), HasSubstr("Try fewer words."),
                          HasSubstr("<a href=\"/search?q=zzyzx\">Search without the filters</a>")));
  Answer beyond = answer_of({});
  beyond.total = 12;
  view.offset = 400;
  EXPECT_THAT(search(view, beyond),
              AllOf(HasSubstr("To the first page"), Not(HasSubstr("Nothing found"))));
}

TEST(Page, OffersFiltersOfTheIndexAndRemovesThem) {
  PageView view = view_of("heel");
  view.source = "Gone Clinic";
  view.content_language = "de";
  const std::string page = search(view, answer_of({}));
  EXPECT_THAT(page, HasSubstr("<option value=\"NIH\">NIH (466)</option>"));
  EXPECT_THAT(page, HasSubstr("<option value=\"Gone Clinic\" selected>"));
  EXPECT_THAT(page, HasSubstr("<option value=\"de\" selected>German (66)</option>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"/search?q=heel&amp;lang=de\"><span class=\"unseen\">"
                              "Remove filter: </span>Source: <bdi>Gone Clinic</bdi>"));
  EXPECT_THAT(page, HasSubstr("<details class=\"filters\" open data-used=\"1\">"));
}

FullText article() {
  FullText full;
  full.article.id = "feet.md";
  full.article.title = "Feet";
  full.article.published = "2019-02-03";
  full.article.updated = "2024-02-03";
  full.article.language = "en";
  full.text = "Lead.\n\nCauses\n\nLoad.\n\nShoes\n\nTight ones.\n\n";
  full.passages = {{0, 7}, {7, 22}, {22, full.text.size()}};
  full.outline = {{{}, "", 0}, {{"Causes"}, "", 15}, {{"Causes", "Shoes"}, "", 29}};
  return full;
}

TEST(Page, ShowsAWholeArticleWithItsAnchorsAndTheAskedPassage) {
  PageView view = view_of("heel");
  view.document = "feet.md#3";
  view.offset = 10;
  const std::string page = article_page(view, article(), 3, nullptr);
  EXPECT_THAT(page, AllOf(HasSubstr("<div class=\"passage\" id=\"p1\"><p>Lead.</p></div>"),
                          HasSubstr("<h2>Causes</h2><p>Load.</p>"),
                          HasSubstr("<h3>Shoes</h3><p>Tight ones.</p>"),
                          HasSubstr("<div class=\"passage found\" id=\"p3\">"),
                          HasSubstr("href=\"/search?q=heel&amp;offset=10\""),
                          HasSubstr("Published 3 February 2019"),
                          HasSubstr("hreflang=\"es\" href=\"/articles/feet.md?passage=3&amp;q=heel"
                                    "&amp;offset=10&amp;ui=es#p3\"")));
}

TEST(Page, MarksNoPassageThatTheArticleLacks) {
  for (const std::size_t passage : {std::size_t{0}, std::size_t{4}, static_cast<std::size_t>(-1)})
    EXPECT_THAT(article_page(view_of(""), article(), passage, nullptr), Not(HasSubstr("found\"")));
}

TEST(Page, ShowsAnArticleOfWhichNoOutlineIsKnown) {
  FullText full = article();
  full.outline.clear();
  EXPECT_THAT(article_page(view_of(""), full, 1, nullptr),
              AllOf(HasSubstr("Lead."), HasSubstr("Tight ones.")));
}

TEST(Page, NamesErrorsByTheirStatus) {
  const std::vector<std::pair<int, std::string>> cases = {
      {400, "This question cannot be asked that way"},
      {404, "There is no such page"},
      {429, "The search is busy"},
      {503, "The search is busy"},
      {500, "This did not work"}};
  for (const auto& [status, title] : cases) {
    const std::string page =
        error_page(view_of("a"), status, {ErrorCode::internal, "n is \"ten\"", "use a number"});
    EXPECT_THAT(page, AllOf(HasSubstr("<h1>" + title), HasSubstr("n is &quot;ten&quot;"),
                            HasSubstr("use a number")));
  }
}

TEST(Page, AnswersOddHitsWithoutFault) {
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

TEST(Page, HasAnEtagAndAPathForEachAsset) {
  std::set<std::string_view> paths, etags;
  for (const Asset& asset : assets()) {
    EXPECT_TRUE(asset.path.starts_with("/assets/"));
    EXPECT_TRUE(asset.etag.starts_with("\"") && asset.etag.ends_with("\"")) << asset.etag;
    EXPECT_FALSE(asset.content.empty());
    paths.insert(asset.path);
    etags.insert(asset.etag);
  }
  EXPECT_EQ(paths.size(), 3U);
  EXPECT_EQ(etags.size(), 3U);
}

TEST(Page, StaysSmall) {
  constexpr std::size_t kMost = 60'000;
  std::string passage;
  while (passage.size() < 1'600) passage += "Pain of the heel gets better with rest and pads. ";
  std::vector<Hit> hits;
  for (std::size_t rank = 1; rank <= 10; ++rank) {
    Hit one = hit(rank, std::to_string(rank) + ".md", passage);
    for (std::size_t at = 0; at < 30; ++at)
      one.marks.push_back({{at * 49, at * 49 + 4}, "pain", Via::word});
    one.article.url = "https://clinic.example/articles/heel-pain";
    hits.push_back(one);
  }
  std::size_t bytes = search(view_of("heel pain"), answer_of(std::move(hits))).size();
  for (const Asset& asset : assets()) bytes += asset.content.size();
  EXPECT_LT(bytes, kMost);
}

}  // namespace
}  // namespace palpate
