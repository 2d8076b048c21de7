#include "article/furniture/furniture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Case {
  std::string_view line;
  Furniture kind;
};

void expect_judged(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    EXPECT_EQ(judge_line(one.line, Place::body).kind, one.kind) << one.line;
  }
}

TEST(JudgeLine, KnowsWaysToPassItOnAndToSubscribe) {
  expect_judged({
      {"Share this:", Furniture::share},
      {"Tweet", Furniture::share},
      {"Click to share on Facebook (Opens in new window)", Furniture::share},
      {"Diesen Beitrag teilen", Furniture::none},
      {"Beitrag teilen", Furniture::share},
      {"Partagez cet article !", Furniture::share},
      {"Subscribe to our weekly letter", Furniture::subscribe},
      {"Get tips straight to your inbox!", Furniture::subscribe},
      {"Subscribe to the Green Gate newsletter", Furniture::subscribe},
      {"Share this with your friends", Furniture::share},
      {"Subscribe to a regular exercise habit and the back will thank you.", Furniture::none},
      {"Share this with your physiotherapist: a list of the drugs you take.", Furniture::none},
      {"Abonnez-vous à la lettre", Furniture::subscribe},
  });
}

TEST(JudgeLine, KnowsWhoWroteItAndWhen) {
  expect_judged({
      {"2 min read", Furniture::reading_time},
      {"Reading time: 12 minutes", Furniture::reading_time},
      {"3 Min. Lesezeit", Furniture::reading_time},
      {"5 min de lectura", Furniture::reading_time},
      {"2 minuty czytania", Furniture::reading_time},
      {"- Apr 28", Furniture::date},
      {"Updated: Jul 31", Furniture::date},
      {"Zuletzt aktualisiert am 3. Juni 2024", Furniture::date},
      {"By Jane Doe, PT", Furniture::byline},
      {"Geschrieben von Petra Lindemann", Furniture::byline},
      {"Medically reviewed by: Ann Poe, MD", Furniture::reviewer},
      {"#neck #pain", Furniture::tags},
      {"Writer's picture: Jane Doe", Furniture::byline},
      {"Tags: neck, pain", Furniture::tags},
      {"Filed under: Neck", Furniture::tags},
      {"By Jane Doe · Apr 28, 2023 · 3 min read", Furniture::byline},
  });
}

TEST(JudgeLine, KnowsWhatSurroundsAPage) {
  expect_judged({
      {"Top of page", Furniture::page_edge},
      {"3 Comments", Furniture::comments},
      {"Komentarze", Furniture::comments},
      {"Kommentare (2)", Furniture::comments},
      {"Comentarios", Furniture::comments},
      {"Leave a Reply", Furniture::reply_form},
      {"Schreibe einen Kommentar", Furniture::reply_form},
      {"Skip to content", Furniture::skip_link},
      {"Przejdź do treści", Furniture::skip_link},
      {"We use cookies to make this site better.", Furniture::cookies},
      {"Diese Website verwendet Cookies.", Furniture::cookies},
      {"© 2023 River Clinic", Furniture::copyright},
      {"River Clinic. All Rights Reserved.", Furniture::copyright},
      {"Powered by WordPress", Furniture::platform},
      {"0 views0 comments", Furniture::platform},
  });
}

TEST(JudgeLine, KnowsCallsContactsAndLinks) {
  expect_judged({
      {"Book now", Furniture::navigation},
      {"Call 555-010-4477 to book", Furniture::call_to_action},
      {"Contact us today to learn more about a plan.", Furniture::call_to_action},
      {"Kontaktieren Sie uns noch heute.", Furniture::call_to_action},
      {"Skontaktuj się z nami już dziś!", Furniture::call_to_action},
      {"Get more information at https://example.org/.", Furniture::promotion},
      {"(555) 010-4477", Furniture::contact},
      {"Phone: +49 30 1234567", Furniture::contact},
      {"Email: info@example.org", Furniture::contact},
      {"12 Mill Road, Suite 4", Furniture::contact},
      {"Springfield, OR 97477", Furniture::contact},
      {"Mon-Fri: 9am - 6pm", Furniture::contact},
      {"About us", Furniture::navigation},
      {"Related posts", Furniture::related},
      {"Next Post", Furniture::related},
      {"Read more »", Furniture::read_more},
      {"Table of Contents", Furniture::contents},
  });
}

