#include "vocabulary/superseded.h"

#include <gtest/gtest.h>

#include <string>

#include "folded_words.h"

namespace palpate {
namespace {

bool says(const std::string& text) { return says_superseded(FoldedWords(text).views()); }

TEST(Superseded, IsSaidByATitleOrTag) {
  for (const std::string text :
       {"Bed rest (leaflet of 1998, superseded)", "superseded", "Superseded: ice for sprains",
        "out of date", "This page is out of date", "This leaflet is out of date now",
        "Posture advice, no longer valid", "Advice no longer current", "Dose table (obsolete)",
        "Archived", "Bettruhe (veraltet)", "Merkblatt, überholt", "Merkblatt, nicht mehr gültig",
        "Reposo en cama (obsoleto)", "hoja obsoleta", "consejo desactualizado",
        "hoja desactualizada", "consejo ya no vigente"})
    EXPECT_TRUE(says(text)) << text;
}

TEST(Superseded, IsNotSaidOfOtherThings) {
  for (const std::string text : {"", "Outdated beliefs about back pain", "Alcohol withdrawal",
                                 "Drugs withdrawn in pregnancy", "Is your vaccine out of date?",
                                 "Obsolete treatments in history", "Up to date"})
    EXPECT_FALSE(says(text)) << text;
}

}  // namespace
}  // namespace palpate
