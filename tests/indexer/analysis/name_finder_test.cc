#include "analysis/name_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/known_names.h"

namespace palpate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

struct Name {
  std::string stem, written;
  bool operator==(const Name&) const = default;
};

std::vector<Name> names_in(std::string_view text, const std::string& language = "en") {
  Result<Analyser> analyser = Analyser::create({.language = language});
  EXPECT_TRUE(analyser);
  std::vector<Name> names;
  for (const Token& token : analyser->analyse(text))
    if (token.kind == TokenKind::name)
      names.push_back({std::string(token.stem), std::string(token.range.of(text))});
  return names;
}

TEST(NamesInText, HoldTheirStopword) {
  const std::vector<std::pair<std::string_view, Name>> cases = {
      {"She had hepatitis A twice.", {"hepatitis_a", "hepatitis A"}},
      {"HEPATITIS A VIRUS", {"hepatitis_a", "HEPATITIS A"}},
      {"hepatitis-A", {"hepatitis_a", "hepatitis-A"}},
      {"(Hepatitis\nA)", {"hepatitis_a", "Hepatitis\nA"}},
      {"a tight IT band", {"it_band", "IT band"}},
      {"Down's syndrome", {"down_syndrom", "Down's syndrome"}},
      {"asked the WHO for help", {"_who", "WHO"}},
      {"WHO", {"_who", "WHO"}},
      {"(ALL) in children", {"_all", "ALL"}},
      {"A follow-up.", {"follow_up", "follow-up"}},
  };
  for (const auto& [text, name] : cases) EXPECT_THAT(names_in(text), ElementsAre(name)) << text;
}

TEST(NamesInText, AreNotSeenWhereTheirWordsStandApart) {
  for (const std::string_view text :
       {"no hepatitis. A doctor", "hepatitis, a virus", "a hepatitis", "who asked all of it",
        "WHO IS AT RISK", "DO NOT DRIVE", "band it", "syndrome down", "hepatitis (a virus)"})
    EXPECT_THAT(names_in(text), IsEmpty()) << text;
}

TEST(NamesInText, OfOneInsideTheOtherBothAreSeen) {
  EXPECT_THAT(names_in("IT band syndrome"),
              ElementsAre(Name{"it_band", "IT band"}, Name{"it_band_syndrom", "IT band syndrome"}));
}

TEST(NamesInText, AreTheSameInEveryLanguage) {
  EXPECT_THAT(names_in("vacuna contra hepatitis A", "es"),
              ElementsAre(Name{"hepatitis_a", "hepatitis A"}));
  EXPECT_THAT(names_in("Impfung gegen Hepatitis A", "de"),
              ElementsAre(Name{"hepatitis_a", "Hepatitis A"}));
}

TEST(NamesInText, StandBehindTheirWordsAndWhatIsJoinedWithThem) {
  Result<Analyser> analyser = Analyser::create({.language = "en"});
  ASSERT_TRUE(analyser);
  std::vector<std::string> forms;
  std::vector<std::uint32_t> positions;
  for (const Token& token : analyser->analyse("a follow-up visit")) {
    forms.emplace_back(token.form);
    positions.push_back(token.position);
  }
  EXPECT_THAT(forms, ElementsAre("a", "follow", "up", "followup", "follow up", "visit"));
  EXPECT_THAT(positions, ElementsAre(0, 1, 2, 1, 1, 3));
}

TEST(NamesInText, AreFoundForEveryLineOfTheListAndAgainInTheirForm) {
  for (const std::vector<std::string>& words : known_names_of_words()) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
    const std::vector<Name> names = names_in(text);
    ASSERT_FALSE(names.empty()) << text;
    EXPECT_LE(names.back().stem.size(), kMaxTermBytes) << text;
    Result<Analyser> analyser = Analyser::create({.language = "en"});
    ASSERT_TRUE(analyser);
    std::string form, stem;
    for (const Token& token : analyser->analyse(text)) {
      if (token.kind != TokenKind::name || token.range.size() != text.size()) continue;
      form = token.form;
      stem = token.stem;
    }
    EXPECT_THAT(names_in(form), Contains(testing::Field(&Name::stem, stem))) << text;
  }
}

}  // namespace
}  // namespace palpate
