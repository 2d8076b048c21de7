#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "article/furniture/furniture.h"

namespace palpate {
namespace {

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
      {"Contact us if the pain is worse after three days, since that may be a fracture.",
       "Contact us if the pain is worse after three days, since that may be a fracture."},
      {"If the pain is worse, contact us today to book a visit.", ""},
      {"Contact us if the pain is worse: 555-010-4477.", ""},
      {"Follow us through the steps of the warm-up.",
       "Follow us through the steps of the warm-up."},
      {"Rest. Follow us on Facebook for more.", "Rest."},
      {"Es hilft. Rufen Sie uns an!", "Es hilft."},
      {"Ayuda mucho. Contáctenos hoy mismo.", "Ayuda mucho."},
      {"Rest. Ready for quiet nights? Call us today.", "Rest."},
      {"Does your jaw click at night? Call us today for a visit!", ""},
      {"What helps then? Rest. Call us today!", "What helps then? Rest."},
      {"Walk a little. Thanks for reading! If you liked this, share it with your friends.",
       "Walk a little."},
      {"Share it with your doctor as well.", "Share it with your doctor as well."},
      {"We look forward to seeing you!", ""},
      {"We look forward to better trials.", "We look forward to better trials."},
      {"Es hilft. Wir freuen uns auf Ihren Besuch!", "Es hilft."},
      {"Cela aide. Contactez-nous dès aujourd'hui.", "Cela aide."},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(drop_calls_to_action(one.paragraph).kept, one.kept) << one.paragraph;
  }
}

TEST(LeadsToAction, IsAShortQuestionToWhoeverMayCome) {
  for (const std::string_view block :
       {"Ready for quiet nights?", "Tired of aching feet?", "Have questions?", "Bereit?",
        "Need a hand with your back?"}) {
    EXPECT_TRUE(leads_to_action(block)) << block;
  }
  for (const std::string_view block : {"What is a trigger point?", "Ready for quiet nights.",
                                       "Ready? Then read on.", "How often should you walk?"}) {
    EXPECT_FALSE(leads_to_action(block)) << block;
  }
}

}  // namespace
}  // namespace palpate
