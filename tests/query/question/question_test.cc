#include "question/question.h"

#include <gmock/gmock.h>

#include <chrono>
#include <random>
#include <string>
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
      EXPECT_THAT(question.notes, ElementsAre(HasSubstr(c.note)));
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
      {"pain -5", "word: pain / without: 5", ""},
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
  EXPECT_THAT(question.notes, ElementsAre(HasSubstr("not text")));
  EXPECT_EQ(question.text.size(), 25U);
}

TEST(Question, AVeryLongQuestionIsCutAtACharacter) {
  std::string words(kMaxQuestionBytes - 1, 'a');
  words += "é more";
  const Question question = parse_question(words);
  EXPECT_EQ(question.text, std::string(kMaxQuestionBytes - 1, 'a'));
  EXPECT_THAT(question.notes, ElementsAre(HasSubstr("very long")));
  EXPECT_THAT(parse_question(std::string(kMaxQuestionBytes, 'a')).notes, IsEmpty());
}

TEST(Question, NotesAreFewHoweverMuchIsWrong) {
  std::string words;
  for (char c = 'a'; c <= 'z'; ++c) words += std::string(50, c) + ":x after:" + c + " ";
  const Question question = parse_question(words);
  EXPECT_THAT(question.notes, SizeIs(8));
  for (const std::string& note : question.notes) EXPECT_LT(note.size(), 220U) << note;
}

// Strings made of whatever has a meaning, and of bytes that have none.
std::string hostile_string(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"\"",
                                                  "“",
                                                  "”",
                                                  "„",
                                                  "«",
                                                  "»",
                                                  "-",
                                                  "OR",
                                                  " OR ",
                                                  "title:",
                                                  "lang:",
                                                  "after:",
                                                  "before:",
                                                  "2020",
                                                  "-06",
                                                  "-31",
                                                  " ",
                                                  "\t",
                                                  "(",
                                                  ")",
                                                  "knee",
                                                  "é",
                                                  "💊",
                                                  "\xff",
                                                  "\xe2\x82",
                                                  "x:",
                                                  "://",
                                                  "６",
                                                  std::string{'\xe2', '\x80', '\xae'},
                                                  "5\"",
                                                  ".",
                                                  std::string(1, '\0'),
                                                  "id:",
                                                  "AND",
                                                  "\u0301"};
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  std::uniform_int_distribution<std::size_t> length(0, 40);
  std::string words;
  for (std::size_t left = length(random); left > 0; --left) words += pieces[piece(random)];
  return words;
}

void expect_sound(const Question& question, const Term& term) {
  ASSERT_LE(term.range.begin, term.range.end);
  ASSERT_LE(term.range.end, question.text.size());
  EXPECT_FALSE(term.text.empty());
}

TEST(Question, HostileStringsGiveASoundTree) {
  std::mt19937 random(20240603);
  for (int round = 0; round < 10'000; ++round) {
    const std::string words = hostile_string(random);
    SCOPED_TRACE(::testing::PrintToString(words));
    const Question question = parse_question(words);
    ASSERT_EQ(question.text.size(), words.size());
    for (const Clause& clause : question.clauses) {
      ASSERT_FALSE(clause.alternatives.empty());
      for (const Term& term : clause.alternatives) expect_sound(question, term);
    }
    for (const FieldFilter& filter : question.filters.fields) {
      ASSERT_FALSE(filter.any_of.empty());
      for (const Term& term : filter.any_of) expect_sound(question, term);
    }
    for (const Exclusion& exclusion : question.exclusions) expect_sound(question, exclusion.term);
    ASSERT_LE(question.notes.size(), 8U);
    if (::testing::Test::HasFailure()) break;
  }
}

double seconds_for(const std::string& words) {
  const auto begin = std::chrono::steady_clock::now();
  for (int round = 0; round < 10; ++round) {
    EXPECT_LE(parse_question(words).text.size(), kMaxQuestionBytes);
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / 10;
}

// Whatever is repeated up to the limit takes milliseconds; quadratic work would take seconds.
TEST(Question, RepetitionStaysCheap) {
  for (const std::string piece : {"\"", "“", "5\"", "-", "-\"", "(", ")", "a:", "a OR ", "OR ",
                                  "title:\"", "«\"", "a\"«", "\xff"}) {
    std::string words;
    while (words.size() < kMaxQuestionBytes) words += piece;
    EXPECT_LT(seconds_for(words), 0.25) << piece;
  }
}

}  // namespace
}  // namespace palpate
