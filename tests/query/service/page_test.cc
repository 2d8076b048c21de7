#include "service/page/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "query/service/page_values.h"

namespace palpate {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

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
      {"3. Stand\n4. Sit", R"(<ol start="3"><li>Stand</li><li>Sit</li></ol>)"},
      {"Form | Weeks\nAcute | 6\nLasting | 12",
       R"(<thead><tr><th scope="col">Form</th><th scope="col">Weeks</th></tr></thead>)"
       "<tr><td>Acute</td><td>6</td></tr><tr><td>Lasting</td><td>12</td></tr></table>"},
      {"| Nerve | Joint\nReach | far | near",
       R"(<thead><tr><td></td><th scope="col">Nerve</th><th scope="col">Joint</th></tr>)"},
      {"Name | Action\nCalf | Lean against a wall until the muscle pulls a little, and hold it.",
       R"(<thead><tr><th scope="col">Name</th>)"},
      // What may be a row as any other is one.
      {"Acute | 6\nLasting | 12", "<table><tr><td>Acute</td><td>6</td></tr><tr><td>Lasting</td>"},
      {"Hip | Knee\nAnkle | Foot", "<table><tr><td>Hip</td><td>Knee</td></tr><tr><td>Ankle</td>"},
      {"Rest the leg for a while. | Often\nWalk | 3",
       "<table><tr><td>Rest the leg for a while.</td>"},
      {"Calf | Leg", "<table><tr><td>Calf</td><td>Leg</td></tr></table>"}};
  for (const auto& [text, html] : cases)
    EXPECT_THAT(search(view_of("a"), answer_of({hit(1, "a.md", text)})), HasSubstr(html)) << text;
  Hit rows = hit(1, "a.md", "Acute | 6");
  rows.context = "Form | Weeks";
  EXPECT_THAT(search(view_of("a"), answer_of({rows})),
              HasSubstr(R"(<th scope="col">Weeks</th></tr></thead><tr><td>Acute</td>)"));
}

TEST(Page, NamesTheLanguageOfEachPassageAndLetsItsTextSetTheDirection) {
  Hit arabic = hit(1, "ar.md", "الحركة الخفيفة تساعد.");
  arabic.article.language = "ar";
  const std::string page = search(view_of("ألم الظهر"), answer_of({arabic}));
  EXPECT_THAT(page, HasSubstr(R"(<html lang="en">)"));
  EXPECT_THAT(page, HasSubstr(R"(<div class="passage" lang="ar" dir="auto">)"));
  EXPECT_THAT(page, HasSubstr(R"(<h2 lang="ar" dir="auto">)"));
  EXPECT_THAT(page, HasSubstr(R"(type="search" dir="auto")"));
  Hit unknown = hit(1, "x.md", "Rest.");
  unknown.article.language = "";
  EXPECT_THAT(search(view_of("a"), answer_of({unknown})),
              HasSubstr(R"(<div class="passage" dir="auto">)"));
}

TEST(Page, SpeaksSpanish) {
  PageView view = view_of("talón");
  view.language = "es";
  Hit one = hit(1, "a.md", "Descanse.");
  one.article.published = "2019-03-02";
  Answer answer = answer_of({one});
  answer.notes = {{NoteKind::unknown_words, {"talom", "pei"}}};
  EXPECT_THAT(search(view, answer),
              AllOf(HasSubstr(R"(<html lang="es">)"), HasSubstr("Publicado: 2 de marzo de 2019"),
                    HasSubstr("Más de 5 años de antigüedad"),
                    HasSubstr("Ningún artículo contiene «talom» o «pei»."),
                    HasSubstr(R"(<a lang="en" hreflang="en")"), Not(HasSubstr("Search"))));
}

