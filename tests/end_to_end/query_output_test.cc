// What palpate-query prints, letter by letter.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "fixture_index.h"
#include "program.h"

namespace palpate {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
    text.replace(at, what.size(), by);
  return text;
}

std::string printed(const FixtureIndex& index, const std::vector<std::string>& arguments) {
  const Outcome outcome = index.query(arguments);
  EXPECT_EQ(outcome.err, "");
  return replaced(outcome.out, "\x1b", "<esc>");
}

TEST(QueryOutput, ShowsArticlesWithTheirPassagesAndOrigin) {
  const FixtureIndex index;
  EXPECT_EQ(printed(index, {"-n", "3", "how long to hold a stretch"}), R"(Night Cramps in the Calf
 1  How Long to Hold the Stretch
  > *Hold* the *stretch* for 45 seconds and repeat it three times before bed. To
    be or not to be sore is then mostly a matter of patience.

 2  What Helps at Once › Pull the Toes Up
    Three things bring the muscle back to rest:
  > Take *hold* of the toes and draw them slowly toward the shin until the
  > hardness gives way.

    updated Jul 31 · Mira Oldenburg · articles/calf-cramp.txt

Frozen Shoulder, Month by Month
 3  The stiff months
  > The pain fades and the shoulder hardly turns. Daily *stretching* within
  > comfort keeps what is left.

    Lakeside Physiotherapy · published 2018-09-30 · Ada Lindqvist
    articles/frozen-shoulder.md

5 passages match, showing 1–3.
)");
}

TEST(QueryOutput, NotesStandAboveTheAnswer) {
  const FixtureIndex index;
  EXPECT_EQ(printed(index, {"kettle OR cramp after:2020 xylophone"}),
            R"(Note: 1 article without a date is left out.
Note: Nothing here is about “xylophone”; closest:

Tennis Elbow Without Tennis
 1  How it feels
  > The pain sits on the outer side of the elbow and shoots down the forearm
  > when you lift a full *kettle*. Grip is weak in the morning.

    Heron Street Clinic · published 2021-05-17 · Mira Oldenburg
    https://heron.example/tennis-elbow

1 passage matches.
)");
}

TEST(QueryOutput, NothingFoundIsSaid) {
  const FixtureIndex index;
  EXPECT_EQ(printed(index, {"xylophone concert"}),
            R"(Note: No article holds “xylophone” or “concert”.

Nothing found for: xylophone concert
)");
}

TEST(QueryOutput, ColourMarksWhatMatched) {
  const FixtureIndex index;
  const std::string forearm =
      "    The pain sits on the outer side of the <esc>[1;31melbow<esc>[0m and shoots down the "
      "forearm\n";
  EXPECT_EQ(
      printed(index, {"--color=always", "-n", "1", "grip of the elbow"}),
      "<esc>[1;34mTennis Elbow Without Tennis<esc>[0m\n 1  <esc>[36mHow it feels<esc>[0m\n" +
          forearm +
          R"(    when you lift a full kettle. <esc>[1;4;31mGrip<esc>[0m<esc>[4m is weak in the morning.<esc>[0m

    <esc>[2mHeron Street Clinic · published 2021-05-17 · Mira Oldenburg<esc>[0m
    <esc>[2mhttps://heron.example/tennis-elbow<esc>[0m

4 passages match, showing 1.
)");
}

TEST(QueryOutput, NoColourUnlessATerminalOrAskedFor) {
  const FixtureIndex index;
  EXPECT_EQ(printed(index, {"pillow"}), printed(index, {"--color=never", "pillow"}));
  EXPECT_NE(printed(index, {"pillow"}), printed(index, {"--color=always", "pillow"}));
}

}  // namespace
}  // namespace palpate
