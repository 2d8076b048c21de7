#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"
#include "analysis/atoms.h"
#include "analysis/folded_text.h"

namespace palpate {
namespace {

constexpr unsigned kSeed = 20240603;
constexpr int kTexts = 3000;

// What tokens are made of, and what could come between.
constexpr auto kAlphabetic = std::to_array<std::string_view>(
    {"pain",    "Low",    "back",  "x",     "L4",   "mg",       "20",
     "1,000",   "0.05",   ".5",    "s",     "mmHg", "É",        "naïve",
     "O",       "Straße", "ﬁ",     "α",     "Β",    "ёж",       "й",
     "İ",       "ı",      "ǆ",     "œ",     "한",   "１２",     "٣",
     "₂",       "⁹",      "½",     "Ⅳ",     "µg",   "℃",        "™",
     "e\u0301", "ﬀ",      "1990s", "Ωmega", "ẞ",    "h\u00adi", "a\u0300\u0316",
     "\u1fb3",  "ſ"});
constexpr auto kSigns = std::to_array<std::string_view>(
    {" ",      " ",      " ",      "\n", "-",  "-", "/", "'",   "’", ".",
     ",",      ":",      "_",      "–",  "—",  "(", ")", "%",   "@", "\u00a0",
     "\u00ad", "\u200b", "\u0301", "·",  "\"", "…", "²", "://", "!", "\t"});
constexpr auto kOtherScripts = std::to_array<std::string_view>(
    {"中文", "日本語の", "ガ", "กรุงเทพ", "हिन्दी", "שלום", "سلام", "😀", "👩\u200d⚕️", "ខ្មែរ"});
constexpr auto kBroken =
    std::to_array<std::string_view>({"\xff", "\xc3", "\x80\x80", "\xed\xa0\x80", "\xf0\x9f"});

class RandomText {
 public:
  std::string alphabetic() { return mix({kAlphabetic}, 3, 12); }
  std::string any_script() { return mix({kAlphabetic, kOtherScripts}, 3, 12); }
  std::string broken() { return mix({kAlphabetic, kOtherScripts, kBroken}, 3, 12); }

  std::string ascii() {
    constexpr std::string_view kBytes = "aZb019.,'-_:;/ \"@#%&()=+*\n\t~^|\\$<>?![]{}`";
    std::string text;
    for (std::size_t i = upto(30); i > 0; --i) text += kBytes[upto(kBytes.size())];
    return text;
  }

 private:
  using Pool = std::span<const std::string_view>;

  std::size_t upto(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  std::string mix(std::vector<Pool> pools, std::size_t least, std::size_t spread) {
    pools.emplace_back(kSigns);
    pools.emplace_back(kSigns);
    pools.push_back(pools.front());
    std::string text;
    for (std::size_t i = least + upto(spread); i > 0; --i) {
      const Pool pool = pools[upto(pools.size())];
      text += pool[upto(pool.size())];
    }
    return text;
  }

  std::mt19937 random_{kSeed};
};

// A token that outlives the analyser's next call.
struct Kept {
  std::string form;
  std::string stem;
  ByteRange range;
  std::uint32_t position;
  TokenKind kind;
  friend bool operator==(const Kept&, const Kept&) = default;
};

std::vector<Kept> keep(Analyser& analyser, std::string_view text) {
  std::vector<Kept> kept;
  for (const Token& token : analyser.analyse(text)) {
    kept.push_back({std::string(token.form), std::string(token.stem), token.range, token.position,
                    token.kind});
  }
  return kept;
}

Analyser english() { return *Analyser::create({.language = "en"}); }

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

TEST(AnalyserProperty, RangesAreOrderedInsideAndOnCodePoints) {
  RandomText random;
  Analyser analyser = english();
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random.any_script();
    std::size_t last_begin = 0;
    std::uint32_t next_position = 0;
    for (const Kept& token : keep(analyser, text)) {
      ASSERT_LT(token.range.begin, token.range.end) << text;
      ASSERT_LE(token.range.end, text.size()) << text;
      ASSERT_FALSE(continues(text, token.range.begin)) << text;
      ASSERT_FALSE(continues(text, token.range.end)) << text;
      if (token.kind == TokenKind::joined) {
        ASSERT_LT(token.position, next_position) << text;
        continue;
      }
      ASSERT_GE(token.range.begin, last_begin) << text;
      ASSERT_EQ(token.position, next_position++) << text;
      last_begin = token.range.begin;
    }
  }
}

TEST(AnalyserProperty, BrokenTextGivesRangesInside) {
  RandomText random;
  Analyser analyser = english();
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random.broken();
    for (const Kept& token : keep(analyser, text)) {
      ASSERT_LT(token.range.begin, token.range.end);
      ASSERT_LE(token.range.end, text.size());
      ASSERT_EQ(fold(token.form), token.form);
    }
  }
}

TEST(AnalyserProperty, FormsAreFoldedAndShort) {
  RandomText random;
  Analyser analyser = english();
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random.any_script();
    for (const Kept& token : keep(analyser, text)) {
      ASSERT_FALSE(token.form.empty()) << text;
      ASSERT_FALSE(token.stem.empty()) << text;
      ASSERT_LE(token.form.size(), kMaxTermBytes) << text;
      ASSERT_LE(token.stem.size(), kMaxTermBytes) << text;
      ASSERT_EQ(fold(token.form), token.form) << text;
      ASSERT_EQ(token.form.find_first_of(" '-/_,:"), std::string::npos) << text;
    }
  }
}

