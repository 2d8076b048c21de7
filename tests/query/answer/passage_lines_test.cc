#include "answer/passage_lines.h"

#include <gmock/gmock.h>

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "random_answer.h"

namespace palpate {
namespace {

using ::testing::ElementsAre;

TEST(PassageLines, FollowTheTextsOwnLines) {
  const std::string wrapped(70, 'x');
  struct Case {
    std::string text;
    std::vector<std::string> lines;
  };
  const std::vector<Case> cases = {
      {"One.\n\nTwo.\n", {"One.", "Two."}},
      {"- a\n- b\n10. c\n3) d\n• e", {"- a", "- b", "10. c", "3) d", "• e"}},
      {"a | b\nc | d\nAfter the table.", {"a | b", "c | d", "After the table."}},
      {wrapped + "\nends here.\nNext", {wrapped + "\nends here.", "Next"}},
      {"- " + wrapped + "\n  goes on\n- b", {"- " + wrapped + "\n  goes on", "- b"}},
      {"short\nlines", {"short", "lines"}},
      {" \r\n\n", {}},
      {"2019. A year is no marker", {"2019. A year is no marker"}},
  };
  for (const Case& c : cases) {
    std::vector<std::string> lines;
    for (const PassageLine& line : passage_lines(c.text, 0)) {
      lines.emplace_back(line.range.of(c.text));
    }
    EXPECT_EQ(lines, c.lines) << c.text;
  }
}

TEST(ShownMarks, AreWholeCharactersAndJoinedAcrossBlanks) {
  const auto shown = [](std::string text, std::vector<Mark> marks) {
    std::vector<std::string> parts;
    const Hit hit = hit_with(std::move(text), std::move(marks));
    for (const ByteRange& mark : shown_marks(hit)) parts.emplace_back(mark.of(hit.text));
    return parts;
  };
  EXPECT_THAT(shown("low-back pain", {{{0, 3}, "", Via::word}, {{4, 8}, "", Via::word}}),
              ElementsAre("low-back"));
  EXPECT_THAT(shown("neck, pain", {{{0, 4}, "", Via::word}, {{6, 10}, "", Via::word}}),
              ElementsAre("neck", "pain"));
  EXPECT_THAT(shown("a\nb", {{{0, 1}, "", Via::word}, {{2, 3}, "", Via::word}}),
              ElementsAre("a", "b"));
  EXPECT_THAT(shown("Übel", {{{1, 3}, "", Via::word}}), ElementsAre("Üb"));
  EXPECT_THAT(shown("cafe\u0301s", {{{0, 4}, "", Via::word}}), ElementsAre("cafe\u0301"));
  EXPECT_THAT(shown("a👩‍⚕️b", {{{8, 11}, "", Via::word}}), ElementsAre("👩‍⚕️"));
  EXPECT_THAT(shown("abc", {{{1, 99}, "", Via::word}}), ElementsAre("bc"));
  EXPECT_THAT(shown("abc", {{{7, 9}, "", Via::word}, {{2, 1}, "", Via::word}}), ElementsAre());
}

TEST(ShownMarks, NeverSplitACharacter) {
  std::mt19937 random(13);
  for (int round = 0; round < 1000; ++round) {
    const Hit hit = random_answer(random).hits[0];
    std::size_t before = 0;
    for (const ByteRange& mark : shown_marks(hit)) {
      ASSERT_LE(before, mark.begin);
      ASSERT_LT(mark.begin, mark.end);
      ASSERT_LE(mark.end, hit.text.size());
      ASSERT_NE(hit.text[mark.begin] & 0xC0, 0x80);
      ASSERT_TRUE(mark.end == hit.text.size() || (hit.text[mark.end] & 0xC0) != 0x80);
      before = mark.end;
    }
  }
}

}  // namespace
}  // namespace palpate
