#include "question/question.h"
#include "query/note_texts.h"

#include <gmock/gmock.h>

#include <chrono>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace palpate {
namespace {

using namespace std::string_view_literals;

using std::chrono::January;
using std::chrono::June;
using std::chrono::year;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Case {
  std::string typed;
  std::string understood;  // describe(), its lines joined by " / "
  std::string note;        // part of the only note; "" for none
};

std::string joined_lines(std::string lines) {
  if (!lines.empty()) lines.pop_back();
  for (auto at = lines.find('\n'); at != std::string::npos; at = lines.find('\n', at)) {
    lines.replace(at, 1, " / ");
  }
  return lines;
}

void expect_understood(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.typed);
    const Question question = parse_question(c.typed);
    EXPECT_EQ(joined_lines(describe(question)), c.understood);
    if (c.note.empty()) {
      EXPECT_THAT(question.notes, IsEmpty());
    } else {
      EXPECT_THAT(texts_of(question.notes), ElementsAre(HasSubstr(c.note)));
    }
  }
}

TEST(Question, PlainWordsNeedNoSyntax) {
  expect_understood({
      {"trigger point", "word: trigger / word: point", ""},
      {"  how long\tis a\nsession? ", "word: how / word: long / word: is / word: a / word: session",
       ""},
      {"", "", ""},
      {" \t ", "", ""},
      {"? & ... () - --", "", ""},
      {"low-back pain", "word: low-back / word: pain", ""},
      {"pain -", "word: pain", ""},
      {"- pain", "word: pain", ""},
      {"--pain", "word: --pain", ""},
      {"(knee, hip) [foot]", "word: knee / word: hip / word: foot", ""},
      {"vertebra(e)", "word: vertebra(e)", ""},
      {"63% relief", "word: 63% / word: relief", ""},
      {"this AND that NOT other", "word: this / word: AND / word: that / word: NOT / word: other",
       ""},
      {"L4:L5 10:30", "word: L4:L5 / word: 10:30", ""},
      {"Rücken　schmerz\u00a0Übung", "word: Rücken / word: schmerz / word: Übung", ""},
      {"💊 dose", "word: 💊 / word: dose", ""},
      {"don't 'quoted'", "word: don't / word: 'quoted'", ""},
  });
}

TEST(Question, QuotesHoldPhrases) {
  expect_understood({
      {R"("referred pain" neck)", "phrase: \"referred pain\" / word: neck", ""},
      {"“referred pain”", "phrase: \"referred pain\"", ""},
      {"„Schmerz im Nacken“", "phrase: \"Schmerz im Nacken\"", ""},
      {"« mal de dos »", "phrase: \"mal de dos\"", ""},
      {"»Rücken«", "phrase: \"Rücken\"", ""},
      {"“mixed marks\"", "phrase: \"mixed marks\"", ""},
      {R"("one "two")", "phrase: \"one\" / word: two", "quotation mark"},
      {R"("say “hi” now")", "phrase: \"say “hi” now\"", ""},
      {R"(knee"neck pain"hip)", "word: knee / phrase: \"neck pain\" / word: hip", ""},
      {R"("")", "", ""},
      {R"(" ? ")", "", ""},
      {R"(("neck pain"))", "phrase: \"neck pain\"", ""},
      {R"("-neck OR title:hip")", "phrase: \"-neck OR title:hip\"", ""},
  });
}

TEST(Question, AnUnbalancedQuoteIsTakenAsWords) {
  expect_understood({
      {R"("neck pain)", "word: neck / word: pain", "quotation mark"},
      {R"(neck pain")", "word: neck / word: pain", "quotation mark"},
      {"„neck pain", "word: neck / word: pain", "quotation mark"},
      {R"(-"neck pain)", "word: neck / word: pain", "quotation mark"},
      {R"("neck pain»)", "word: neck / word: pain", "quotation mark"},
      {R"(6" tube)", "word: 6 / word: tube", ""},
      {R"(5'10" tall "back pain")", "word: 5'10 / word: tall / phrase: \"back pain\"", ""},
  });
}

