#include "article/html/unshown_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "article/reader.h"
#include "indexer/article/described_article.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// A page with one question and its answer in JSON-LD, and `body` to look at.
Article page_with(const std::string& answer, const std::string& body) {
  const std::string page =
      "<html lang=en><title>Questions at our desk</title><script type=application/ld+json>"
      R"({"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Does cupping leave marks?",)"
      R"("acceptedAnswer":{"@type":"Answer","text":")" +
      answer + R"("}}]})" + "</script><h1>Questions at our desk</h1>" + body;
  const Result<Article> article = read_html(page, {"faq.html", "faq.html", ""});
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  if (!article) return {};
  expect_sound(*article);
  return *article;
}

const std::string kAnswer =
    "Round marks are usual where the cups stood, and they fade within a week or so.";
const std::string kIntro = "<p>These are the questions that we are asked most often by phone.</p>";

TEST(UnshownAnswers, BecomeSectionsUnderTheirQuestions) {
  const Article article = page_with(kAnswer, kIntro);
  EXPECT_THAT(paths(article), ElementsAre("", "Does cupping leave marks?"));
  EXPECT_THAT(article.text, testing::EndsWith("Does cupping leave marks?\n\n" + kAnswer));
}

TEST(UnshownAnswers, MayBeAllThatAPageSays) {
  EXPECT_EQ(page_with(kAnswer, "").text, "Does cupping leave marks?\n\n" + kAnswer);
}

TEST(UnshownAnswers, StandBesideTheQuestionThatAPageShowsAlone) {
  const Article article = page_with(kAnswer, kIntro + "<h2>Does cupping leave marks?</h2>");
  EXPECT_EQ(article.text.find("Does cupping"), article.text.rfind("Does cupping"));
  EXPECT_THAT(article.text, HasSubstr(kAnswer));
}

TEST(UnshownAnswers, MayBeHtml) {
  for (const std::string answer :
       {"<p>It depends:</p><ul><li>on the <b>pull</b></li><li>on the skin &amp; its age</li></ul>",
        "&lt;p&gt;It depends:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;on the pull&lt;/li&gt;&lt;li&gt;on the "
        "skin &amp;amp; its age&lt;/li&gt;&lt;/ul&gt;"}) {
    const Article article = page_with(answer, kIntro);
    EXPECT_THAT(article.text,
                testing::EndsWith("It depends:\n\n- on the pull\n- on the skin & its age"));
    EXPECT_EQ(article.sections.back().blocks.back().context, "It depends:");
  }
}

TEST(UnshownAnswers, AreNotThoseThatThePageShows) {
  for (const std::string& shown :
       {std::string("<h2>Does cupping leave marks?</h2><p>") + kAnswer + "</p>",
        std::string("<h3>Does cupping leave marks?</h3><p>Round marks are <a href=x>usual</a> "
                    "where the cups "
                    "stood, and they fade within a week or so. Ask us.</p>")}) {
    const Article article = page_with(kAnswer, kIntro + shown);
    EXPECT_EQ(article.text.find("Round marks"), article.text.rfind("Round marks")) << shown;
  }
  const Article brief = page_with("Yes, often.", kIntro +
                                                     "<h2>Does cupping leave marks?</h2><p>Yes, "
                                                     "often. They fade.</p>");
  EXPECT_EQ(brief.text.find("Yes, often"), brief.text.rfind("Yes, often"));
}

TEST(UnshownAnswers, MayBeShort) {
  EXPECT_THAT(page_with("Yes, often.", kIntro).text, testing::EndsWith("marks?\n\nYes, often."));
}

TEST(UnshownAnswers, AreNeverCallsToAction) {
  const Article article = page_with("Call us today to book!", kIntro);
  EXPECT_THAT(article.text, Not(HasSubstr("Call us")));
  EXPECT_THAT(article.text, Not(HasSubstr("cupping")));
}

TEST(UnshownAnswers, ComeBehindReferencesAsBody) {
  const Article article =
      page_with(kAnswer, kIntro + "<h2>References</h2><p>Doe J. (2019). Cups and skins.</p>");
  ASSERT_EQ(article.sections.size(), 3U);
  EXPECT_EQ(article.sections[1].role, SectionRole::references);
  EXPECT_EQ(article.sections[2].role, SectionRole::body);
}

}  // namespace
}  // namespace palpate
