#include "vocabulary/known_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "vocabulary/lists/lists.h"

namespace palpate {
namespace {

TEST(KnownShortWords, AreThoseOfTheListAsFolded) {
  for (const std::string word : {"mumps", "fever", "polio", "abuse"})
    EXPECT_TRUE(is_known_short_word(word)) << word;
  for (const std::string word : {"", "Mumps", "mump", "sciatica", "#", "mumps\nmyalg"})
    EXPECT_FALSE(is_known_short_word(word)) << word;
}

TEST(KnownShortWords, TheListIsShortWordsInSmallLettersEachOnce) {
  std::set<std::string_view> seen;
  std::string_view list = kKnownShortWords;
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find('\n'));
    list.remove_prefix(word.size() + 1);
    if (word.starts_with('#')) continue;
    EXPECT_TRUE(seen.insert(word).second) << word;
    EXPECT_LE(word.size(), 5U) << word;
    for (const char c : word) EXPECT_TRUE((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) << word;
    EXPECT_TRUE(is_known_short_word(word)) << word;
  }
  EXPECT_GT(seen.size(), 500U);
}

}  // namespace
}  // namespace palpate
