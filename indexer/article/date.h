// A calendar date as far as an article gives it: a year, a month and year, a full day, or a day
// without a year.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace palpate {

struct Date {
  int year = 0;   // 0: not known
  int month = 0;  // 1..12, 0: not known
  int day = 0;    // 1..31, 0: not known

  bool known() const { return year != 0 || month != 0; }
  friend bool operator==(const Date&, const Date&) = default;
};

// ISO 8601: "2024-06-03", "2024-06", "2024"; without a year "--04-28"; "" when nothing is known.
std::string to_string(const Date& date);

// Reads a date as people and machines write it, and nothing else around it: "2024-06-03T08:00:00Z",
// "2024-06", "Apr 28", "July 31, 2021", "3 June 2024", "31.07.2021", "3. Juni 2024", "3 de junio de
// 2024". Numbers with slashes are taken only where the order cannot be mistaken ("2021/07/31",
// "31/07/2021", "07/31/2021"); an impossible day such as "Feb 30" gives nothing.
std::optional<Date> parse_date(std::string_view text);

}  // namespace palpate