TEST(Question, AMinusLeavesOut) {
  expect_understood({
      {"pain -surgery", "word: pain / without: surgery", ""},
      {R"(pain -"disc surgery")", "word: pain / without: \"disc surgery\"", ""},
      {"-„stationär“ Knie", "word: Knie / without: \"stationär\"", ""},
      {"pain (-surgery)", "word: pain / without: surgery", ""},
      {"pain -2019", "word: pain / without: 2019", ""},
      {"pain -5kg", "word: pain / without: 5kg", ""},
      {"score -5", "word: score / word: -5", ""},  // a number's sign
      {"score -2.5", "word: score / word: -2.5", ""},
      {"score -2,5 now", "word: score / word: -2,5 / word: now", ""},
      {"pain -source:Blog", "word: pain / without source: Blog", ""},
      {R"(pain -title:"hip pain")", "word: pain / without title: \"hip pain\"", ""},
      {"-lang:DE-at", "without lang: de", ""},
      {"pain -OR", "word: pain / without: OR", ""},
  });
}

TEST(Question, OrJoinsItsNeighbours) {
  expect_understood({
      {"knee OR hip pain", "any of: knee OR hip / word: pain", ""},
      {R"(knee OR "hip joint" OR foot)", "any of: knee OR \"hip joint\" OR foot", ""},
      {"(knee OR hip)", "any of: knee OR hip", ""},
      {"knee or hip", "word: knee / word: or / word: hip", ""},
      {"title:knee OR title:hip title:pain", "only title: knee OR hip / only title: pain", ""},
      {"tag:x source:a tag:y source:b OR source:c",
       "only tag: x / only source: a OR b OR c / only tag: y", ""},
      {"knee hip OR foot", "word: knee / any of: hip OR foot", ""},
  });
}

TEST(Question, AMalformedOrIsAWord) {
  const std::string note = "OR stands between";
  expect_understood({
      {"OR knee", "word: OR / word: knee", note},
      {"knee OR", "word: knee / word: OR", note},
      {"OR", "word: OR", note},
      {"knee OR OR hip", "word: knee / word: OR / word: OR / word: hip", note},
      {"knee OR -hip", "word: knee / word: OR / without: hip", note},
      {"knee OR title:hip", "word: knee / word: OR / only title: hip", note},
      {R"("OR" knee)", "phrase: \"OR\" / word: knee", ""},
  });
}

TEST(Question, FieldsNarrow) {
  expect_understood({
      {"pain title:knee", "word: pain / only title: knee", ""},
      {"TITLE:Knee Author:hill", "only title: Knee / only author: hill", ""},
      {R"(author:"Erynne Hill" heading:“red flags”)",
       R"(only author: "Erynne Hill" / only heading: "red flags")", ""},
      {"tag:neck tag:posture", "only tag: neck / only tag: posture", ""},
      {"source:a source:b", "only source: a OR b", ""},
      {"lang:en lang:de_CH", "only lang: en OR de", ""},
      {"id:guides/neck%20pain.md", "only id: guides/neck%20pain.md", ""},
      {"id:neck_(old)", "only id: neck_(old)", ""},
      {"source:clinic, knee", "word: knee / only source: clinic", ""},
      {"title:a:b", "only title: a:b", ""},
  });
}

TEST(Question, AFieldThatMakesNoSenseIsTakenAsWords) {
  expect_understood({
      {"note:this", "word: note / word: this", "no field \"note:\""},
      {R"(note:"this thing")", "word: note / phrase: \"this thing\"", "no field \"note:\""},
      {"-note:this pain", "word: pain / without: \"note:this\"", "no field \"note:\""},
      {"http://example.org/a?b=c", "word: http://example.org/a?b=c", ""},
      {"title:", "word: title", "\"title\" is followed by nothing"},
      {"title: knee", "word: title / word: knee", "\"title\" is followed by nothing"},
      {R"(title:"" knee)", "word: title / word: knee", "\"title\" is followed by nothing"},
      {"title:?!", "word: title", "\"title\" is followed by nothing"},
      {"lang:german", "word: lang / word: german", "names no language"},
      {"after:", "word: after", "followed by nothing"},
  });
}

