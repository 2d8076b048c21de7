#include "article/html/html_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "article/html/markup.h"

namespace palpate {
namespace {

using testing::ElementsAre;

std::vector<TableRow> rows(const std::string& table) {
  const HtmlDocument page = HtmlDocument::parse(reduce_markup(table).markup);
  MainContent content;
  content.root = page.body();
  content.dropped.resize(page.size());
  for (HtmlDocument::Index i = 0; i < page.size(); ++i) {
    if (page.is(i, GUMBO_TAG_TABLE)) return table_rows(page, content, i);
  }
  ADD_FAILURE() << "no table";
  return {};
}

std::vector<std::string> texts(const std::vector<TableRow>& rows) {
  std::vector<std::string> all;
  for (const TableRow& row : rows) all.push_back(row.text);
  return all;
}

struct Case {
  std::string name;
  std::string table;
  std::vector<std::string> texts;
  std::string header;  // of the last row
};

class HtmlTable : public testing::TestWithParam<Case> {};

TEST_P(HtmlTable, IsReadRowByRow) {
  const std::vector<TableRow> read = rows("<table>" + GetParam().table + "</table>");
  EXPECT_EQ(texts(read), GetParam().texts);
  ASSERT_FALSE(read.empty());
  EXPECT_EQ(read.back().header, GetParam().header);
}

INSTANTIATE_TEST_SUITE_P(
    Tables, HtmlTable,
    testing::ValuesIn(std::vector<Case>{
        {"HeaderRow",
         "<tr><th>Drug<th>Dose<tr><td>A<td>5 mg",
         {"Drug | Dose", "A | 5 mg"},
         "Drug | Dose"},
        {"HeaderWithAnEmptyCorner",
         "<tr><td><th>Day<th>Night<tr><th>Rest<td>little<td>much",
         {"| Day | Night", "Rest | little | much"},
         "| Day | Night"},
        {"HeaderSpansColumns",
         "<tr><th>Drug<th colspan=2>Dose<tr><td>A<td>5 mg<td>8 mg",
         {"Drug | Dose | Dose", "A | 5 mg | 8 mg"},
         "Drug | Dose | Dose"},
        {"TwoHeaderRows",
         "<thead><tr><th rowspan=2>Drug<th colspan=2>Dose<tr><th>young<th>old</thead>"
         "<tr><td>A<td>5 mg<td>2 mg",
         {"Drug | Dose young | Dose old", "A | 5 mg | 2 mg"},
         "Drug | Dose young | Dose old"},
        {"RowHeaderSpansRows",
         "<tr><th>Joint<th>Move<th>Times<tr><th rowspan=2>Hip<td>bend<td>10<tr><td>turn<td>5"
         "<tr><th>Knee<td>bend<td>8",
         {"Joint | Move | Times", "Hip | bend | 10", "Hip | turn | 5", "Knee | bend | 8"},
         "Joint | Move | Times"},
        {"ValueSpansColumns",
         "<tr><th>Day<th>Walk<th>Swim<tr><td>Monday<td colspan=2>rest",
         {"Day | Walk | Swim", "Monday | rest | "},
         "Day | Walk | Swim"},
        {"CellAcrossTheTableHeadsItsRows",
         "<tr><th>Drug<th>Dose<tr><th colspan=2>Adults<tr><td>A<td>5 mg",
         {"Drug | Dose", "Adults", "A | 5 mg"},
         "Drug | Dose"},
        {"NoHeader", "<tr><td>A<td>5 mg<tr><td>B<td>2 mg", {"A | 5 mg", "B | 2 mg"}, ""},
    }),
    [](const testing::TestParamInfo<Case>& test) { return test.param.name; });

TEST(HtmlTableSpans, CannotMakeAFewBytesMuchText) {
  std::string table = "<table><tr><th rowspan=60000 colspan=1000>" + std::string(500, 'x');
  for (int i = 0; i < 2000; ++i) table += "<tr><td>a<td>b";
  std::size_t bytes = 0;
  for (const TableRow& row : rows(table)) bytes += row.text.size();
  EXPECT_LT(bytes, 2'000'000U);
}

TEST(HtmlTableSpans, OfNonsenseCountAsOne) {
  EXPECT_THAT(texts(rows("<table><tr><th colspan=0>A<th rowspan=-3>B<tr><td colspan=x>1<td>2")),
              ElementsAre("A | B", "1 | 2"));
}

}  // namespace
}  // namespace palpate
