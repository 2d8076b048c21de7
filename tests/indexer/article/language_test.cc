#include "article/language.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace palpate {
namespace {

constexpr std::string_view kEnglish =
    "Most people with a stiff lower back feel better within a few weeks when they keep moving.";
constexpr std::string_view kGerman =
    "Die meisten Menschen mit einem steifen Rücken fühlen sich nach wenigen Wochen besser.";

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string whole;
  while (whole.size() < bytes) (whole += text) += '\n';
  return whole;
}

TEST(LanguageTest, DetectsTheLanguageOfASentence) {
  const std::vector<std::pair<std::string_view, std::string>> cases = {
      {kEnglish, "en"},
      {kGerman, "de"},
      {"La mayoría de las personas con dolor de espalda mejoran en pocas semanas.", "es"},
      {"La plupart des personnes ayant mal au dos vont mieux après quelques semaines.", "fr"},
      {"Większość osób z bólem pleców czuje się lepiej po kilku tygodniach ruchu.", "pl"},
      {"רוב האנשים הסובלים מכאבי גב מרגישים טוב יותר לאחר מספר שבועות", "he"},
      {"大多数腰痛患者在几周内就会感觉好转,只要他们坚持活动。", "zh"},
  };
  for (const auto& [text, tag] : cases) EXPECT_EQ(detect_language(text), tag) << text;
}

TEST(LanguageTest, DoesNotGuessWhatItCannotTell) {
  for (const std::string_view text :
       {"", " ", "Aspirin", "L4-L5", "1234567890 1234567890", "\xff\xfe", "Ibuprofen 400 mg"}) {
    EXPECT_EQ(detect_language(text), "") << text;
  }
}

TEST(LanguageTest, TakesInvalidUtf8AsTheEndOfTheText) {
  EXPECT_EQ(detect_language(repeated(kEnglish, 500) + "\xc3\x28 rest"), "en");
  EXPECT_EQ(detect_language("\xff" + std::string(kEnglish)), "");
}

TEST(LanguageTest, LooksBeyondAnOpeningInAnotherLanguage) {
  EXPECT_EQ(detect_language(std::string(kEnglish) + repeated(kGerman, 20'000)), "de");
}

TEST(LanguageTest, NeverCutsACharacterOfALongText) {
  // Numbers tell nothing, so the answer hangs on the sample being valid beyond its first stretch.
  for (std::size_t shift = 0; shift < 4; ++shift) {
    const std::string opening = std::string(shift, '1') + repeated("€", 4000);
    EXPECT_EQ(detect_language(opening + repeated(kGerman, 6000)), "de") << shift;
  }
}

TEST(LanguageTest, AnswersAlikeInEveryThread) {
  std::vector<std::string> tags(4);
  std::vector<std::thread> threads;
  threads.reserve(tags.size());
  for (std::string& tag : tags) {
    threads.emplace_back([&tag] { tag = detect_language(kGerman) + language_tag("English"); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(tags, std::vector<std::string>(4, "deen"));
}

TEST(LanguageTest, UnderstandsDeclaredLanguages) {
  const std::vector<std::pair<std::string_view, std::string>> cases = {
      {"en", "en"},
      {"en-US", "en"},
      {"en_GB", "en"},
      {"EN", "en"},
      {"en_US.UTF-8", "en"},
      {"deu", "de"},
      {"ger", "de"},
      {"eng", "en"},
      {"German", "de"},
      {"german", "de"},
      {"Deutsch", "de"},
      {"français", "fr"},
      {"Français", "fr"},
      {"polski", "pl"},
      {"zh-Hant", "zh"},
      {"iw", "he"},
      {" de ", "de"},
      {"en, de", "en"},
      {"fil", "fil"},
      {"English (US)", "en"},
      {"", ""},
      {"und", ""},
      {"C", ""},
      {"qqq", ""},
      {"Klingonish", ""},
      {"x-default", ""},
      {"12", ""},
      {"\xff\xff\xff\xff", ""},
  };
  for (const auto& [declared, tag] : cases) EXPECT_EQ(language_tag(declared), tag) << declared;
  EXPECT_EQ(language_tag(std::string(1 << 20, 'e')), "");
}

}  // namespace
}  // namespace palpate