// Forms are words already: read again, they stay as they are. (Words of scripts without blanks are
// left out: a dictionary may cut a word otherwise once its neighbours are gone.)
TEST(AnalyserProperty, AnalysingTwiceChangesNothing) {
  RandomText random;
  Analyser analyser = english();
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random.alphabetic();
    std::string once;
    for (const Kept& token : keep(analyser, text)) {
      if (token.kind != TokenKind::joined) once += token.form + " ";
    }
    std::string twice;
    for (const Kept& token : keep(analyser, once)) twice += token.form + " ";
    ASSERT_EQ(once, twice) << text;
  }
}

TEST(AnalyserProperty, TextIsTheSumOfItsChunks) {
  RandomText random;
  Analyser analyser = english();
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random.broken();
    std::vector<Kept> sum;
    std::uint32_t words = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
      std::vector<Kept> tokens = keep(analyser, std::string_view(text).substr(begin, end - begin));
      const std::uint32_t before = words;
      for (Kept& token : tokens) {
        token.range = {token.range.begin + begin, token.range.end + begin};
        token.position += before;
        if (token.kind != TokenKind::joined) ++words;
        sum.push_back(token);
      }
      begin = end + 1;
    }
    ASSERT_EQ(keep(analyser, text), sum) << text;
  }
}

TEST(AnalyserProperty, WhatWasSeenBeforeDoesNotMatter) {
  RandomText random;
  Analyser old = english();
  for (int i = 0; i < kTexts / 10; ++i) {
    const std::string text = random.broken();
    Analyser fresh = english();
    const std::vector<Kept> expected = keep(fresh, text);
    ASSERT_EQ(keep(old, text), expected);
    ASSERT_EQ(keep(old, text), expected);
    // Too long for the cache.
    const std::string padding(100, '(');
    std::vector<Kept> padded = keep(old, padding + text.substr(0, text.find_first_of(" \n\t")));
    for (Kept& token : padded) {
      token.range = {token.range.begin - padding.size(), token.range.end - padding.size()};
    }
    ASSERT_EQ(padded, keep(fresh, text.substr(0, text.find_first_of(" \n\t")))) << text;
  }
}

TEST(AnalyserProperty, IcuFindsTheSameAtomsInAscii) {
  RandomText random;
  Result<AtomFinder> finder = AtomFinder::create();
  ASSERT_TRUE(finder);
  for (int i = 0; i < 10 * kTexts; ++i) {
    const std::string text = random.ascii();
    FoldedText folded;
    fold_text(text, folded);
    std::vector<Atom> quick;
    finder->find(folded, quick);
    folded.ascii = false;
    std::vector<Atom> by_icu;
    finder->find(folded, by_icu);
    ASSERT_EQ(quick, by_icu) << text;
  }
}

// A megabyte without a blank; anything quadratic would outlast the patience of the test runner.
TEST(AnalyserProperty, HostileTextTakesLinearTime) {
  for (const std::string_view unit : {"a",
                                      "a-",
                                      "a'",
                                      "a.",
                                      "1,",
                                      "1.",
                                      "-",
                                      "'",
                                      "1-1-",
                                      "e\u0301",
                                      "\u0301",
                                      "\u0316\u0301",
                                      "\u0e01\u0e23\u0e38\u0e07",
                                      "中",
                                      "ガ",
                                      "\xff",
                                      "½",
                                      "😀",
                                      "\u00ad",
                                      "aa.",
                                      "½1"}) {
    std::string text;
    while (text.size() < (std::size_t{1} << 20)) text += unit;
    Analyser analyser = english();
    EXPECT_LE(analyser.analyse(text).size(), text.size() * 2) << unit;
  }
}

TEST(AnalyserProperty, CachesAreBounded) {
  Analyser analyser = english();
  std::mt19937 random{kSeed};
  std::string text;
  for (int i = 0; i < 400000; ++i) text += "w" + std::to_string(random()) + " ";
  EXPECT_EQ(analyser.analyse(text).size(), 400000U);
  const auto again = analyser.analyse("Low-back pain");
  ASSERT_EQ(again.size(), 4U);
  EXPECT_EQ(again[2].form, "lowback");
  EXPECT_EQ(analyser.analyse(text).size(), 400000U);
}

}  // namespace
}  // namespace palpate