TEST(TakeMetadata, SaysWhatWasNotKept) {
  Article article;
  EXPECT_EQ(take_metadata(judge_line("Posted on March 4, 2023", Place::body), article),
            "date: kept as metadata");
  EXPECT_EQ(take_metadata(judge_line("Posted on March 5, 2023", Place::body), article),
            "date: not the one that is kept");
  EXPECT_EQ(article.published, (Date{2023, 3, 4}));
  EXPECT_EQ(take_metadata(judge_line("By admin", Place::body), article), "byline: names nobody");
  EXPECT_EQ(take_metadata(judge_line("By Ann Poe", Place::body), article),
            "byline: kept as author");
}

TEST(JudgeLine, LeavesTheArticleAlone) {
  for (const std::string_view line : {"Lower back pain affects many people.",
                                      "Improved Circulation",
                                      "What Is Clinical Massage?",
                                      "By working together, we aim to help.",
                                      "Myofascial Release",
                                      "Pain Reduction",
                                      "Call emergency services if you cannot feel your legs.",
                                      "Call 911.",
                                      "See your doctor today.",
                                      "Contact between the bones grows with age.",
                                      "Call the poison hotline at 1-800-222-1222.",
                                      "Text neck strains our spines.",
                                      "Book an appointment with a physiotherapist if it lasts.",
                                      "Get in touch with your body",
                                      "Schedule short breaks for stretching.",
                                      "In 2019 the numbers rose.",
                                      "Tag der Rückengesundheit",
                                      "Date nights help too.",
                                      "Let us look at what our muscles do.",
                                      "Pain Medicine, 20(9), 1785-1796.",
                                      "Von Anfang an bewegen",
                                      "L4-L5",
                                      "The trial (ISRCTN 12345678) ended early.",
                                      "2019",
                                      "5 Ways to Sit in Comfort",
                                      "Day 3: rest",
                                      "Monday mornings are hardest for 60% of people",
                                      "1. Pigeon pose",
                                      "Sherman et al. found less pain."}) {
    EXPECT_EQ(judge_line(line, Place::body).kind, Furniture::none) << line;
  }
}

TEST(JudgeLine, TurnsNamesAndDatesIntoMetadata) {
  Judgement judged = judge_line("Posted on March 4, 2023 by Jane Doe in Neck, Back", Place::body);
  EXPECT_EQ(judged.published, (Date{2023, 3, 4}));
  EXPECT_THAT(judged.authors, ElementsAre("Jane Doe"));

  judged = judge_line("Jane Doe, LMT | Apr 28, 2023 | 3 min read", Place::head);
  EXPECT_EQ(judged.published, (Date{2023, 4, 28}));
  EXPECT_THAT(judged.authors, ElementsAre("Jane Doe"));

  judged = judge_line("By Jane Doe on June 3, 2024", Place::body);
  EXPECT_EQ(judged.published, (Date{2024, 6, 3}));
  EXPECT_THAT(judged.authors, ElementsAre("Jane Doe"));

  judged = judge_line("Updated: Jul 31", Place::body);
  EXPECT_EQ(judged.updated, (Date{0, 7, 31}));
  EXPECT_FALSE(judged.published.known());

  judged = judge_line("Reviewed by Dr. Ann Poe, MD, and John Roe", Place::body);
  EXPECT_THAT(judged.reviewers, ElementsAre("Ann Poe", "John Roe"));

  judged = judge_line("Tags: neck, low back", Place::body);
  EXPECT_THAT(judged.tags, ElementsAre("neck", "low back"));

  judged = judge_line("By admin", Place::head);
  EXPECT_EQ(judged.kind, Furniture::byline);
  EXPECT_THAT(judged.authors, IsEmpty());
}

}  // namespace
}  // namespace palpate
