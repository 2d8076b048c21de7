#include <gmock/gmock.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "answer/article_line.h"
#include "answer/columns.h"
#include "answer/display_text.h"
#include "answer/render.h"
#include "random_answer.h"
#include "sample_answer.h"

namespace palpate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string plain(const Answer& answer, std::size_t width = 80) {
  return render_terminal(answer, {.width = width, .colour = false});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string without_ansi(const std::string& text) {
  std::string stripped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1b') {
      at = text.find('m', at);
    } else {
      stripped += text[at];
    }
  }
  return stripped;
}

std::string without_stars(std::string text) {
  std::erase(text, '*');
  return text;
}

TEST(RenderTerminal, ShowsArticlesPassagesAndTheirOrigin) {
  EXPECT_EQ(plain(sample_answer()), R"(Note: 2 articles without a date are left out.

Knots that hurt elsewhere
 1  What it is › Where it travels
  > A *trigger point* in the shoulder often sends its *pain* to the temple, so
  > that the head aches while the shoulder feels merely stiff. Pressing the
    point for a few seconds brings the familiar ache back.
    also in: Knots, explained (Lake Clinic)

 2  Treatment
    Three things are worth trying first:
    - Steady pressure with a ball against the wall, for half a minute, twice a
      day.
      - Less if the *pain* lasts.
    - Warmth.

    Most people notice a change within two weeks.

    Harbour Clinic · updated 2021-07-31 · Ada Moor, Jun Sato
    https://clinic.example/knots

How long to hold a stretch
 3  Muscle | Seconds | Times a day
    *Calf* | 30 | 3
    Hamstring | 45 | 2

    published Apr 28 · articles/holds.html

12 passages match, showing 1–3.
)");
}

TEST(RenderTerminal, FitsANarrowTerminal) {
  Answer answer = sample_answer();
  answer.hits.erase(answer.hits.begin());
  EXPECT_EQ(plain(answer, 36), R"(Note: 2 articles without a date are
      left out.

Knots that hurt elsewhere
2 Treatment
  Three things are worth trying
  first:
  - Steady pressure with a ball
    against the wall, for half a
    minute, twice a day.
    - Less if the *pain* lasts.
  - Warmth.

  Most people notice a change within
  two weeks.

  Harbour Clinic
  updated 2021-07-31
  Ada Moor, Jun Sato
  https://clinic.example/knots

How long to hold a stretch
3 Muscle | Seconds | Times a day
  *Calf* | 30 | 3
  Hamstring | 45 | 2

  published Apr 28
  articles/holds.html

12 passages match, showing 2–3.
)");
}

TEST(RenderTerminal, SaysPlainlyThatNothingWasFound) {
  Answer answer;
  answer.question = "knee flubber";
  EXPECT_EQ(plain(answer),
            "Nothing found for: knee flubber\n"
            "Try fewer words, or other words for the same thing.\n");
  answer.notes = {{NoteKind::unknown_words, {"flubber"}}};
  EXPECT_EQ(plain(answer),
            "Note: No article holds “flubber”.\n\n"
            "Nothing found for: knee flubber\n");
  answer = {};
  answer.question = " ";
  EXPECT_EQ(plain(answer), "Nothing was asked.\n");
}

TEST(RenderTerminal, SumsUp) {
  Answer answer;
  answer.total = 12;
  EXPECT_EQ(summary(answer), "12 passages match; none is left to show.");
  answer.hits.resize(1);
  answer.hits[0].rank = 11;
  EXPECT_EQ(summary(answer), "12 passages match, showing 11.");
  answer.total = 1;
  EXPECT_EQ(summary(answer), "1 passage matches.");
  answer.total = 1'187;
  answer.exact = false;
  EXPECT_EQ(summary(answer), "About 1,200 passages match, showing 11.");
  answer.total = 12'345'678;
  EXPECT_EQ(summary(answer), "About 12,000,000 passages match, showing 11.");
  answer.exact = true;
  EXPECT_EQ(summary(answer), "12,345,678 passages match, showing 11.");
}

TEST(RenderTerminal, DatesReadAsPeopleWriteThem) {
  EXPECT_EQ(readable_date("2021-07-31"), "2021-07-31");
  EXPECT_EQ(readable_date("2021"), "2021");
  EXPECT_EQ(readable_date("--04-28"), "Apr 28");
  EXPECT_EQ(readable_date("--12-03"), "Dec 3");
  EXPECT_EQ(readable_date("--05"), "May");
  EXPECT_EQ(readable_date("--13-01"), "--13-01");
  EXPECT_EQ(readable_date("--"), "--");
}

