#include "service/page/dates.h"

#include <array>
#include <compare>
#include <optional>

namespace palpate::html {
namespace {

struct Day {
  int year = 0, month = 0, day = 0;  // 0: not known
  auto operator<=>(const Day&) const = default;
};

// The number of exactly `digits` digits that `text` begins with.
std::optional<int> number(std::string_view text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// A two-digit part that a '-' leads, between 1 and `most`; 0 where the text ends.
std::optional<int> part(std::string_view& rest, int most) {
  if (rest.empty()) return 0;
  if (rest.front() != '-') return std::nullopt;
  const std::optional<int> value = number(rest.substr(1), 2);
  if (!value || *value < 1 || *value > most) return std::nullopt;
  rest.remove_prefix(3);
  return value;
}

std::optional<Day> parsed(std::string_view iso) {
  Day date;
  std::string_view rest = iso;
  if (rest.starts_with("--")) {
    rest.remove_prefix(1);
  } else {
    const std::optional<int> year = number(rest, 4);
    if (!year || *year == 0) return std::nullopt;
    date.year = *year;
    rest.remove_prefix(4);
  }
  const std::optional<int> month = part(rest, 12);
  if (!month) return std::nullopt;
  const std::optional<int> day = part(rest, 31);
  if (!day || !rest.empty()) return std::nullopt;
  date.month = *month;
  date.day = *day;
  if (date.year == 0 && date.month == 0) return std::nullopt;
  return date;
}

}  // namespace

std::string readable_date(std::string_view iso, const InterfaceTexts& say) {
  const std::optional<Day> date = parsed(iso);
  if (!date) return std::string(iso);
  if (date->month == 0) return std::to_string(date->year);
  const std::string_view month = say.month(date->month);
  const std::string day = std::to_string(date->day);
  const std::string year = std::to_string(date->year);
  if (date->year == 0) {
    return date->day == 0 ? say.with(Text::month_without_year, {month})
                          : say.with(Text::day_without_year, {day, month});
  }
  return date->day == 0 ? say.with(Text::month_of_year, {month, year})
                        : say.with(Text::full_date, {day, month, year});
}

bool older_than(std::string_view iso, int years, std::string_view today) {
  const std::optional<Day> date = parsed(iso);
  const std::optional<Day> now = parsed(today);
  if (!date || !now || date->year == 0) return false;
  const Day last{date->year + years, date->month == 0 ? 12 : date->month,
                 date->day == 0 ? 31 : date->day};
  return last < *now;
}

}  // namespace palpate::html
