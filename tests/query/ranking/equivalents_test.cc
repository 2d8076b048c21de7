#include "ranking/equivalents.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "understood_index.h"
#include "vocabulary/equivalents.h"
#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class AskedEquivalents : public UnderstoodIndex {};

const std::string kClinicsList =
    "creaky hinge, squeaking elbow\n"
    "hinge, swinging joint\n"
    "squeaking elbow, lantern grip\n"
    "wobbly plank, floor stance\n";

TEST_F(AskedEquivalents, TheLongestNameWins) {
  index_texts({"A hinge moves."}, kClinicsList);
  EXPECT_THAT(concepts("creaky hinge pain"), ElementsAre("creaky hinge", "pain"));
  EXPECT_THAT(others("creaky hinge pain", "creaky hinge"), ElementsAre("squeaking elbow"));
  EXPECT_THAT(others("hinge pain", "hinge"), ElementsAre("swinging joint"));
  EXPECT_THAT(concepts("hinge creaky"), ElementsAre("hinge", "creaky")) << "order matters";
}

TEST_F(AskedEquivalents, GroupsAreNotMergedThroughASharedTerm) {
  index_texts({"A hinge moves."}, kClinicsList);
  EXPECT_THAT(others("creaky hinge", "creaky hinge"), Not(Contains("lantern grip")));
  EXPECT_THAT(
      others("squeaking elbow", "squeaking elbow"),
      AllOf(Contains("creaky hinge"), Contains("lantern grip"), Not(Contains("swinging joint"))));
}

TEST_F(AskedEquivalents, ExactAndQuotesAskForNothingElse) {
  index_texts({"A hinge moves."}, kClinicsList);
  for (const Concept& asked : understood("creaky hinge", true).concepts)
    EXPECT_EQ(asked.alternatives.size(), 1U);
  EXPECT_THAT(others("\"creaky hinge\"", "creaky hinge"), IsEmpty());
}

TEST_F(AskedEquivalents, ANameKeepsItsStopword) {
  index_texts({"Hepatitis A and B. WHO advises rest. An IT band may be sore."});
  EXPECT_THAT(concepts("what is hepatitis A"), ElementsAre("hepatitis A"));
  EXPECT_THAT(concepts("my IT band hurts"), Contains("IT band"));
  EXPECT_THAT(concepts("a hepatitis"), Not(Contains("a")));
  EXPECT_THAT(concepts("rest advised by WHO"), Contains("WHO"));
  EXPECT_THAT(concepts("who advises rest"), Not(Contains("who")));
  EXPECT_THAT(concepts("WHO ADVISES REST"), Not(Contains("WHO"))) << "capitals say nothing here";
}

TEST_F(AskedEquivalents, ANameWithAStopwordIsSoughtAsAWhole) {
  index_texts({"Hepatitis A and B. WHO advises rest. An IT band may be sore."});
  const auto stems = [&](const std::string& question, bool exact) {
    std::vector<std::string> all;
    for (const Concept& asked : understood(question, exact).concepts)
      for (const QuestionToken& token : asked.alternatives.front().wordings.front().tokens)
        all.push_back(token.stem);
    return all;
  };
  for (const bool exact : {false, true}) {
    EXPECT_THAT(stems("what is hepatitis A", exact), ElementsAre("hepatitis", "hepatitis_a"));
    EXPECT_THAT(stems("IT band", exact), ElementsAre("band", "it_band"));
    EXPECT_THAT(stems("rest advised by WHO", exact), Contains("_who"));
    EXPECT_THAT(stems("WHO", exact), ElementsAre("_who"));
    EXPECT_THAT(stems("WHO ADVISES REST", exact), Not(Contains("_who")));
    EXPECT_THAT(stems("influenza A vaccine", exact), Contains("influenza_a"));
  }
}

TEST_F(AskedEquivalents, AWholeNameIsFoundBeforeItsWords) {
  index_texts(
      {"Hepatitis B, like any hepatitis, is a disease of the liver. Hepatitis can be a chronic "
       "one.",
       "Unlike the others, hepatitis A does not become chronic and leaves a healthy liver.",
       "Amniotic band: a band, or bands. It is rare.", "The IT band runs along the thigh.",
       "Who is at risk? Those who smoke, and all who know it.",
       "Advice on walking, taken from the WHO."});
  EXPECT_EQ(ranked("hepatitis A").front(), "d1");
  EXPECT_EQ(ranked("it band").front(), "d3");
  EXPECT_THAT(ranked("WHO"), ElementsAre("d5"));
}

