#include "article/json_lines/outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "article/json_lines/list_marker.h"

namespace palpate {
namespace {

using testing::ElementsAre;

// One string a block: "p:" or "i:", its text, and its context behind " <".
std::vector<std::string> outlined(std::string_view text) {
  std::vector<std::string> lines;
  for (const Block& block : outline_text(text)) {
    std::string line(block.kind == BlockKind::list_item ? "i:" : "p:");
    line += block.range.of(text);
    if (!block.context.empty()) line += " <" + block.context;
    lines.push_back(line);
  }
  return lines;
}

TEST(OutlineTest, TakesEachLineThatEndsASentenceAsABlock) {
  EXPECT_THAT(outlined("Rest helps.\nSo does heat.\n\n  Ice numbs. \n"),
              ElementsAre("p:Rest helps.", "p:So does heat.", "p:Ice numbs."));
}

TEST(OutlineTest, KeepsHardWrappedLinesTogether) {
  EXPECT_THAT(outlined("A stiff neck after a long drive usually eases within\n"
                       "Days when the driver keeps moving and\nsleeps well.\nNext."),
              ElementsAre("p:A stiff neck after a long drive usually eases within\n"
                          "Days when the driver keeps moving and\nsleeps well.",
                          "p:Next."));
}

TEST(OutlineTest, KeepsAShortTitleLineApart) {
  EXPECT_THAT(outlined("Warning signs\nFever is one.\nCauses\n- Falls"),
              ElementsAre("p:Warning signs", "p:Fever is one.", "p:Causes", "i:- Falls"));
}

TEST(OutlineTest, FindsMarkersAtTheStartOfLines) {
  EXPECT_THAT(
      outlined("- one\n* two\n  • three\n1. four\n2) five\n– six\n-seven"),
      ElementsAre("i:- one", "i:* two", "i:• three", "i:1. four", "i:2) five", "i:– six\n-seven"));
}

TEST(OutlineTest, SplitsMarkersStuckBehindAColonOrASentence) {
  EXPECT_THAT(outlined("Watch for any of the following: - Weakness or feeling tired. - Fever."),
              ElementsAre("p:Watch for any of the following:",
                          "i:- Weakness or feeling tired. <Watch for any of the following:",
                          "i:- Fever. <Watch for any of the following:"));
  EXPECT_THAT(outlined("- Eases swelling (a little). - Loosens tissue!  - Calms?"),
              ElementsAre("i:- Eases swelling (a little).", "i:- Loosens tissue!", "i:- Calms?"));
  EXPECT_THAT(outlined("Do this: 1. Stop. 2. Breathe in. 3. Go."),
              ElementsAre("p:Do this:", "i:1. Stop. <Do this:", "i:2. Breathe in. <Do this:",
                          "i:3. Go. <Do this:"));
  EXPECT_THAT(outlined("Bring • shoes • a towel"),
              ElementsAre("p:Bring", "i:• shoes", "i:• a towel"));
}

TEST(OutlineTest, SplitsItemsWithoutFullStopsOnceAColonAnnouncesThem) {
  EXPECT_THAT(outlined("It may follow: - Falls - Lifting - Long drives"),
              ElementsAre("p:It may follow:", "i:- Falls <It may follow:",
                          "i:- Lifting <It may follow:", "i:- Long drives <It may follow:"));
}

TEST(OutlineTest, LeavesDashesBetweenWordsAlone) {
  for (const std::string_view text :
       {"The knee - the largest joint - bears weight.", "Aged 5 - 10 years.",
        "Massage - Physiotherapy", "It cost: little - really little - in all.",
        "See chapter 3. 4 of 5 agreed.", "Pain fell by 2. 7 points were left."}) {
    EXPECT_THAT(outlined(text), ElementsAre("p:" + std::string(text)));
  }
  EXPECT_THAT(outlined("Two ways: - Rest. Dr. Hill - Or so he says - agrees. He does."),
              ElementsAre("p:Two ways:",
                          "i:- Rest. Dr. Hill - Or so he says - agrees. He does. <Two ways:"));
}

TEST(OutlineTest, TakesTheSentenceBeforeTheColonAsLeadIn) {
  EXPECT_THAT(
      outlined("Some need help. Ask Dr. Hill if you\nhave:\n- pain\n- fever\n\nThanks.\n- x"),
      ElementsAre(
          "p:Some need help. Ask Dr. Hill if you\nhave:", "i:- pain <Ask Dr. Hill if you have:",
          "i:- fever <Ask Dr. Hill if you have:", "p:Thanks.", "i:- x"));
}

TEST(OutlineTest, GivesRunningTextBehindAListBackItsOwnBlock) {
  EXPECT_THAT(outlined("Signs are: - Fever. - A stiff neck. Call a doctor. Do not wait."),
              ElementsAre("p:Signs are:", "i:- Fever. <Signs are:", "i:- A stiff neck. <Signs are:",
                          "p:Call a doctor. Do not wait."));
  EXPECT_THAT(outlined("Two kinds: - Dull. - Sharp. Dull pain has causes: - Work. - Age."),
              ElementsAre("p:Two kinds:", "i:- Dull. <Two kinds:", "i:- Sharp. <Two kinds:",
                          "p:Dull pain has causes:", "i:- Work. <Dull pain has causes:",
                          "i:- Age. <Dull pain has causes:"));
}

TEST(OutlineTest, KeepsOverlongLeadInsShort) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "wört ";
  for (const Block& block : outline_text(text + "these: - a. - b.")) {
    EXPECT_LE(block.context.size(), 300U);
    EXPECT_EQ(block.context.ends_with("wört these:"), block.kind == BlockKind::list_item);
  }
}

// Every byte that is not white space lies in exactly one block, in order.
void expect_covered(std::string_view text) {
  std::size_t at = 0;
  for (const Block& block : outline_text(text)) {
    ASSERT_LE(at, block.range.begin);
    ASSERT_LT(block.range.begin, block.range.end);
    ASSERT_LE(block.range.end, text.size());
    for (; at < block.range.begin; ++at) ASSERT_TRUE(is_white(text[at])) << at << " in " << text;
    ASSERT_FALSE(is_white(text[block.range.begin]));
    ASSERT_FALSE(is_white(text[block.range.end - 1]));
    at = block.range.end;
  }
  for (; at < text.size(); ++at) ASSERT_TRUE(is_white(text[at])) << at << " in " << text;
}

TEST(OutlineTest, CoversAllTextInOrderWhateverItHolds) {
  const std::vector<std::string> parts = {
      "- ", "* ",   "• ",   "1. ", "2) ", ". ", ": ", "\n", "\n\n", " ",  "\t", "Dr.", "word", "Up",
      "ü",  "\xff", "\xc3", "? ",  "\r",  "–",  "(",  ")",  "”",    "Äh", "…",  ":",   "-"};
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t n = random() % 24; n > 0; --n) text += parts[random() % parts.size()];
    expect_covered(text);
  }
  expect_covered(std::string("a\0b\0- c", 7));
}

TEST(OutlineTest, TakesHostileTextInLinearTimeAndBoundedMemory) {
  for (const std::string_view part :
       {"- A. ", "- ", ": - A", "\n", "1. ", "A. ", ")", " \"", "• a ", ":\n", "a\n"}) {
    std::string text;
    while (text.size() < 1'000'000) text += part;
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<Block> blocks = outline_text(text);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << part;
    EXPECT_LE(blocks.size(), kMostBlocks);
    const std::size_t end = blocks.empty() ? 0 : blocks.back().range.end;
    EXPECT_EQ(text.find_first_not_of(" \n", end), std::string::npos) << part;
  }
}

TEST(OutlineTest, KnowsWhatDoesNotEndASentence) {
  for (const std::string_view text : {"Ask Dr. Hill today.", "K. J. Sherman wrote it.",
                                      "Rest, e.g. Sundays.", "It was 2.5 Miles.", "No full stop"}) {
    EXPECT_EQ(first_sentence_end(text), text.size()) << text;
  }
  EXPECT_EQ(first_sentence_end("It hurts. (Badly.) Go."), 9U);
  EXPECT_EQ(first_sentence_end("“It hurts.” He left."), std::string_view("“It hurts.”").size());
}

}  // namespace
}  // namespace palpate
