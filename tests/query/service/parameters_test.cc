#include "service/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "service/asked.h"

namespace palpate {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<Parameter> given(std::string_view query) {
  return parse_target("/?" + std::string(query)).value_or(Target{}).parameters;
}

struct Wrong {
  const char* query;
  const char* name;
};

class WrongParameter : public testing::TestWithParam<Wrong> {};

TEST_P(WrongParameter, IsNamedAndNotReplaced) {
  const auto parameters = given(GetParam().query);
  for (const Reader reader : {Reader::person, Reader::program}) {
    ParameterReader from(parameters);
    read_question(from, {}, reader);
    const auto faults = from.finish();
    ASSERT_THAT(faults, SizeIs(1)) << GetParam().query;
    EXPECT_EQ(faults.front().name, GetParam().name);
    EXPECT_THAT(faults.front().reason, HasSubstr(GetParam().name));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Values, WrongParameter,
    testing::Values(Wrong{"n=0", "n"}, Wrong{"n=101", "n"}, Wrong{"n=ten", "n"}, Wrong{"n=", "n"},
                    Wrong{"n=-1", "n"}, Wrong{"n=1.5", "n"}, Wrong{"n=+5", "n"},
                    Wrong{"n=%205", "n"}, Wrong{"n=99999999999999999999999", "n"},
                    Wrong{"n=5&n=5", "n"}, Wrong{"offset=10001", "offset"},
                    Wrong{"per_article=101", "per_article"}, Wrong{"exact=yes", "exact"},
                    Wrong{"exact=", "exact"}, Wrong{"after=soon", "after"},
                    Wrong{"after=2023-02-30", "after"}, Wrong{"before=2020-13", "before"},
                    Wrong{"lang=klingon-is-no-code", "lang"}, Wrong{"source=%20", "source"},
                    Wrong{"q=a&q=b", "q"}, Wrong{"q=%ff", "q"}, Wrong{"colour=red", "colour"},
                    Wrong{"Q=a", "Q"}));

TEST(Parameters, TakesAQuestionWithAllItsFilters) {
  const auto parameters = given(
      "q=neck+pain&n=5&offset=20&per_article=0&exact=1&source=NIH&source=Heron&lang=de&after=2020"
      "&before=2024-06&tag=posture&author=Feld&explain=1");
  ParameterReader from(parameters);
  const Request request = read_question(from, {}, Reader::program);
  EXPECT_THAT(from.finish(), IsEmpty());
  EXPECT_EQ(request.question, "neck pain");
  EXPECT_EQ(request.count, 5U);
  EXPECT_EQ(request.offset, 20U);
  EXPECT_EQ(request.per_article, 0U);
  EXPECT_TRUE(request.exact);
  EXPECT_TRUE(request.explain);
  ASSERT_THAT(request.filters, SizeIs(7));
  EXPECT_EQ(request.filters[1].value, "Heron");
}

TEST(Parameters, LeavesOutFieldsOfAFormThatWereLeftEmpty) {
  const auto parameters = given("q=neck&source=&lang=&after=&before=&tag=&author=");
  ParameterReader from(parameters);
  const Request request = read_question(from, {}, Reader::person);
  EXPECT_THAT(from.finish(), IsEmpty());
  EXPECT_THAT(request.filters, IsEmpty());
}

TEST(Parameters, KnowsExplainForProgramsOnlyAndRepeatedFiltersNotForPages) {
  const auto explain = given("q=a&explain=1");
  ParameterReader person(explain);
  read_question(person, {}, Reader::person);
  EXPECT_THAT(person.finish(), SizeIs(1));
  const auto twice = given("q=a&source=b&source=c");
  ParameterReader page(twice);
  read_question(page, {}, Reader::person);
  EXPECT_THAT(page.finish(), SizeIs(1));
}

TEST(Parameters, BoundsTheQuestion) {
  const ServiceLimits limits{.question = 10};
  for (const auto& [length, faults] : {std::pair{10, 0}, std::pair{11, 1}}) {
    const std::vector<Parameter> parameters{
        {"q", std::string(static_cast<std::size_t>(length), 'a')}};
    ParameterReader from(parameters);
    read_question(from, limits, Reader::program);
    EXPECT_THAT(from.finish(), SizeIs(static_cast<std::size_t>(faults)));
  }
}

TEST(Parameters, BoundsItsMessages) {
  std::string query;
  for (int i = 0; i < 500; ++i) query += "&x" + std::to_string(i) + "=" + std::string(500, 'a');
  const auto parameters = given(query + "&n=" + std::string(5000, '9'));
  ParameterReader from(parameters);
  read_question(from, {}, Reader::program);
  std::size_t bytes = 0;
  for (const ParameterFault& fault : from.finish()) bytes += fault.reason.size();
  EXPECT_LT(bytes, 5000U);
}

TEST(Parameters, CutsShownTextsBetweenCharacters) {
  std::string euros;
  for (int i = 0; i < 40; ++i) euros += "€";
  const std::string shown = in_quotes(euros);
  EXPECT_EQ((shown.size() - 2 - 3) % 3, 0U);
  EXPECT_EQ(in_quotes("kurz"), "\"kurz\"");
}

TEST(Parameters, KnowsWhenNothingIsAsked) {
  EXPECT_TRUE(is_empty({}));
  EXPECT_TRUE(is_empty({.question = " \t"}));
  EXPECT_FALSE(is_empty({.question = "a"}));
  EXPECT_FALSE(is_empty({.filters = {{"source", "NIH"}}}));
}

}  // namespace
}  // namespace palpate
