#include "vocabulary/intents.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <vector>

#include "indexer/vocabulary/folded_words.h"
#include "vocabulary/intent_phrases.h"
#include "vocabulary/lists/lists.h"

namespace palpate {

void PrintTo(IntentSet intents, std::ostream* out) {
  for (const std::string_view name : intent_names(intents)) *out << '[' << name << ']';
}

namespace {

IntentSet heading(std::string_view text, std::string_view title = "") {
  return heading_intents(FoldedWords(text).views(), FoldedWords(title).views());
}

IntentSet question(std::string_view text) { return question_intents(FoldedWords(text).views()); }

struct Case {
  std::string_view text;
  IntentSet intents;
};

TEST(IntentNames, AreDistinctAndListedInOrder) {
  std::set<std::string_view> names;
  for (std::uint8_t number = 0; number < kIntentCount; ++number) {
    names.insert(intent_name(static_cast<Intent>(number)));
  }
  EXPECT_EQ(names.size(), kIntentCount);
  const std::vector<std::string_view> expected = {"cause", "storage"};
  EXPECT_EQ(intent_names({Intent::storage, Intent::cause}), expected);
}

TEST(IntentsOfHeadings, AreToldByItsWords) {
  const std::vector<Case> cases = {
      {"Treatment options", {Intent::treatment}},
      {"Home remedies", {Intent::treatment}},
      {"Etiology", {Intent::cause}},
      {"Signs of a tear", {Intent::symptoms}},
      {"Clinical features", {Intent::symptoms}},
      {"Exams and tests", {Intent::diagnosis}},
      {"How to avoid it", {Intent::prevention}},
      {"What to expect", {Intent::outlook}},
      {"Possible complications", {Intent::complications}},
      {"Who gets it?", {Intent::risk}},
      {"Is it inherited?", {Intent::genetics}},
      {"How many people are affected?", {Intent::how_common}},
      {"How should this gel be used?", {Intent::treatment, Intent::dose}},
      {"Why is this tablet prescribed?", {Intent::treatment, Intent::cause}},
      {"Used bandages", {}},
      {"Adverse effects", {Intent::side_effects}},
      {"Brand names", {Intent::ingredients}},
      {"When to contact a doctor", {Intent::emergency}},
      {"Overview", {Intent::definition}},
      {"Clinical trials", {Intent::research}},
      {"Living with it", {Intent::what_to_do}},
      {"Storage", {Intent::storage}},
      {"Causes and treatment", {Intent::cause, Intent::treatment}},
      {"Behandlungsmöglichkeiten", {Intent::treatment}},
      {"Ursachen und Symptome", {Intent::cause, Intent::symptoms}},
      {"Vorbeugung", {Intent::prevention}},
      {"Tratamiento y síntomas", {Intent::treatment, Intent::symptoms}},
      {"Causas", {Intent::cause}},
      {"Prevención", {Intent::prevention}},
      {"Anatomy of the shoulder", {}},
      {"The latest examples", {}},
      {"Der Knochen, an dem die Sehne sitzt", {}},
  };
  for (const Case& wanted : cases) EXPECT_EQ(heading(wanted.text), wanted.intents) << wanted.text;
}

TEST(IntentsOfHeadings, AreNotToldByTheTitle) {
  EXPECT_EQ(heading("Lead poisoning", "Lead poisoning"), IntentSet{Intent::definition});
  EXPECT_EQ(heading("Lead poisoning", "Lead"), IntentSet{});
  EXPECT_EQ(heading("What is (are) test anxiety?", "Test anxiety"), IntentSet{Intent::definition});
  EXPECT_EQ(heading("Causes of test anxiety", "Test anxiety"), IntentSet{Intent::cause});
  EXPECT_EQ(heading("", "Gout"), IntentSet{Intent::definition});
}

TEST(IntentsOfHeadings, AreToldByOneThatIsPartOfItsTitle) {
  EXPECT_EQ(heading("Treatment", "Treatment of gout"), IntentSet{Intent::treatment});
  EXPECT_EQ(heading("Symptoms", "Gout: causes, symptoms"), IntentSet{Intent::symptoms});
}

TEST(IntentsOfQuestions, AreToldByItsWords) {
  const std::vector<Case> cases = {
      {"How do I get rid of a wart?", {Intent::treatment}},
      {"why does my heel hurt in the morning", {Intent::cause}},
      {"What does shingles look like?", {Intent::symptoms}},
      {"How can I know if my wrist is broken", {Intent::diagnosis}},
      {"how to prevent gout", {Intent::prevention}},
      {"How long does a sprain last?", {Intent::outlook}},
      {"will he die", {Intent::outlook}},
      {"long-term damage from snoring", {Intent::complications}},
      {"Who is more likely to have gallstones?", {Intent::risk}},
      {"does baldness run in the family", {Intent::genetics}},
      {"How common is vertigo", {Intent::how_common}},
      {"how much zinc", {Intent::dose}},
      {"how many zinc tablets a day", {Intent::dose}},
      {"how many people have gout", {Intent::how_common}},
      {"how should an adult use the spray", {Intent::dose}},
      {"Is it safe to fly in plaster", {Intent::side_effects}},
      {"does this syrup contain lactose", {Intent::ingredients}},
      {"my dog swallowed a coin", {Intent::emergency}},
      {"What are bunions?", {Intent::definition}},
      {"What is the spleen?", {}},
      {"Is the cuboid a bone", {Intent::definition}},
      {"new clinical trials", {Intent::research}},
      {"What should I do about hiccups", {Intent::what_to_do}},
      {"do eye drops expire", {Intent::storage}},
      {"Was hilft gegen Schluckauf?", {Intent::treatment}},
      {"Wie lange dauert eine Grippe", {Intent::outlook}},
      {"¿Por qué me duele la rodilla?", {Intent::cause}},
      {"¿Qué es la gota?", {Intent::definition}},
      {"Hier schmerzt die Schulter", {}},
      {"gout", {}},
      {"", {}},
  };
  for (const Case& wanted : cases) EXPECT_EQ(question(wanted.text), wanted.intents) << wanted.text;
}

TEST(Warnings, AreToldByHeadings) {
  for (const std::string_view text :
       {"When to see a doctor", "Red flags", "Contraindications", "Call 911 if",
        "Who should not use it", "When should I get medical help?", "Emergency signs",
        "Do not use if", "Wann zum Arzt?", "Warnzeichen", "Cuándo consultar al médico",
        "Señales de alarma"}) {
    EXPECT_TRUE(is_warning_heading(FoldedWords(text).views())) << text;
  }
  for (const std::string_view text :
       {"When to stretch", "Treatment", "Your doctor's notes", "How to use it", "Flags", "",
        "Behandlung durch den Arzt", "El médico rural"}) {
    EXPECT_FALSE(is_warning_heading(FoldedWords(text).views())) << text;
  }
}

TEST(Warnings, AreToldBySentences) {
  for (const std::string_view text :
       {"Seek medical help at once if the leg turns blue.", "If your lips swell, call 999.",
        "Ring for an ambulance.", "See your GP if it has not settled in six weeks.",
        "Numbness of both legs is a red flag.", "Do not use this cream on broken skin.",
        "Don't take it with wine.", "Massage is contraindicated over a clot.", "Go to A&E.",
        "Rufen Sie sofort den Notruf 112.", "Acuda al médico si la fiebre no baja."}) {
    EXPECT_TRUE(is_warning_sentence(FoldedWords(text).views())) << text;
  }
  for (const std::string_view text :
       {"Many doctors like to see the sea.", "The physician Galen wrote of gout.",
        "Stretch the calf for 30 seconds.", "The call was short.", "Use a warm pack twice a day.",
        "Der Arzt misst den Blutdruck.", "El médico mide la tensión.", ""}) {
    EXPECT_FALSE(is_warning_sentence(FoldedWords(text).views())) << text;
  }
}

TEST(Warnings, AreAskedFor) {
  for (const std::string_view text :
       {"Is massage safe in pregnancy?", "Can I take ibuprofen with wine",
        "when should I see a doctor with back pain", "Should I worry about a clicking knee",
        "side effects of cupping", "should i go to the hospital",
        "is it dangerous to crack my neck", "Can I still exercise with a sore hip",
        "Darf ich mit Fieber zum Sport?", "Wann muss ich zum Arzt?",
        "¿Puedo correr con dolor de rodilla?", "¿Cuándo debo ir al médico?"}) {
    EXPECT_TRUE(asks_for_warning(FoldedWords(text).views())) << text;
  }
  for (const std::string_view text :
       {"knee pain", "How long should I hold a stretch", "what can I do about cramp",
        "treatment of gout", "doctor fish", "Wie lange dauert das", "dolor de rodilla", ""}) {
    EXPECT_FALSE(asks_for_warning(FoldedWords(text).views())) << text;
  }
}

TEST(IntentPhrases, OfTheBuiltInListCanBeRead) {
  for (const IntentSide side : {IntentSide::passages, IntentSide::questions}) {
    const auto phrases = read_intent_phrases(kIntentsList, side);
    EXPECT_TRUE(phrases) << (phrases ? "" : phrases.error().message);
  }
}

TEST(IntentPhrases, AreReadForOneSide) {
  constexpr std::string_view kList =
      "[cause]\nboth: why\nquestion: due to\n[warning]\nboth: danger\nquestion: is it safe";
  const std::vector<std::string_view> question = {"is", "it", "safe", "and", "why"};
  const auto passages = read_intent_phrases(kList, IntentSide::passages);
  const auto questions = read_intent_phrases(kList, IntentSide::questions);
  ASSERT_TRUE(passages && questions);
  EXPECT_NE(passages->heading.match(question), 0U);
  EXPECT_EQ(passages->question.match(question), 0U);
  EXPECT_EQ(passages->warning_question.match(question), 0U);
  EXPECT_EQ(questions->heading.match(question), 0U);
  EXPECT_NE(questions->question.match(question), 0U);
  EXPECT_NE(questions->warning_question.match(question), 0U);
  const std::vector<std::string_view> danger = {"danger"};
  EXPECT_NE(passages->warning_sentence.match(danger), 0U);
  EXPECT_NE(passages->warning_heading.match(danger), 0U);
  EXPECT_EQ(questions->warning_sentence.match(danger), 0U);
}

TEST(IntentPhrases, NameTheLineAtFault) {
  for (const std::string_view list :
       {"\nboth: pain", "[cause]\nbothh: pain", "#\n[causes]", "[cause]\nheading: a*",
        "[cause]\nsentence: pain", "[warning]\nanswer: pain", "[cause]\nboth: ..",
        "[cause]\nboth: a ^ b", "[cause]\nboth: ,x", "[cause]\nboth: a|*", "[cause]\nboth: !x",
        "[cause]\npain"}) {
    const auto phrases = read_intent_phrases(list, IntentSide::passages);
    ASSERT_FALSE(phrases) << list;
    EXPECT_EQ(phrases.error().message.substr(0, 7), "line 2:") << list;
  }
}

}  // namespace
}  // namespace palpate
