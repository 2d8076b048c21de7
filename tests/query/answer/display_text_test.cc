#include "answer/display_text.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace palpate {
namespace {

std::string shown(std::string_view raw, const LineShape& shape) {
  DisplayText text;
  text.append(raw, Face::plain);
  std::string out;
  text.write(shape, out);
  return out;
}

std::string bytes(std::initializer_list<int> codes) {
  std::string text;
  for (const int code : codes) text += static_cast<char>(code);
  return text;
}

TEST(DisplayColumns, CountWhatATerminalShows) {
  struct Case {
    std::string text;
    std::size_t columns;
  };
  const std::vector<Case> cases = {
      {"", 0},
      {"knee", 4},
      {"Rücken", 6},
      {"膝の痛み", 8},
      {"ｆｕｌｌ", 8},
      {"한국어", 6},
      {"e\u0301tude", 5},
      {"\u1112\u1161\u11ab", 2},
      {"💊", 2},
      {"👩‍⚕️", 2},
      {"👍🏽", 2},
      {"❤️", 2},
      {"❤", 1},
      {"🇩🇪", 2},
      {"α–β ›", 5},
      {"a\tb\nc", 5},
      {"soft\u00adhyphen", 10},
  };
  for (const Case& c : cases) EXPECT_EQ(display_columns(c.text), c.columns) << c.text;
}

TEST(DisplayText, ControlCharactersDoNothing) {
  EXPECT_EQ(shown("a\x1b[31mred\x07", {}), "a\uFFFD[31mred\uFFFD\n");
  EXPECT_EQ(shown(bytes({'a', 0xC2, 0x9B, '2', 'J'}), {}), "a\uFFFD2J\n");
  EXPECT_EQ(shown(bytes({'a', 0xE2, 0x80, 0xAE, 'b', 0xE2, 0x81, 0xA6, 'c'}), {}), "abc\n");
  EXPECT_EQ(shown(std::string("a\0b\x7f", 4), {}), "a\uFFFDb\uFFFD\n");
  EXPECT_EQ(shown(bytes({'a', 0xFF, 0xE2, 0x82}), {}), "a\uFFFD\uFFFD\n");
  EXPECT_EQ(shown("a\r\nb\tc\u2028d\u0085e", {}), "a  b c d e\n");
}

TEST(DisplayText, LinesBreakAtBlanks) {
  EXPECT_EQ(shown("one two three", {.width = 7}), "one two\nthree\n");
  EXPECT_EQ(shown("one two three", {.width = 0}), "one two three\n");
  EXPECT_EQ(shown("  one   two  ", {.width = 5}), "one\ntwo\n");
  EXPECT_EQ(shown("one extraordinarily two", {.width = 5}), "one\nextraordinarily\ntwo\n");
  EXPECT_EQ(shown("20\u00a0mg a day", {.width = 6}), "20\u00a0mg\na day\n");
  EXPECT_EQ(shown("low-back", {.width = 5}), "low-back\n");
  EXPECT_EQ(shown("", {}), "");
  EXPECT_EQ(shown("   ", {}), "");
}

TEST(DisplayText, EastAsianTextBreaksBetweenCharacters) {
  EXPECT_EQ(shown("膝の痛みと腰痛。", {.width = 8}), "膝の痛み\nと腰痛。\n");
  EXPECT_EQ(shown("腰痛腰痛。", {.width = 8}), "腰痛腰\n痛。\n");
  EXPECT_EQ(shown("MRI検査を受ける", {.width = 8}), "MRI検査\nを受ける\n");
}

TEST(DisplayText, IndentationGivesWayOnANarrowTerminal) {
  EXPECT_EQ(shown("one two three", {.width = 16, .lead = " 1  ", .indent = 4, .hanging = 2}),
            " 1  one two\n    three\n");
  EXPECT_EQ(shown("one two three", {.width = 26, .lead = " 1  ", .indent = 4, .hanging = 2}),
            " 1  one two three\n");
  EXPECT_EQ(shown("aa bb", {.width = 3, .indent = 40}), "aa\nbb\n");
}

TEST(DisplayText, FacesCloseAtTheEndOfALine) {
  DisplayText text;
  text.append("see ", Face::plain);
  text.append("trigger point", Face::mark);
  text.append(" now", Face::plain);
  std::string plain;
  std::string colour;
  text.write({.width = 14}, plain);
  text.write({.width = 14, .colour = true}, colour);
  EXPECT_EQ(plain, "see *trigger*\n*point* now\n");
  EXPECT_EQ(colour, "see \x1b[1;31mtrigger\x1b[0m\n\x1b[1;31mpoint\x1b[0m now\n");
}

TEST(DisplayText, LongTextsTakeLinearTime) {
  for (const std::string piece : {"a", "a ", "痛", " ", "\u0301", "👩‍", "\xff"}) {
    std::string raw;
    while (raw.size() < 1'000'000) raw += piece;
    const auto begin = std::chrono::steady_clock::now();
    shown(raw, {.width = 20});
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << piece;
  }
}

}  // namespace
}  // namespace palpate
