#include "article/date.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <optional>
#include <sstream>
#include <string>

#include "article/date_words.h"

namespace palpate {
namespace {

struct Case {
  const char* written;
  const char* iso;  // "": no date
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    const std::optional<Date> date = parse_date(c.written);
    EXPECT_EQ(date ? to_string(*date) : "", c.iso) << c.written;
  }
}

TEST(DateTest, ReadsIsoDatesAsFarAsTheyGo) {
  expect_all({{"2024-06-03", "2024-06-03"},
              {"2024-06", "2024-06"},
              {"2024", "2024"},
              {"20240603", "2024-06-03"},
              {"--04-28", "--04-28"},
              {"  2024-06-03\n", "2024-06-03"}});
}

TEST(DateTest, TakesTheDateAsWrittenWhateverTheTimeZone) {
  expect_all({{"2024-06-03T08:00:00Z", "2024-06-03"},
              {"2024-06-03T23:30:00-11:00", "2024-06-03"},
              {"2024-06-03T08:00:00.123+02:00", "2024-06-03"},
              {"2024-06-03T0800", "2024-06-03"},
              {"20240603T080000Z", "2024-06-03"},
              {"2024-06-03 08:00", "2024-06-03"},
              {"2024-06-03 08:00:00 UTC", "2024-06-03"},
              {"2024-06-03Z", "2024-06-03"},
              {"2024-06-03+02:00", "2024-06-03"},
              {"Mon, 03 Jun 2024 08:00:00 +0000", "2024-06-03"},
              {"Mon Jun 03 2024 08:00:00 GMT+0000 (Coordinated Universal Time)", "2024-06-03"},
              {"June 3, 2024 at 8:15 PM", "2024-06-03"},
              {"3. Juni 2024 um 8:15 Uhr", "2024-06-03"}});
}

TEST(DateTest, ReadsEnglishDates) {
  expect_all({{"July 31, 2021", "2021-07-31"},
              {"3 June 2024", "2024-06-03"},
              {"3rd of June, 2024", "2024-06-03"},
              {"June 1st 2024", "2024-06-01"},
              {"JUNE 2024", "2024-06"},
              {"Sept. 9, 2019", "2019-09-09"},
              {"03-Jun-2024", "2024-06-03"},
              {"2024 June 3", "2024-06-03"},
              {"Monday, June 3, 2024", "2024-06-03"},
              {"Apr 28", "--04-28"},
              {"28 April", "--04-28"},
              {"May 2021", "2021-05"},
              {"May 21", "--05-21"}});
}

TEST(DateTest, ReadsDatesOfOtherLanguages) {
  expect_all({{"3. Juni 2024", "2024-06-03"},
              {"Montag, 4. März 2024", "2024-03-04"},
              {"4. MÄRZ 2024", "2024-03-04"},
              {"3 de junio de 2024", "2024-06-03"},
              {"15 de septiembre del 2020", "2020-09-15"},
              {"1er août 2023", "2023-08-01"},
              {"le 3", ""},
              {"12 févr. 2022", "2022-02-12"},
              {"mar. 3 juin 2024", "2024-06-03"},
              {"3 giugno 2024", "2024-06-03"},
              {"1º de março de 2024", "2024-03-01"},
              {"segunda-feira, 3 de junho de 2024", "2024-06-03"},
              {"3 juni 2024", "2024-06-03"},
              {"14 maart 2024", "2024-03-14"},
              {"3 czerwca 2024 r.", "2024-06-03"},
              {"poniedziałek, 7 października 2024", "2024-10-07"}});
}

TEST(DateTest, KnowsTheMonthsOfEightLanguages) {
  std::istringstream names(R"(
January February March April May June July August September October November December
Januar Februar März April Mai Juni Juli August September Oktober November Dezember
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
januari februari maart april mei juni juli augustus september oktober november december
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro)");
  int read = 0;
  for (std::string name; names >> name; ++read) {
    const int month = read % 12 + 1;
    EXPECT_EQ(month_number(fold_date_words(name)), month) << name;
    EXPECT_EQ(parse_date("5 " + name + " 2020"), (Date{2020, month, 5})) << name;
  }
  EXPECT_EQ(read, 8 * 12);
}

TEST(DateTest, TakesNumbersOnlyWhereTheOrderCannotBeMistaken) {
  expect_all({{"2021/07/31", "2021-07-31"},
              {"31/07/2021", "2021-07-31"},
              {"07/31/2021", "2021-07-31"},
              {"31-07-2021", "2021-07-31"},
              {"05/05/2021", "2021-05-05"},
              {"07/2021", "2021-07"},
              {"31.07.2021", "2021-07-31"},
              {"3. 4. 2021", "2021-04-03"},
              {"03.04.2021", "2021-04-03"},
              {"03/04/2021", ""},
              {"03-04-2021", ""},
              {"31/07/21", ""},
              {"3 4 2021", ""},
              {"2021/07-31", ""}});
}

TEST(DateTest, RefusesImpossibleDates) {
  expect_all({{"Feb 30", ""},
              {"Feb 29", "--02-29"},
              {"2024-02-29", "2024-02-29"},
              {"2023-02-29", ""},
              {"1900-02-29", ""},
              {"2000-02-29", "2000-02-29"},
              {"2024-13", ""},
              {"2024-00", ""},
              {"2024-06-00", ""},
              {"2024-04-31", ""},
              {"0 June 2024", ""},
              {"--13-01", ""},
              {"1799", ""},
              {"1800", "1800"},
              {"2199-12-31", "2199-12-31"},
              {"2200", ""},
              {"0000", ""}});
}

TEST(DateTest, RefusesWhatIsMoreOrLessThanADate) {
  expect_all({{"", ""},
              {"June", ""},
              {"3", ""},
              {"2 min read", ""},
              {"May 3-5, 2024", ""},
              {"May-June 2024", ""},
              {"2024-06-03 by Jane", ""},
              {"2024-06-03 08:00 by Jane", ""},
              {"Published June 3, 2024", ""},
              {"June 3, 2024, 4", ""},
              {"2024-", ""},
              {"/2024", ""},
              {"12345", ""},
              {"99999999999999999999", ""},
              {"3 \xff 2024", ""},
              {"2018–2024", ""}});
  EXPECT_FALSE(parse_date(std::string(1 << 20, '1')));
  EXPECT_FALSE(parse_date(std::string("2024\0-06", 8)));
}

TEST(DateTest, WritesWhatIsKnown) {
  EXPECT_EQ(to_string({}), "");
  EXPECT_EQ(to_string({2024, 0, 0}), "2024");
  EXPECT_EQ(to_string({2024, 6, 0}), "2024-06");
  EXPECT_EQ(to_string({2024, 6, 3}), "2024-06-03");
  EXPECT_EQ(to_string({0, 4, 28}), "--04-28");
}

TEST(DateTest, ReadsBackEveryDateItWrites) {
  for (const int year : {0, 1800, 1999, 2000, 2024, 2199}) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = year == 0 ? 1 : 0; day <= 28; ++day) {
        const Date date{year, month, day};
        EXPECT_EQ(parse_date(to_string(date)), date);
      }
    }
  }
}

}  // namespace
}  // namespace palpate
