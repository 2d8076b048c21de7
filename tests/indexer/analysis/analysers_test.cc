#include "analysis/analysers.h"

#include <gtest/gtest.h>

#include <string>

namespace palpate {
namespace {

std::string first_stem(Analysers& analysers, const std::string& language, const std::string& word) {
  const Result<Analyser*> analyser = analysers.of(language);
  return std::string((*analyser)->analyse(word).front().stem);
}

TEST(Analysers, EachLanguageHasItsOwn) {
  Analysers analysers;
  EXPECT_EQ(first_stem(analysers, "en", "muscles"), "muscl");
  EXPECT_EQ(first_stem(analysers, "de", "Schmerzen"), "schmerz");
  EXPECT_NE(*analysers.of("en"), *analysers.of("de"));
}

TEST(Analysers, AreMadeOnceAndStayWhereTheyAre) {
  Analysers analysers;
  const Analyser* const english = *analysers.of("en");
  for (const char* const other : {"de", "es", "fr", "nl", "pl"}) ASSERT_TRUE(analysers.of(other));
  EXPECT_EQ(*analysers.of("en"), english);
}

TEST(Analysers, NoLanguageIsTheUsualOne) {
  Analysers analysers;
  EXPECT_EQ((*analysers.of(""))->settings().language, AnalyserSettings{}.language);
}

}  // namespace
}  // namespace palpate
