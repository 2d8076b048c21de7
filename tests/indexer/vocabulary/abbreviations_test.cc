#include "vocabulary/abbreviations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found_in(std::string_view text) {
  std::vector<std::string> all;
  for (const Abbreviation& found : find_abbreviations(text)) {
    EXPECT_EQ(found.short_range.of(text), found.short_form);
    EXPECT_EQ(found.long_range.of(text), found.long_form);
    all.push_back(std::string(found.short_form) + " = " + std::string(found.long_form));
  }
  return all;
}

struct Case {
  std::string_view text;
  const char* expected;  // null where nothing is to be found
};

TEST(Abbreviations, AreFoundWhereATextExplainsThem) {
  const std::vector<Case> cases = {
      {"She was told of polycystic kidney disease (PKD) at forty.",
       "PKD = polycystic kidney disease"},
      {"The ROM (range of motion) of the hip was full.", "ROM = range of motion"},
      {"Many take non-steroidal anti-inflammatory drugs (NSAIDs).",
       "NSAID = non-steroidal anti-inflammatory drugs"},
      {"An electromyography (EMG) followed.", "EMG = electromyography"},
      {"Glycated haemoglobin A1c (HbA1c) was high.", "HbA1c = haemoglobin A1c"},
      {"A vaccine against Haemophilus influenzae type b (Hib) exists.",
       "Hib = Haemophilus influenzae type b"},
      {"Messenger RNA (mRNA) is short-lived.", "mRNA = Messenger RNA"},
      {"Deep vein thrombosis ( DVT ) may follow.", "DVT = Deep vein thrombosis"},
      {"The anterior cruciate ligament (ACL; see the drawing) tears.",
       "ACL = anterior cruciate ligament"},
      {"Chronic lung disease, or CLD, needs care.", "CLD = Chronic lung disease"},
      {"Transcutaneous electrical nerve stimulation (called TENS) may ease it.",
       "TENS = Transcutaneous electrical nerve stimulation"},
      {"St. John wort extract (SJWE) is sold.", "SJWE = St. John wort extract"},
      {"It ended. Low back pain (LBP) began.", "LBP = Low back pain"},
      {"Vitamin B twelve (B12) is low.", nullptr},
      {"Coenzyme quinone 10 (CoQ10) is sold.", "CoQ10 = Coenzyme quinone 10"},
  };
  for (const Case& wanted : cases) {
    if (wanted.expected == nullptr) {
      EXPECT_THAT(found_in(wanted.text), IsEmpty()) << wanted.text;
    } else {
      EXPECT_THAT(found_in(wanted.text), ElementsAre(wanted.expected)) << wanted.text;
    }
  }
}

TEST(Abbreviations, AreNotWhatElseStandsInBrackets) {
  for (const std::string_view text : {
           "Some exercises below (see below) help.",
           "Two of them (2) hurt.",
           "Take ten milligrams (mg) of it.",
           "Ten millilitres (mL) of water.",
           "Nine of the patients (n = 20) left.",
           "The knee (on the left) swelled.",
           "The other side (OSx7) was well.",
           "It is the lower back. Pain (LBP) eased.",
           "Pain killers (PKD) are sold.",
           "A strong medicine for the back (Strong) is sold.",
           "Range of motion of the hip (ROM) was full.",
           "Only PKD (PKD) is written.",
           "They tore the table apart (Table 2).",
           "A kidney disease, or another, is likely.",
           "Hand clinics and feet clinics (AFC) opened.",
           "(PKD)",
           "()",
           "polycystic kidney disease (PKD",
           "polycystic kidney disease\n(PKD\n)",
       }) {
    EXPECT_THAT(found_in(text), IsEmpty()) << text;
  }
}

TEST(Abbreviations, ComeInTheOrderOfTheText) {
  EXPECT_THAT(
      found_in("Deep vein thrombosis (DVT) and pulmonary embolism (PE) are treated alike; a PE "
               "(pulmonary embolus) kills."),
      ElementsAre("DVT = Deep vein thrombosis", "PE = pulmonary embolism",
                  "PE = pulmonary embolus"));
}

// Each would take hours if time were quadratic.
TEST(Abbreviations, AreSoughtInLinearTime) {
  constexpr std::size_t kTimes = 1'000'000;
  std::string pairs;
  std::string ors;
  for (std::size_t at = 0; at < kTimes; ++at) {
    pairs += "(AB)";
    ors += ", or AB";
  }
  for (const std::string& text :
       {std::string(kTimes, '('), std::string(kTimes, 'A') + "(AB)",
        std::string(kTimes, ' ') + "(AB)", pairs, ors, std::string(kTimes, '\0'),
        std::string(kTimes, '\xff') + "(\xff\xff)"}) {
    EXPECT_THAT(find_abbreviations(text), IsEmpty());
  }
}

}  // namespace
}  // namespace palpate