TEST(Question, DatesAreInclusiveBounds) {
  expect_understood({
      {"after:2020", "dated from: 2020-01-01", ""},
      {"after:2020-06", "dated from: 2020-06-01", ""},
      {"After:2020-06-15", "dated from: 2020-06-15", ""},
      {"before:2020", "dated until: 2020-12-31", ""},
      {"before:2024-06", "dated until: 2024-06-30", ""},
      {"before:2024-02", "dated until: 2024-02-29", ""},
      {"before:2023-02", "dated until: 2023-02-28", ""},
      {R"(before:"2024-06-03")", "dated until: 2024-06-03", ""},
      {"after:2019 after:2021 after:2020", "dated from: 2021-01-01", ""},
      {"before:2019 before:2021", "dated until: 2019-12-31", ""},
      {"after:2021 before:2020", "dated from: 2021-01-01 / dated until: 2020-12-31",
       "nothing can match"},
      {"after:2020-06-15, pain", "word: pain / dated from: 2020-06-15", ""},
  });
  const Question question = parse_question("after:2020 before:2024-06");
  EXPECT_EQ(question.filters.after, year{2020} / January / 1);
  EXPECT_EQ(question.filters.before, year{2024} / June / 30);
}

TEST(Question, DatesThatAreNoneAreTakenAsWords) {
  expect_understood({
      {"after:soon", "word: after / word: soon", "is no date"},
      {"after:20", "word: after / word: 20", "is no date"},
      {"after:2020-6", "word: after / word: 2020-6", "is no date"},
      {"after:2020-06-15T08", "word: after / word: 2020-06-15T08", "is no date"},
      {"before:2024-13", "word: before / word: 2024-13", "does not exist"},
      {"before:2023-02-29", "word: before / word: 2023-02-29", "does not exist"},
      {"before:0000", "word: before / word: 0000", "does not exist"},
      {"-after:2020", "without: \"after:2020\"", "cannot be left out"},
      {"afterwards:2020", "word: afterwards / word: 2020", "no field"},
  });
}

TEST(Question, TermsKnowWhereTheyStand) {
  const Question question = parse_question(R"(neck  -"disc surgery" OR title:hip, “a b”)");
  const auto at = [&](const Term& term) { return term.range.of(question.text); };
  ASSERT_THAT(question.clauses, SizeIs(3));
  EXPECT_EQ(at(question.clauses[0].alternatives[0]), "neck");
  EXPECT_EQ(at(question.clauses[2].alternatives[0]), "a b");
  EXPECT_EQ(at(question.exclusions.at(0).term), "disc surgery");
  EXPECT_EQ(at(question.filters.fields.at(0).any_of.at(0)), "hip");
}

TEST(Question, BytesThatAreNoTextAreBlanks) {
  const Question question = parse_question("neck\0pain \xff\xfe back\x1b[31m \xe2\x82"sv);
  EXPECT_EQ(joined_lines(describe(question)), "word: neck / word: pain / word: back / word: 31m");
  EXPECT_THAT(texts_of(question.notes), ElementsAre(HasSubstr("not text")));
  EXPECT_EQ(question.text.size(), 25U);
}

TEST(Question, AVeryLongQuestionIsCutAtACharacter) {
  std::string words(kMaxQuestionBytes - 1, 'a');
  words += "é more";
  const Question question = parse_question(words);
  EXPECT_EQ(question.text, std::string(kMaxQuestionBytes - 1, 'a'));
  EXPECT_THAT(texts_of(question.notes), ElementsAre(HasSubstr("very long")));
  EXPECT_THAT(parse_question(std::string(kMaxQuestionBytes, 'a')).notes, IsEmpty());
}

// The questions of docs/questions.md with what it says of them: (typed, describe()).
std::vector<std::pair<std::string, std::string>> documented_questions() {
  std::vector<std::pair<std::string, std::string>> questions;
  std::ifstream page(PALPATE_DOCS "/questions.md");
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line == "```") {
      inside = !inside;
    } else if (inside && line.starts_with("  ")) {
      questions.back().second += line.substr(2) + "\n";
    } else if (inside && !line.empty()) {
      questions.emplace_back(line, "");
    }
  }
  return questions;
}

TEST(Question, IsUnderstoodAsItsDocumentationSays) {
  const auto questions = documented_questions();
  ASSERT_THAT(questions, SizeIs(5));
  for (const auto& [typed, understood] : questions) {
    EXPECT_EQ(describe(parse_question(typed)), understood) << typed;
  }
}

}  // namespace
}  // namespace palpate