TEST(Page, CallsALanguageTheSameInTheFilterAndWhereItIsChosen) {
  PageView view = view_of("talón");
  view.language = "es";
  view.content_language = "fr";  // which the index lacks
  EXPECT_THAT(search(view, answer_of({})),
              AllOf(HasSubstr(R"(<option value="fr" selected>francés</option>)"),
                    HasSubstr("<bdi>francés</bdi>")));
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
  EXPECT_THAT(page, HasSubstr(R"(rel="prev" href="/suche/search?)" + kept +
                              R"(&amp;per_article=0&amp;ui=es")"));
  EXPECT_THAT(page, HasSubstr(R"(rel="next" href="/suche/search?)" + kept +
                              R"(&amp;offset=10&amp;per_article=0&amp;ui=es")"));
  EXPECT_THAT(page, HasSubstr(R"(href="/suche/articles/a%20b/c.md?passage=6&amp;)" + kept +
                              R"(&amp;offset=5&amp;per_article=0&amp;ui=es#p6")"));
  EXPECT_THAT(page, HasSubstr(R"(href="/suche/similar?id=a%20b%2Fc.md%236&amp;ui=es")"));
  EXPECT_THAT(page, HasSubstr(R"(href="/suche/assets/page.css?v=)"));
  EXPECT_EQ(count_of(R"(href="/)", page), count_of(R"(href="/suche/)", page));
}

TEST(Page, TellsADocumentFromItsPassages) {
  const Hit line = hit(3, "faq#12", "Rest.");
  const std::string page = search(view_of("heel"), answer_of({line}));
  EXPECT_THAT(page, HasSubstr(R"(href="/articles/faq%2312?q=heel")"));
  EXPECT_THAT(page, HasSubstr(R"(href="/articles/faq%2312?passage=3&amp;q=heel#p3")"));
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
    EXPECT_EQ(page.find(R"(rel="prev")") != std::string::npos, one.previous) << one.offset;
    EXPECT_EQ(page.find(R"(rel="next")") != std::string::npos, one.next) << one.offset;
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
  const std::vector<Hit> hits = {hit(1, "a.md", "One."), hit(2, "a.md", "Two."),
                                 hit(3, "b.md", "Three.")};
  const std::string page = search(view_of("heel"), answer_of(hits));
  EXPECT_EQ(count_of("<article", page), 2U);
  EXPECT_EQ(count_of("<h2", page), 2U);
  EXPECT_EQ(count_of("More from this article", page), 1U);
  EXPECT_THAT(page, HasSubstr("q=heel%20id%3A%22a.md%22&amp;per_article=0"));
}

TEST(Page, SaysWhatWasReadOtherwiseAndHowToHaveItAsTyped) {
  Answer answer = answer_of({hit(1, "a.md", "Rest.")});
  answer.notes = {{NoteKind::spelling, {"hel", "heel"}}};
  answer.other_names = {{"heel pain", {"plantar fasciitis", "heel spur"}}};
  const std::string page = search(view_of("hel"), answer);
  EXPECT_THAT(page, HasSubstr("No article holds “hel”: it was read as “heel”."));
  EXPECT_THAT(page,
              HasSubstr(R"(<a href="/search?q=hel&amp;exact=1">Search exactly as typed</a>)"));
  EXPECT_THAT(page, HasSubstr("“heel pain” as plantar fasciitis, heel spur"));
  EXPECT_THAT(page, Not(HasSubstr("--exact")));
}

TEST(Page, SaysThatNothingWasFoundAndWhatMayHelp) {
  PageView view = view_of("zzyzx");
  view.source = "NIH";
  const std::string page = search(view, answer_of({}));
  EXPECT_THAT(page,
              AllOf(HasSubstr("Nothing found"), HasSubstr("Try fewer words."),
                    HasSubstr(R"(<a href="/search?q=zzyzx">Search without the filters</a>)")));
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
  EXPECT_THAT(page, HasSubstr(R"(<option value="NIH">NIH (466)</option>)"));
  EXPECT_THAT(page, HasSubstr(R"(<option value="Gone Clinic" selected>)"));
  EXPECT_THAT(page, HasSubstr(R"(<option value="de" selected>German (66)</option>)"));
  EXPECT_THAT(page, HasSubstr(R"(<a href="/search?q=heel&amp;lang=de"><span class="unseen">)"
                              "Remove filter: </span>Source: <bdi>Gone Clinic</bdi>"));
  EXPECT_THAT(page, HasSubstr(R"(<details class="filters" open data-used="1">)"));
}

TEST(Page, HasAnEtagAndAPathForEachAsset) {
  std::set<std::string_view> paths, etags;
  for (const Asset& asset : assets()) {
    EXPECT_TRUE(asset.path.starts_with("/assets/"));
    EXPECT_TRUE(asset.etag.starts_with(R"(")") && asset.etag.ends_with(R"(")")) << asset.etag;
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
