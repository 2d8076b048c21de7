#include "ranking/phrase.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAreArray;

QuestionAnalyser english() { return std::move(*QuestionAnalyser::create({"en"})); }

std::vector<std::string> found(const std::string& phrase, const std::string& text) {
  QuestionAnalyser analyser = english();
  const Alternative asked = analyser.analyse({phrase, true, {}});
  std::vector<std::string> texts;
  for (const ByteRange& range : find_phrase(asked.wordings.at(0), text, analyser.analyser("en")))
    texts.emplace_back(range.of(text));
  return texts;
}

struct Case {
  std::string phrase;
  std::string text;
  std::vector<std::string> found;
};

TEST(Phrase, StandsWhereItsWordsStandTogetherInOrder) {
  const std::vector<Case> cases = {
      {"knee pain", "My knee pain is worse. Knee pain!", {"knee pain", "Knee pain"}},
      {"knee pain", "Pain in the knee", {}},
      {"knee pain", "pain knee", {}},
      {"knee pain", "knee", {}},
      {"knee pain", "", {}},
      {"pain", "knee pain", {"pain"}},
      // Words as they are, not their stems.
      {"knee pain", "knee pains", {}},
      {"knee pains", "knee pain", {}},
      // Folded: case, accents, ligatures.
      {"frozen SHOULDER", "Frozen shoulder", {"Frozen shoulder"}},
      {"cafe diet", "the Café diet", {"Café diet"}},
      {"first find", "ﬁrst ﬁnd", {"ﬁrst ﬁnd"}},
      // Hyphens join nothing and part nothing.
      {"low back", "low-back pain", {"low-back"}},
      {"low-back", "low back pain", {"low back"}},
      {"low-back pain", "low-back pain", {"low-back pain"}},
      {"back pain", "low-back pain", {"back pain"}},
      // Stopwords count.
      {"range of motion", "a range of motion", {"range of motion"}},
      {"range of motion", "range motion", {}},
      {"range motion", "range of motion", {}},
      {"the of and", "the of and", {"the of and"}},
      // Punctuation between words does not.
      {"knee pain", "the knee. Pain comes", {"knee. Pain"}},
      // They do not overlap.
      {"a b a", "a b a b a b a", {"a b a", "a b a"}},
  };
  for (const Case& c : cases)
    EXPECT_THAT(found(c.phrase, c.text), ElementsAreArray(c.found)) << c.phrase << " in " << c.text;
}

class Holds : public testing::Test {
 protected:
  bool holds_it(const std::string& words, bool phrase) {
    const PassageTexts texts{"Rest for a week.", "Do these:", "Knee pain explained", &headings_};
    return AnalysedPassage(texts, analyser_).standing_of(analyser_.analyse({words, phrase, {}})) !=
           Standing::nowhere;
  }

  QuestionAnalyser analyser_ = english();
  std::vector<std::string> headings_{"What helps", "First days"};
};

TEST_F(Holds, APhraseInAnyOneTextOfThePassage) {
  EXPECT_TRUE(holds_it("for a week", true));
  EXPECT_TRUE(holds_it("do these", true));
  EXPECT_TRUE(holds_it("knee pain", true));
  EXPECT_TRUE(holds_it("first days", true));
  EXPECT_FALSE(holds_it("week do", true)) << "not across two of them";
  EXPECT_FALSE(holds_it("helps first", true));
}

TEST_F(Holds, AnUnquotedAlternativeByTheStemOfOneOfItsWords) {
  EXPECT_TRUE(holds_it("weeks", false));
  EXPECT_TRUE(holds_it("knees", false));
  EXPECT_TRUE(holds_it("low-knee", false));
  EXPECT_FALSE(holds_it("hip", false));
}

}  // namespace
}  // namespace palpate
