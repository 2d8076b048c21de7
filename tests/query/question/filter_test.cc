// Filters given apart from a question: what they mean, and what is refused by name.
#include "question/filter.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

using testing::HasSubstr;

Question with(const std::string& words, const std::vector<Filter>& filters) {
  Question question = parse_question(words);
  add_filters(filters, question);
  return question;
}

TEST(Filter, IsWhatWouldBeTypedInTheQuestion) {
  struct Case {
    Filter filter;
    std::string typed;
  };
  const std::vector<Case> cases = {
      {{"source", "NIH"}, "source:NIH"},
      {{"SOURCE", "NIH"}, "source:NIH"},
      {{"lang", "de-AT"}, "lang:de"},
      {{"tag", "knee"}, "tag:knee"},
      {{"author", "Moor"}, "author:Moor"},
      {{"title", "low back pain"}, R"(title:"low back pain")"},
      {{"heading", "When to see a doctor"}, R"(heading:"When to see a doctor")"},
      {{"id", "knee.md"}, "id:knee.md"},
      {{"after", "2020"}, "after:2020"},
      {{"before", "2024-06"}, "before:2024-06"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(describe(with("knee", {one.filter})), describe(parse_question("knee " + one.typed)))
        << one.typed;
}

TEST(Filter, ValuesOfWhatAnArticleHasOneOfAreAlternatives) {
  EXPECT_EQ(describe(with("", {{"source", "NIH"}, {"source", "NHS"}})),
            "only source: NIH OR NHS\n");
  EXPECT_EQ(describe(with("", {{"tag", "a"}, {"tag", "b"}})), "only tag: a\nonly tag: b\n");
}

TEST(Filter, NarrowsWhatTheQuestionAsksForItself) {
  EXPECT_EQ(describe(with("source:NIH", {{"source", "NHS"}})),
            "only source: NIH\nonly source: NHS\n");
  EXPECT_EQ(describe(with("after:2021", {{"after", "2020"}})), "dated from: 2021-01-01\n");
  EXPECT_EQ(describe(with("after:2020", {{"after", "2021"}})), "dated from: 2021-01-01\n");
}

TEST(Filter, NamesOfSourcesNeedNoQuotes) {
  EXPECT_EQ(describe(with("", {{"source", "Mayo Clinic"}})), "only source: \"Mayo Clinic\"\n");
}

TEST(Filter, WhatIsNotUnderstoodIsRefusedByName) {
  struct Case {
    Filter filter;
    std::string message;
  };
  const std::vector<Case> cases = {
      {{"colour", "red"}, R"(there is no field "colour")"},
      {{"", "red"}, R"(there is no field "")"},
      {{"after", "soon"}, R"(filter "after": "soon" is no date)"},
      {{"before", "2024-13"}, R"(filter "before": "2024-13" names a date that does not exist)"},
      {{"before", ""}, R"(filter "before": "" is no date)"},
      {{"lang", "klingon"}, R"(filter "lang": "klingon" names no language by its code)"},
      {{"source", ""}, R"(filter "source": "" holds no word)"},
      {{"source", " - "}, "holds no word"},
      {{"tag", "\xff\xfe knee"}, "holds bytes that are not text"},
      {{"tag", std::string(20'000, 'x')}, "is too long"},
  };
  for (const auto& one : cases) {
    const std::vector<Filter> filters{{"source", "NIH"}, one.filter};
    const Status status = check_filters(filters);
    ASSERT_FALSE(status) << one.message;
    EXPECT_EQ(status.error().code, ErrorCode::invalid_argument);
    EXPECT_THAT(status.error().message, HasSubstr(one.message));
    EXPECT_LT(status.error().message.size(), 200U);
    EXPECT_FALSE(status.error().hint.empty());
  }
}

TEST(Filter, UnderstoodOnesAreAccepted) {
  EXPECT_TRUE(check_filters({}));
  const std::vector<Filter> filters{{"lang", "pt-BR"}, {"before", "2024-02-29"}};
  EXPECT_TRUE(check_filters(filters));
}

}  // namespace
}  // namespace palpate
