#include "store/word_numbers.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <unordered_map>
#include <utility>

namespace palpate {
namespace {

TEST(WordNumbers, CountFromNothingInTheOrderInWhichWordsCome) {
  WordNumbers numbers;
  EXPECT_EQ(numbers.find("knee"), std::nullopt);
  EXPECT_EQ(numbers.number_of("knee"), 0U);
  EXPECT_EQ(numbers.number_of(""), 1U);
  EXPECT_EQ(numbers.number_of(std::string("nul\0", 4)), 2U);
  EXPECT_EQ(numbers.number_of("nul"), 3U);
  EXPECT_EQ(numbers.number_of("knee"), 0U);
  EXPECT_EQ(numbers.find("nul"), 3U);
  EXPECT_EQ(numbers.size(), 4U);
  EXPECT_EQ(numbers.word(2), std::string_view("nul\0", 4));
}

TEST(WordNumbers, AreTheSameHoweverManyWordsThereAre) {
  std::mt19937 random(20240601);
  WordNumbers numbers;
  std::unordered_map<std::string, std::uint32_t> expected;
  for (int i = 0; i < 200'000; ++i) {
    const std::string word = std::to_string(random() % 60'000) + std::string(random() % 3, 'x');
    const auto number = static_cast<std::uint32_t>(expected.size());
    ASSERT_EQ(numbers.number_of(word), expected.emplace(word, number).first->second);
  }
  EXPECT_EQ(numbers.size(), expected.size());
  const WordNumbers moved = std::move(numbers);
  for (const auto& [word, number] : expected) {
    ASSERT_EQ(moved.find(word), number);
    ASSERT_EQ(moved.word(number), word);
  }
}

}  // namespace
}  // namespace palpate
