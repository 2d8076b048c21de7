#include "article/furniture/furniture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "article/furniture/author_note.h"
#include "article/furniture/byline.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(JudgeLine, KnowsFurnitureByItsWords) {
  struct Case {
    std::string_view line;
    Furniture kind;
  };
  const std::vector<Case> cases = {
      {"Share this:", Furniture::share},
      {"Tweet", Furniture::share},
      {"Click to share on Facebook (Opens in new window)", Furniture::share},
      {"Diesen Beitrag teilen", Furniture::none},
      {"Beitrag teilen", Furniture::share},
      {"Partagez cet article !", Furniture::share},
      {"Subscribe to our weekly letter", Furniture::subscribe},
      {"Get tips straight to your inbox!", Furniture::subscribe},
      {"Abonnez-vous à la lettre", Furniture::subscribe},
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
      {"#neck #pain", Furniture::tags},
      {"Writer's picture: Jane Doe", Furniture::byline},
      {"0 views0 comments", Furniture::platform},
      {"About us", Furniture::navigation},
      {"Related posts", Furniture::related},
      {"Next Post", Furniture::related},
      {"Read more »", Furniture::read_more},
      {"Table of Contents", Furniture::contents},
      {"Tags: neck, pain", Furniture::tags},
      {"Filed under: Neck", Furniture::tags},
      {"By Jane Doe · Apr 28, 2023 · 3 min read", Furniture::byline},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(judge_line(one.line, Place::body).kind, one.kind) << one.line;
  }
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

TEST(DropCallsToAction, DropsWholeSentencesThatAreNothingElse) {
  struct Case {
    std::string_view paragraph;
    std::string_view kept;
  };
  const std::vector<Case> cases = {
      {"It helps. Contact us today to schedule a visit.", "It helps."},
      {"Rest. Ready to feel better? Call 555-010-4477 or click our scheduling button!", "Rest."},
      {"Ready to feel better? Then move.", "Ready to feel better? Then move."},
      {"If your leg goes numb, call 911.", "If your leg goes numb, call 911."},
      {"Call us immediately if you lose bladder control. Book your massage online!",
       "Call us immediately if you lose bladder control."},
      {"See your doctor today. Give us a call!", "See your doctor today."},
      {"Dr. Poe works here. Visit our blog for more.", "Dr. Poe works here."},
      {"Es hilft. Rufen Sie uns an!", "Es hilft."},
      {"Ayuda mucho. Contáctenos hoy mismo.", "Ayuda mucho."},
      {"Cela aide. Contactez-nous dès aujourd'hui.", "Cela aide."},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(drop_calls_to_action(one.paragraph).kept, one.kept) << one.paragraph;
  }
}

TEST(PersonName, IsToldFromATitle) {
  for (const std::string_view name : {"Wade Folke", "K. J. Sherman", "Ana de la Cruz",
                                      "Jean-Luc O'Neil", "Dr. Ann Poe", "Ming Li", "Łucja Żak"}) {
    EXPECT_TRUE(is_person_name(name)) << name;
  }
  for (const std::string_view text :
       {"Back Pain", "Improved Circulation", "Understanding Joints", "Jane", "jane doe", "PT DPT",
        "Final Thoughts", "JANE DOE", "One Two Three Four Five", "Vitamin B12"}) {
    EXPECT_FALSE(is_person_name(text)) << text;
  }
}

TEST(AuthorNote, IsToldFromASentenceAboutSomeone) {
  const auto reviewer =
      author_note("Reviewed By: Ann Poe, MS, ATC, is a practitioner who has worked for years.");
  EXPECT_EQ(reviewer.value_or(AuthorNote{}).name, "Ann Poe");
  EXPECT_TRUE(reviewer.value_or(AuthorNote{}).reviewer);
  const auto author = author_note("Jane Doe is a health writer for the River Clinic.");
  EXPECT_EQ(author.value_or(AuthorNote{}).name, "Jane Doe");
  EXPECT_FALSE(author.value_or(AuthorNote{}).reviewer);
  EXPECT_FALSE(
      author_note("Janet Travell was a physician who described how such points refer pain."));
  EXPECT_FALSE(author_note("Myofascial Release is a technique that every therapist should know."));
  EXPECT_FALSE(author_note("Jane Doe is here."));
}

TEST(ShareBar, IsALineOfNothingButNetworks) {
  for (const std::string_view line : {"Facebook Twitter Pinterest", "Share E-Mail WhatsApp"})
    EXPECT_EQ(judge_line(line, Place::head).kind, Furniture::share) << line;
  EXPECT_NE(judge_line("Pinterest recipes for sore backs", Place::head).kind, Furniture::share);
}

}  // namespace
}  // namespace palpate
