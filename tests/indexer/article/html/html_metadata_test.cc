#include "article/html/html_metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "article/html/markup.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PageMetadata metadata(std::string_view page) {
  const ReducedMarkup reduced = reduce_markup(page);
  return read_html_metadata(HtmlDocument::parse(reduced.markup), reduced.json_ld);
}

TEST(HtmlMetadata, IsReadFromMetaElements) {
  const Article article = metadata(R"(<html lang="de-AT"><head>
    <title>Nackenschmerz am Schreibtisch | Praxis Beispiel</title>
    <meta property="og:title" content="Nackenschmerz am Schreibtisch">
    <meta property="og:site_name" content="Praxis Beispiel">
    <meta name="author" content="Ann Lee">
    <meta property="article:author" content="https://example.org/people/ann">
    <meta property="article:published_time" content="2024-03-01T08:00:00+01:00">
    <meta property="article:modified_time" content="2024-06-03">
    <meta property="article:tag" content="neck"><meta property="article:tag" content="desk">
    <link rel="canonical" href="https://example.org/nacken">
    <meta property="og:url" content="https://example.org/other">
    </head><body><p>Text</p></body></html>)")
                              .article;
  EXPECT_EQ(article.title, "Nackenschmerz am Schreibtisch");
  EXPECT_EQ(article.source, "Praxis Beispiel");
  EXPECT_THAT(article.authors, ElementsAre("Ann Lee"));
  EXPECT_EQ(to_string(article.published), "2024-03-01");
  EXPECT_EQ(to_string(article.updated), "2024-06-03");
  EXPECT_EQ(article.language, "de");
  EXPECT_EQ(article.url, "https://example.org/nacken");
  EXPECT_THAT(article.tags, ElementsAre("neck", "desk"));
}

TEST(HtmlMetadata, IsReadFromDublinCore) {
  const Article article = metadata(R"(<meta name="DC.title" content="Manual therapy and sleep">
    <meta name="DC.creator" content="Bo Ek"><meta name="DC.date" content="2023-11">
    <meta name="DC.language" content="en"><meta name="DC.publisher" content="Example Press">)")
                              .article;
  EXPECT_EQ(article.title, "Manual therapy and sleep");
  EXPECT_THAT(article.authors, ElementsAre("Bo Ek"));
  EXPECT_EQ(to_string(article.published), "2023-11");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.source, "Example Press");
}

TEST(HtmlMetadata, IsReadFromAGraphOfLinkedData) {
  const Article article = metadata(R"(<script type="application/ld+json">{"@graph":[
    {"@type":"WebSite","name":"Example Clinic"},
    {"@type":["WebPage","MedicalWebPage"],"lastReviewed":"2024-05-02","reviewedBy":{"name":"Cy Orr"},
     "about":{"@type":"MedicalCondition","name":"Plantar heel pain","alternateName":["Plantar fasciitis"]}},
    {"@type":"NewsArticle","headline":"Heels &amp; arches","datePublished":"2024-01-02",
     "author":[{"@id":"#ann"},{"name":"Bo Ek"}],"keywords":"heel, arch",
     "articleBody":"Never shown."},
    {"@type":"Person","@id":"#ann","name":"Ann Lee"}]}</script>)")
                              .article;
  EXPECT_EQ(article.title, "Heels & arches");
  EXPECT_EQ(article.source, "Example Clinic");
  EXPECT_THAT(article.authors, ElementsAre("Ann Lee", "Bo Ek"));
  EXPECT_THAT(article.reviewers, ElementsAre("Cy Orr"));
  EXPECT_EQ(to_string(article.published), "2024-01-02");
  EXPECT_EQ(to_string(article.updated), "2024-05-02");
  EXPECT_THAT(article.tags, ElementsAre("heel", "arch"));
  EXPECT_THAT(article.synonyms, ElementsAre("Plantar fasciitis"));
}

TEST(HtmlMetadata, TakesTheArticleBeforeThePage) {
  const Article article = metadata(R"(<script type="application/ld+json">[
    {"@type":"WebPage","datePublished":"2020-01-01","headline":"A page"},
    {"@type":"BlogPosting","datePublished":"2024-02-03","headline":"A post"}]</script>)")
                              .article;
  EXPECT_EQ(article.title, "A post");
  EXPECT_EQ(to_string(article.published), "2024-02-03");
}

TEST(HtmlMetadata, PassesOverLinkedDataThatIsBroken) {
  const Article article =
      metadata(
          "<script type=\"application/ld+json\">{\"@type\":\"Article\",</script>"
          "<script "
          "type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Line\nbreak\"}</"
          "script>"
          "<script type=\"application/ld+json\">[1, null, \"a\", [], {\"author\": 3}]</script>")
          .article;
  EXPECT_EQ(article.title, "Line break");
}

TEST(HtmlMetadata, FindsTheQuestionsOfAFaqPage) {
  const PageMetadata page = metadata(R"(<script type="application/ld+json">{"@type":"FAQPage",
    "mainEntity":[{"@type":"Question","name":"Does it hurt?","acceptedAnswer":{"text":"No."}}]}</script>
    <div itemscope itemtype="https://schema.org/Question"><strong itemprop="name">Is it safe?</strong></div>)");
  EXPECT_THAT(page.questions, ElementsAre("Does it hurt?", "Is it safe?"));
}

TEST(HtmlMetadata, ReadsBylinesAndTimesOfThePage) {
  const Article article = metadata(R"(<h1>Rest or move</h1><a rel="author" href="/a">By Ann Lee</a>
    <time datetime="2024-04-05">last week</time><time datetime="1999-01-01">long ago</time>
    <time class="updated">2024-05-06</time>)")
                              .article;
  EXPECT_EQ(article.title, "Rest or move");
  EXPECT_THAT(article.authors, ElementsAre("Ann Lee"));
  EXPECT_EQ(to_string(article.published), "2024-04-05");
  EXPECT_EQ(to_string(article.updated), "2024-05-06");
}

TEST(HtmlMetadata, IsEmptyWhereNothingIsSaid) {
  const Article article = metadata("<p>Text</p><link rel=canonical href='/relative'>").article;
  EXPECT_EQ(article.title, "");
  EXPECT_THAT(article.authors, IsEmpty());
  EXPECT_FALSE(article.published.known());
  EXPECT_EQ(article.language, "");
  EXPECT_EQ(article.url, "");
}

}  // namespace
}  // namespace palpate
