#include "ranking/concept.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

QuestionAnalyser analyser(std::vector<std::string> languages = {"en"}) {
  return std::move(*QuestionAnalyser::create(std::move(languages)));
}

// "knee|hip" for alternatives, "!" behind what must be there, "~" behind what says little.
std::vector<std::string> understood(const std::string& words,
                                    std::vector<std::string> languages = {"en"}) {
  std::vector<std::string> lines;
  for (const Concept& asked : analyser(std::move(languages)).concepts(parse_question(words))) {
    std::string line;
    for (const Alternative& alternative : asked.alternatives)
      line += (line.empty() ? "" : "|") + alternative.text;
    if (asked.required) line += "!";
    if (asked.says_little) line += "~";
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> stems(const Alternative& asked) {
  std::vector<std::string> lines;
  for (const Wording& wording : asked.wordings) {
    std::string line = wording.language + ":";
    for (const QuestionToken& token : wording.tokens) line += " " + token.stem;
    lines.push_back(line);
  }
  return lines;
}

TEST(Concept, TheWordingInTheQuestionsOwnLanguageComesFirst) {
  QuestionAnalyser english_and_spanish = analyser({"en", "es"});
  const auto first_stems = [&](const std::string& question) {
    std::vector<std::string> lines;
    for (const Concept& asked : english_and_spanish.concepts(parse_question(question)))
      lines.push_back(stems(asked.alternatives.front()).front());
    return lines;
  };
  EXPECT_THAT(first_stems("el dolor de la rodilla"), ElementsAre("es: dolor", "es: rodill"));
  EXPECT_THAT(first_stems("the pain of the knees"), ElementsAre("en: pain", "en: knee"));
  EXPECT_THAT(first_stems("rodilla"), ElementsAre("en: rodilla"));
}

struct Case {
  std::string question;
  std::vector<std::string> concepts;
};

TEST(Concept, WordsThatCount) {
  const std::vector<Case> cases = {
      {"", {}},
      {"!!! ...", {}},
      {"knee pain", {"knee", "pain"}},
      {"pain in the knee", {"pain", "knee"}},
      {"the of and", {"the", "of", "and"}},
      {"best exercise", {"best~", "exercise"}},
      {"knee Knee KNEE knees", {"knee"}},
      {"\"low back\" pain", {"low back!", "pain"}},
      {"\"low back\" \"low back\"", {"low back!"}},
      {"knee \"knee\"", {"knee", "knee!"}},
      {"\"the\" knee", {"the!", "knee"}},
      {"knee OR hip pain", {"knee|hip", "pain"}},
      {"knee OR \"low back\"", {"knee|low back!"}},
      {"the OR knee", {"the|knee"}},
      {"knee OR hip OR knee", {"knee|hip|knee"}},
      {"knee -pain title:hip", {"knee"}},
  };
  for (const Case& c : cases)
    EXPECT_THAT(understood(c.question), testing::ElementsAreArray(c.concepts)) << c.question;
}

// Nothing can be checked of a phrase without words; it must not make its alternative a must.
TEST(Concept, APhraseWithoutWordsAsksNothing) {
  Question question = parse_question("knee OR hip");
  ASSERT_EQ(question.clauses.size(), 1U);
  question.clauses[0].alternatives[1] = {"!!!", true, {}};
  const std::vector<Concept> concepts = analyser().concepts(question);
  ASSERT_EQ(concepts.size(), 1U);
  EXPECT_EQ(concepts[0].alternatives.size(), 1U);
  EXPECT_FALSE(concepts[0].required);
}

TEST(Concept, AWordHasAWordingInEachLanguageThatStemsItOtherwise) {
  QuestionAnalyser both = analyser({"en", "de"});
  EXPECT_THAT(stems(both.analyse({"Übungen", false, {}})), ElementsAre("en: ubungen", "de: ubung"));
  EXPECT_THAT(stems(both.analyse({"neck", false, {}})), ElementsAre("en: neck")) << "once";
  EXPECT_THAT(both.analyse({"...", false, {}}).wordings, IsEmpty());
}

TEST(Concept, ACompoundIsItsPartsAndTheWhole) {
  EXPECT_THAT(stems(analyser().analyse({"low-back", false, {}})),
              ElementsAre("en: low back lowback"));
}

// A question is in one language: "die" is an article in German and a verb in English.
TEST(Concept, StopwordsAreThoseOfTheLikelyLanguage) {
  EXPECT_THAT(understood("was hilft gegen die Schmerzen", {"en", "de"}),
              testing::Not(testing::Contains("die")));
  EXPECT_THAT(understood("can you die of it", {"en", "de"}), testing::Contains("die"));
}

TEST(Concept, AnUnknownLanguageIsAnalysedByTheFirst) {
  QuestionAnalyser both = analyser({"de", "en"});
  EXPECT_EQ(both.analyser("fr").settings().language, "de");
  EXPECT_EQ(both.analyser("en").settings().language, "en");
}

}  // namespace
}  // namespace palpate