TEST(RenderTerminal, NamesAFewOfManyAuthors) {
  ArticleInfo article;
  article.authors = {"A", "B", "C"};
  EXPECT_THAT(origin_of(article), ElementsAre("A, B, C"));
  article.authors = {"A", "B", "C", "D", "E"};
  article.path = "p.txt";
  EXPECT_THAT(origin_of(article), ElementsAre("A, B and 3 more", "p.txt"));
}

TEST(RenderTerminal, NamesAFewOfManyCopies) {
  Hit hit;
  for (const std::string id : {"a", "b", "c", "d", "e"}) hit.also_in.push_back({{}, id, id + "#1"});
  hit.also_in[1].article.title = "B";
  hit.also_in[1].article.source = "S";
  EXPECT_EQ(also_in_line(hit), "also in: a, B (S), c, d, e");
  hit.also_in.push_back(hit.also_in.front());
  EXPECT_EQ(also_in_line(hit), "also in: a, B (S), c, d and 2 more");
}

TEST(RenderTerminal, AnArticleWithoutATitleIsNamedByItsDocument) {
  EXPECT_THAT(plain(answer_with(hit_with("Text."))), StartsWith("d\n 1  Text.\n\n1 passage"));
}

TEST(RenderTerminal, SectionsOfOneArticleShowTheirOwnLinks) {
  Answer answer = sample_answer();
  answer.hits[1].article.url = "https://clinic.example/knots#treatment";
  const std::string shown = plain(answer);
  EXPECT_THAT(shown, HasSubstr("https://clinic.example/knots\n"));
  EXPECT_THAT(shown, HasSubstr("https://clinic.example/knots#treatment\n"));
  EXPECT_EQ(shown.find("Knots that hurt"), shown.rfind("Knots that hurt"));
}

TEST(RenderTerminal, ExplainsWhenAsked) {
  Answer answer = answer_with(hit_with("Text."));
  answer.explain = {"word: text", "  text -> text"};
  answer.hits[0].why = {"bm25 7.1"};
  EXPECT_EQ(plain(answer),
            "word: text\n  text -> text\n\nd\n 1  Text.\n    bm25 7.1\n\n1 passage matches.\n");
}

TEST(RenderTerminal, ArticleTextCannotSteerTheTerminal) {
  const std::string turn_around{'\xe2', '\x80', '\xae'};
  Hit hit = hit_with("A\x1b]0;owned\x07 B\xc2\x9b[31m " + turn_around + "C");
  hit.article.title = "T\x1b[2J";
  hit.heading = {"H\r\x1b[1A"};
  hit.context = "X\x1b[5m";
  hit.article.url = "https://e.example/\x1b[0m";
  Answer answer = answer_with(hit);
  answer.notes = {{NoteKind::unknown_words, {"n\x1b[7m"}}};
  answer.question = "q\x1b[7m";
  for (const char c : plain(answer)) EXPECT_TRUE(c == '\n' || (c & 0x7F) >= 0x20 || c < 0);
  EXPECT_THAT(plain(answer), Not(HasSubstr("\x1b")));
  EXPECT_THAT(plain(answer), Not(HasSubstr("\xc2\x9b")));
  EXPECT_THAT(plain(answer), Not(HasSubstr(turn_around)));
  EXPECT_THAT(without_ansi(render_terminal(answer, {.width = 80, .colour = true})),
              Not(HasSubstr("\x1b")));
}

// Blanks where a line could have been broken, beyond its indentation and rank.
bool one_unbreakable_word(const std::string& line) {
  const std::size_t begin = line.find_first_not_of(" 0123456789-.|");
  return begin == std::string::npos || line_breaks(line.substr(begin)).size() == 1;
}

TEST(RenderTerminal, NoLineIsWiderThanTheTerminalUnlessItIsOneWord) {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const Answer answer = random_answer(random);
    for (const std::size_t width : {20U, 33U, 80U, 400U}) {
      const std::string shown = plain(answer, width);
      ASSERT_TRUE(shown.ends_with("\n") && !shown.ends_with("\n\n"));
      for (const std::string& line : lines_of(shown)) {
        ASSERT_TRUE(display_columns(line) <= width || one_unbreakable_word(without_stars(line)))
            << width << ": " << line << "\n"
            << shown;
      }
    }
  }
}

TEST(RenderTerminal, ColourChangesNothingButTheStars) {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    const Answer answer = random_answer(random);
    for (const std::size_t width : {0U, 20U, 60U, 200U}) {
      const std::string colour = render_terminal(answer, {.width = width, .colour = true});
      ASSERT_EQ(without_ansi(colour), without_stars(plain(answer, width)));
    }
  }
}

}  // namespace
}  // namespace palpate
