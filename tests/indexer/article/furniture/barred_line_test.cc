#include "article/furniture/barred_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

#include "article/furniture/furniture.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SplitAtBars, GivesWhatStandsBetween) {
  EXPECT_THAT(split_at_bars("a | b·c · d|e / f – g-h"),
              ElementsAre("a", "b·c", "d", "e", "f", "g-h"));
  EXPECT_THAT(split_at_bars("| a || "), ElementsAre("a"));
  EXPECT_THAT(split_at_bars(""), IsEmpty());
}

TEST(MenuLine, IsEntriesSideBySide) {
  for (const std::string_view line :
       {"Impressum | Datenschutz", "Impressum|Datenschutz|AGB", "Home | Services | Contact",
        "Privacy Policy · Terms of Use", "Aviso legal | Política de privacidad | Cookies",
        "Mentions légales | Politique de confidentialité", "Polityka prywatności | Regulamin",
        "Note legali – Cookie policy", "Privacyverklaring | Algemene voorwaarden | Praxis Nord",
        "Política de privacidade | Termos de uso"}) {
    EXPECT_EQ(judge_line(line, Place::body).kind, Furniture::menu) << line;
  }
}

TEST(MenuLine, IsNoLineOfTheArticle) {
  for (const std::string_view line :
       {"Datenschutz", "Sleep | Stress", "Neck pain at night | River Clinic", "Rest – and move",
        "Privacy | How we treat what patients tell us in the room and what we write down",
        "5 mg | 10 mg"}) {
    EXPECT_NE(judge_line(line, Place::body).kind, Furniture::menu) << line;
  }
}

TEST(BylineWithBars, MayNameACategory) {
  for (const std::string_view line : {"Posted by admin | Jun 14, 2019 | Blog, Tips | 3 Comments",
                                      "by admin | Jun 14, 2019 | Uncategorized | 0 comments",
                                      "Jun 14, 2019 | Blog | 3 Comments"}) {
    const Judgement judged = judge_line(line, Place::body);
    EXPECT_THAT(judged.kind, testing::AnyOf(Furniture::byline, Furniture::date)) << line;
    EXPECT_EQ(judged.published, (Date{2019, 6, 14})) << line;
    EXPECT_THAT(judged.authors, IsEmpty()) << line;
  }
  const Judgement judged = judge_line("By Ann Poe | Jun 14, 2019 | Back pain", Place::body);
  EXPECT_THAT(judged.authors, ElementsAre("Ann Poe"));
}

TEST(BylineWithBars, IsNoTitleBeforeItsDate) {
  for (const std::string_view line :
       {"Neck pain at night | By Ann Poe | Jun 14, 2019", "Neck pain | Jun 14, 2019",
        "By Ann Poe | Neck pain is worst at night, and this is why. | Jun 14, 2019"}) {
    EXPECT_FALSE(judge_line(line, Place::body)) << line;
  }
}

}  // namespace
}  // namespace palpate
