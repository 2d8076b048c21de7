#include "analysis/sentences.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {
namespace {

// The text with a bar before each sentence but the first.
std::string marked(std::string_view text, std::string_view language) {
  SentenceBreaker breaker;
  std::string bars;
  for (const ByteRange& range : breaker.sentences(text, language)) {
    if (!bars.empty()) bars += '|';
    bars += range.of(text);
  }
  return bars;
}

std::string without_bars(std::string_view marks) {
  std::string text(marks);
  std::erase(text, '|');
  return text;
}

void expect_breaks(std::string_view language, const std::vector<std::string_view>& rows) {
  for (const std::string_view row : rows) {
    EXPECT_EQ(marked(without_bars(row), language), row);
  }
}

TEST(Sentences, EndAtFullStopsAndQuestions) {
  expect_breaks("en", {
                          "",
                          " ",
                          "One.",
                          "No stop at all",
                          "One. |Two. |Three.",
                          "Does it hurt? |Yes! |Rest.",
                          "  It hurts.  |It stops. ",
                          "It hurts at L4\u2013L5. |The next level is fine.",
                          "We found p = 0.05. |The end.",
                          "See 1.5 mg and 2.5 ml. |Then stop.",
                          "He said \u201cstop.\u201d |She did.",
                          "(It hurts.) |It stops.",
                          "痛い。|止まった。",
                      });
}

TEST(Sentences, AreNotFooledByTitlesAndLatin) {
  expect_breaks("en", {
                          "Ask Dr. Hill. |He knows.",
                          "Mr. and Mrs. Ray met Prof. Stone.",
                          "Take it (e.g. This one) or that, i.e. Both.",
                          "E.g. Aspirin helps.",
                          "Rest vs. Exercise for approx. 5 days.",
                          "Smith et al. (2019) agree. |Others do not.",
                          "It was found by Smith et al. |The end.",
                          "Bones, joints, etc. |The rest follows.",
                          "Bones, joints, etc. (see below) hurt.",
                      });
}

TEST(Sentences, AreNotFooledByNumbersOfThings) {
  expect_breaks("en", {
                          "See No. 5 and Fig. 2. |Then rest.",
                          "The answer is no. |Five people left.",
                          "See pp. 5 to 7.",
                          "1. Lie down. |2. Breathe.",
                          "a. Lie down.",
                          "There were 12. |Then 13 came.",
                      });
}

TEST(Sentences, KnowInitialsFromLettersThatNameThings) {
  expect_breaks("en", {
                          "K. J. Sherman wrote it. |We read it.",
                          "It was J. Sherman who wrote it.",
                          "Most U.S. adults rest.",
                          "The U.S. Preventive group agrees.",
                          "It is common in the U.S. |The cause is unknown.",
                          "Take vitamin D. |Ask first.",
                          "This is hepatitis B. |Rest helps.",
                          "It holds some protein A. |Smaller ones do not.",
                          "Hepatitis B. |Rest helps.",
                          "Ask Ann J. Sherman, or J. Sherman.",
                          "It begins at 8 a.m. |The end.",
                      });
}

TEST(Sentences, GoOnAfterAQuotedQuestion) {
  expect_breaks("en", {"\"Does it hurt?\" she asked. |It did.",
                       "\u201cDoes it hurt?\u201d she asked.", "\"Does it hurt?\" |She asked."});
}

TEST(Sentences, EndAtParagraphsNotAtLines) {
  expect_breaks("en", {
                          "It hurts in\nthe morning.\n|It stops.",
                          "A heading\n\n|A sentence.\n \n|Another",
                          "A heading\r\n\r\n|A wrapped\r\nsentence.",
                          "Ask Dr.\nHill.",
                          "Ask Dr.\n\n|Hill.",
                          "\n\nBlank lines first.\n\n\n",
                          "End.\n\n  |Indented.",
                      });
}

TEST(Sentences, KnowGermanAbbreviationsAndOrdinals) {
  expect_breaks("de", {
                          "Das ist z. B. Ibuprofen bzw. Aspirin. |Es hilft.",
                          "Das ist z.B. Ibuprofen, d. h. Schmerzmittel.",
                          "Am 3. Juni kam er. |Am 2. Tag ging er.",
                          "Und 1. Teil. |Es waren 12. |Dann kam er.",
                          "1. Punkt eins. |2. Punkt zwei.",
                          "Ca. 5 Tage, max. Zwei Wochen.",
                          "Siehe Abb. 2 und Nr. 5.",
                          "Knochen, Gelenke usw. |Der Rest folgt.",
                          "Fragen Sie Dr. Berg.",
                      });
}

TEST(Sentences, KnowSpanishAndFrenchAbbreviations) {
  expect_breaks("es", {"El Dr. Paz y la Sra. Luna. |Descansan.", "Toma algo, p. ej. Agua.",
                       "Ver fig. 2 y p\u00e1g. 5."});
  expect_breaks("fr", {"M. Dupont et le Dr. Roche. |Ils dorment.", "Voir fig. 2, p. ex. La main.",
                       "C'est la vitamine D. |Elle aide."});
}

TEST(Sentences, AnUnknownLanguageIsReadAsEnglish) {
  expect_breaks("", {"Ask Dr. Hill. |He knows."});
  expect_breaks("xx-YY", {"Ask Dr. Hill. |He knows."});
  expect_breaks("en-GB", {"Ask Dr. Hill. |He knows."});
}

void expect_tiles(std::string_view text, std::string_view language) {
  SentenceBreaker breaker;
  std::size_t at = 0;
  for (const ByteRange& range : breaker.sentences(text, language)) {
    ASSERT_EQ(range.begin, at) << text;
    ASSERT_GT(range.end, range.begin) << text;
    at = range.end;
  }
  ASSERT_EQ(at, text.size()) << text;
}

TEST(SentencesProperty, TileAnyText) {
  constexpr auto kPieces = std::to_array<std::string_view>(
      {"Dr",     ".",     " ",    "\n", "\r\n", "\n\n", "A", "a",      "5",    "z. B",
       "?",      "!",     "\"",   "(",  ")",    "。",   "é", "\u2029", "\xff", "\xe2\x80",
       "\u00a0", "et al", "\x85", "-",  "No",   "…",    "”", "𝐀",      "\t",   "The"});
  std::mt19937 random{20240603};
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  for (int i = 0; i < 5000; ++i) {
    std::string text(i % 3 == 0 ? "\0" : "", i % 3 == 0 ? 1 : 0);
    for (int k = i % 25; k > 0; --k) text += kPieces[piece(random)];
    expect_tiles(text, i % 2 == 0 ? "en" : "de");
  }
}

TEST(SentencesProperty, HostileTextTakesLinearTime) {
  for (const std::string_view unit : {"a", ".", "A.", "A. ", " ", "\n", "\r", "a. (", "1. ", ". 1 ",
                                      "\n ", "?\"", "\xff", "K.\n", "z. B", "e.g. ", ")"}) {
    std::string text;
    while (text.size() < (std::size_t{1} << 20)) text += unit;
    expect_tiles(text, "de");
    expect_tiles("A. " + text, "en");
  }
}

}  // namespace
}  // namespace palpate
