#include "vocabulary/phrase_matcher.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {
namespace {

bool occurs(std::string_view phrase, const std::string& text) {
  PhraseMatcher matcher;
  EXPECT_TRUE(matcher.add(phrase, 1)) << phrase;
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  const std::vector<std::string_view> views(words.begin(), words.end());
  return matcher.match(views) != 0;
}

struct Case {
  std::string_view phrase;
  const char* found_in;
  const char* not_in;
};

TEST(PhraseMatcher, ReadsItsLanguage) {
  const std::vector<Case> cases = {
      {"get rid", "to get rid of", "get it rid"},
      {"treat*", "retreat or treatable", "retreat"},
      {"a", "a", "an"},
      {"goes|go away", "it goes away", "it gone away"},
      {"pain|ache*", "headache aches", "painful head"},
      {"how .. take", "how many should i take", "take how"},
      {"how .. take", "how take", "how a b c d e f g h i take"},
      {"^ what", "what for", "for what"},
      {"stop taking $", "when to stop taking", "when to stop taking it"},
      {"what is !the", "what is gout", "what is the spleen"},
      {"what is !the|a", "what is", "what is a spleen"},
      {"^ is .. a|an", "is it a bone", "it is a bone"},
      {"^ $", "", "word"},
      {"cause, reason", "the reason", "the season"},
      {"ein .. zwei .. drei", "ein x ein y zwei z drei", "zwei ein drei"},
  };
  for (const Case& wanted : cases) {
    EXPECT_TRUE(occurs(wanted.phrase, wanted.found_in))
        << wanted.phrase << " in " << wanted.found_in;
    EXPECT_FALSE(occurs(wanted.phrase, wanted.not_in)) << wanted.phrase << " in " << wanted.not_in;
  }
}

TEST(PhraseMatcher, GathersTheBitsOfAllPhrases) {
  PhraseMatcher matcher;
  ASSERT_TRUE(matcher.add("red, blue", 1));
  ASSERT_TRUE(matcher.add("re*", 2));
  ASSERT_TRUE(matcher.add("green", 4));
  const std::vector<std::string_view> words = {"a", "red", "house"};
  EXPECT_EQ(matcher.match(words), 3U);
}

TEST(PhraseMatcher, SaysWhichPhraseIsNone) {
  PhraseMatcher matcher;
  const Status added = matcher.add("red, b*, green", 1);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, ErrorCode::malformed);
  EXPECT_NE(added.error().message.find("b*"), std::string::npos);
}

double seconds_for(const PhraseMatcher& matcher, std::size_t count) {
  const std::vector<std::string_view> words(count, "how");
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(matcher.match(words), 0U);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Every word begins both phrases and none ends them. Quadratic time would be minutes.
TEST(PhraseMatcher, IsLinearInWordsThatAllBeginAPhrase) {
  PhraseMatcher matcher;
  ASSERT_TRUE(matcher.add("how .. take, how .. how .. use $", 1));
  EXPECT_LT(seconds_for(matcher, 300'000), 20.0);
}

}  // namespace
}  // namespace palpate