// A stopword that tells two entries of the list apart must make a name of it in known_names.txt.
TEST(BuiltInEquivalents, NoTwoGroupsAreOneWithoutTheirStopwords) {
  Result<Analyser> analyser = Analyser::create({.language = "en"});
  ASSERT_TRUE(analyser);
  struct Term {
    std::string written, whole;
    std::size_t line;
  };
  std::map<std::vector<std::string>, Term> known;
  for (const EquivalentGroup& group : built_in_equivalents().groups) {
    if (group.language != "en") continue;
    for (const std::string& term : group.terms) {
      std::string whole;
      std::vector<std::string> content;
      for (const Token& token : analyser->analyse(term)) {
        if (!is_whole(token.kind)) whole.append(token.stem).append(" ");
        if (!is_stopword("en", token.form) && token.kind != TokenKind::joined)
          content.emplace_back(token.stem);
      }
      if (content.empty()) continue;
      const auto [other, fresh] = known.emplace(content, Term{term, whole, group.line});
      EXPECT_TRUE(fresh || other->second.whole == whole || other->second.line == group.line)
          << term << " / " << other->second.written;
    }
  }
}

TEST_F(AskedEquivalents, AbbreviationsAreReadBothWays) {
  index_texts({"A gentle joint glide (GJG) loosens. GJG is quick."});
  EXPECT_THAT(others("GJG after rest", "GJG"), Contains("gentle joint glide"));
  EXPECT_THAT(others("gjg after rest", "gjg"), Contains("gentle joint glide"));
  EXPECT_THAT(others("gentle joint glide", "gentle joint glide"),
              Contains(testing::StrCaseEq("gjg")));
}

TEST_F(AskedEquivalents, AWordInSmallLettersIsNoAbbreviation) {
  std::vector<std::string> texts = {"The Big Radial Arm Imaging Network (BRAIN) met."};
  for (int i = 0; i < 30; ++i) texts.emplace_back("The brain rests.");
  index_texts(texts);
  EXPECT_THAT(others("brain rest", "brain"), Not(Contains("Big Radial Arm Imaging Network")));
  EXPECT_THAT(others("BRAIN rest", "BRAIN"),
              Contains(testing::StrCaseEq("big radial arm imaging network")));
}

TEST_F(AskedEquivalents, TheWordTypedComesFirstInOtherwiseEqualPassages) {
  index_texts({"Rest helps a wobbly plank soon.", "Rest helps a floor stance soon."}, kClinicsList);
  EXPECT_THAT(ranked("wobbly plank"), ElementsAre("d0", "d1"));
  EXPECT_THAT(ranked("floor stance"), ElementsAre("d1", "d0"));
}

// However rare the equivalent's words are beside those typed.
TEST_F(AskedEquivalents, ARareEquivalentDoesNotOutrankACommonWordTyped) {
  std::vector<std::string> texts = {"Rest helps the hinge soon.",
                                    "Rest helps the swinging joint soon."};
  for (int i = 0; i < 20; ++i) texts.emplace_back("This hinge was oiled again today.");
  index_texts(texts, kClinicsList);
  const std::vector<std::string> order = ranked("hinge helps rest");
  ASSERT_GE(order.size(), 2U);
  EXPECT_EQ(order[0], "d0");
  EXPECT_EQ(order[1], "d1");
}

TEST_F(AskedEquivalents, OfWhatNoArticleHasTheOtherNameCountsOnlyAsAWhole) {
  index_texts({"Rest helps a squeaking elbow soon.", "Rest helps a squeaking chair soon."},
              "creaky hinge, squeaking elbow\n");
  EXPECT_EQ(ranked("creaky hinge"), std::vector<std::string>{"d0"});
}

TEST_F(AskedEquivalents, AnotherSpellingCountsAsWhatWasTyped) {
  index_texts({"Anaemia in old age.", "Anemia in old age.", "Other matter."}, "anaemia, anemia\n");
  const Understood asked = understood("anaemia");
  const Matches found = find_matches(*index_, analyser_, asked.query, {}, 10);
  ASSERT_EQ(found.candidates.size(), 2U);
  EXPECT_NEAR(found.candidates[0].score, found.candidates[1].score, 1e-6);
}

// Xapian's OP_MAX takes the branches of an OP_OR below it for its own: a name of two words then
// counts no more than its better word.
TEST_F(AskedEquivalents, EveryWordOfAnEquivalentCounts) {
  index_texts({"Rest helps a squeaking elbow soon.", "Rest helps a squeaking chair soon.",
               "Rest helps an elbow chair soon.", "Other matter.", "A creaky door."},
              "creaky hinge, squeaking elbow\n");
  const Understood asked = understood("creaky hinge");
  ASSERT_EQ(asked.concepts.size(), 1U);
  ASSERT_EQ(asked.concepts[0].alternatives.size(), 2U);
  const Matches found = find_matches(*index_, analyser_, asked.query, {}, 10);
  std::vector<double> scores(5, 0);
  for (const Candidate& one : found.candidates) {
    const std::string id = index_->document_of(index_->database().get_document(one.passage));
    scores.at(static_cast<std::size_t>(id.at(1) - '0')) = one.score;
  }
  ASSERT_GT(scores[1], 0);
  ASSERT_GT(scores[2], 0);
  EXPECT_NEAR(scores[0], scores[1] + scores[2], 1e-6);
}

}  // namespace
}  // namespace palpate
