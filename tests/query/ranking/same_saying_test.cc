#include "ranking/same_saying.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "analysis/analyser.h"
#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

// Of a text alone, as one sentence; names and a heading of its own stand before it.
TokenStream stream_of(const std::string& text, const std::string& heading) {
  static Analyser analyser = std::move(*Analyser::create({"en"}));
  TokenStream stream;
  const auto add = [&](const std::string& part) {
    for (const Token& token : analyser.analyse(part))
      stream.add(token_code(token.stem, is_stopword("en", token.form)));
    stream.end_part();
  };
  add(heading);
  stream.names = 1;
  add(heading);
  add("");
  add(text);
  return stream;
}

Alike compared(const std::string& a, const std::string& b, bool same_article) {
  Sayings sayings;
  sayings.add(stream_of(a, "One title"));
  sayings.add(stream_of(b, "Quite another heading"));
  EXPECT_EQ(sayings.compare(0, 1, same_article), sayings.compare(1, 0, same_article));
  return sayings.compare(0, 1, same_article);
}

const std::string kPillow =
    "A flat pillow is kinder to the neck than a high one, because the head then rests in line with "
    "the spine and the muscles along the shoulder can let go. Sleepers who lie on their side need "
    "a "
    "firmer cushion that fills the gap between ear and mattress, about as wide as the shoulder. "
    "Feather fillings sink during the night, whereas foam keeps its height until morning.";

std::string changed(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

struct Pair {
  std::string name, a, b;
  Alike in_article, between_articles;
};

TEST(SameSaying, CopiesAreToldFromWhatIsOnlyAboutTheSame) {
  const std::vector<Pair> pairs{
      {"copied", kPillow, kPillow, Alike::identical, Alike::identical},
      {"copied with two words changed", kPillow,
       changed(changed(kPillow, "firmer", "harder"), "morning", "dawn"), Alike::nearly,
       Alike::nearly},
      {"copied with a sentence less", kPillow, kPillow.substr(0, kPillow.find(" Feather")),
       Alike::nearly, Alike::no},
      {"sentences in another order", kPillow,
       kPillow.substr(kPillow.find("Feather")) + " " + kPillow.substr(0, kPillow.find(" Feather")),
       Alike::nearly, Alike::nearly},
      {"one sentence in other order of words",
       "Patients walk ten minutes every morning, rest their sore knee afterwards, cool swollen "
       "joints gently and stretch both calves before sleeping.",
       "Before sleeping stretch both calves; every morning patients gently cool joints swollen, "
       "their knee sore afterwards rest, and walk ten minutes.",
       Alike::nearly, Alike::no},
      {"one pattern, another thing",
       "Changes in the gene ABCD cause marble syndrome. The gene tells cells how to build a "
       "protein "
       "that carries copper. Without it copper gathers in the liver.",
       "Changes in the gene WXYZ cause granite syndrome. The gene tells cells how to build a "
       "protein "
       "that carries iron. Without it iron gathers in the spleen.",
       Alike::no, Alike::no},
      {"another thing", kPillow,
       "Walking every day keeps the hip moving and strengthens the muscles around it, so that "
       "stairs "
       "become easier within a few weeks.",
       Alike::no, Alike::no},
      {"short and identical", "Rest the knee.", "Rest the knee.", Alike::identical,
       Alike::identical},
      {"short and nearly so", "Rest the sore knee well.", "Rest the sore hip well.", Alike::no,
       Alike::no},
      {"without a word", "", "", Alike::no, Alike::no},
  };
  for (const Pair& pair : pairs) {
    EXPECT_EQ(compared(pair.a, pair.b, true), pair.in_article) << pair.name;
    EXPECT_EQ(compared(pair.a, pair.b, false), pair.between_articles) << pair.name;
  }
}

// The words' maps only rule out: many words that share bits, and repeated ones, change nothing.
TEST(SameSaying, LongAndRepetitiveTextsAreComparedAsWell) {
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "word" + std::to_string(i % 900) + " ";
  EXPECT_EQ(compared(text, text + "more", false), Alike::nearly);
  EXPECT_EQ(compared(text, text.substr(0, text.size() / 6), false), Alike::no);
}

TEST(SameSaying, NumbersAndDenialsMakeADifference) {
  const std::vector<std::pair<std::string, std::string>> same{
      {"Take 5 mg, then 10 mg.", "then take 10 mg - or 5 mg"},
      {"It isn't safe.", "It isn’t SAFE"},
      {"Knot, noted, pasta", "now"},
      {"1,000 steps", "Steps: 1,000."},
  };
  const std::vector<std::pair<std::string, std::string>> different{
      {"Take 5 mg.", "Take 10 mg."},      {"Take 0.5 mg.", "Take 5 mg."},
      {"It is safe.", "It is not safe."}, {"You can fly.", "You can't fly."},
      {"Do not, never", "Do not"},        {"Nicht heben", "Heben"},
      {"L4 and L5", "L4 and S1"},         {"not hot, not cold", "not hot, cold"},
  };
  for (const auto& [a, b] : same) EXPECT_TRUE(same_figures(a, b)) << a;
  for (const auto& [a, b] : different) EXPECT_FALSE(same_figures(a, b)) << a;
}

TEST(SameSaying, HostileTextsHaveFiguresToo) {
  EXPECT_TRUE(same_figures("", "\xff\xfe'.,'"));
  EXPECT_FALSE(same_figures(std::string("\0"
                                        "7",
                                        2),
                            "8"));
  EXPECT_TRUE(same_figures(std::string(1'000'000, '\''), std::string(1'000'000, '.')));
}

}  // namespace
}  // namespace palpate
