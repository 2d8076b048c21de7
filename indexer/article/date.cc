#include "article/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <initializer_list>
#include <vector>

#include "article/date_words.h"

namespace palpate {
namespace {

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2199;
// "Wednesday, 30 September 2024 08:00:00 GMT+0000 (Coordinated Universal Time)" fits.
constexpr std::size_t kLongestDate = 96;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char c) {
    if (peek() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }
  template <class Accept>
  std::string_view take_while(Accept accept) {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), accept);
    const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(taken.size());
    return taken;
  }
  void skip_blanks() {
    take_while([](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  }

 private:
  std::string_view rest_;
};

// A number or a month's name of the date, and what stands before it.
struct Part {
  int value = 0;
  std::size_t digits = 0;  // 0: a month's name
  bool weekday_too = false;
  char separator = ' ';

  bool is_month_name() const { return digits == 0; }
  bool may_be_year() const { return digits == 4; }
};

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// The last of '-', '/' and '.' between two parts; a blank where there is none.
char take_separator(Cursor& cursor) {
  char separator = ' ';
  for (;;) {
    cursor.skip_blanks();
    const char c = cursor.peek();
    if (c != '-' && c != '/' && c != '.' && c != ',') return separator;
    cursor.take(c);
    separator = c;
  }
}

bool is_ordinal_ending(std::string_view word) {
  return one_of(word, {"st", "nd", "rd", "th", "er", "e", "o", "a"});
}

bool is_connector(std::string_view word) {
  return one_of(word, {"of", "the", "de", "del", "den", "at", "um", "r"});
}

// The time of day, whose hour is already taken: ":00:00.000 PM +02:00 (CEST)".
bool take_time(Cursor& cursor) {
  cursor.take_while([](char c) { return is_digit(c) || c == ':' || c == '.' || c == ','; });
  for (cursor.skip_blanks(); !cursor.at_end(); cursor.skip_blanks()) {
    if (cursor.take('+') || cursor.take('-')) {
      if (cursor.take_while([](char c) { return is_digit(c) || c == ':'; }).empty()) return false;
    } else if (cursor.take('(')) {
      cursor.take_while([](char c) { return c != ')'; });
      if (!cursor.take(')') || !cursor.at_end()) return false;
    } else if (!one_of(cursor.take_while(is_letter),
                       {"z",   "am",   "pm",  "uhr",  "h",   "utc",  "gmt",  "est",
                        "edt", "cst",  "cdt", "mst",  "mdt", "pst",  "pdt",  "bst",
                        "cet", "cest", "eet", "eest", "wet", "west", "aest", "aedt"})) {
      return false;
    }
  }
  return true;
}

// Takes the text apart into at most three parts; false where anything else is in it.
class DateText {
 public:
  bool read(std::string_view folded) {
    Cursor cursor(folded);
    if (!is_digit(cursor.peek()) && !is_letter(cursor.peek())) return false;
    for (char separator = ' ';; separator = take_separator(cursor)) {
      if (cursor.at_end()) return separator != '-' && separator != '/';
      if (is_digit(cursor.peek())) {
        const std::string_view digits = cursor.take_while(is_digit);
        if (cursor.peek() == ':') return digits.size() <= 2 && take_time(cursor);
        if (!add_number(digits, separator, cursor)) return false;
      } else if (cursor.peek() == '+') {
        return take_time(cursor);
      } else {
        const std::string_view word = cursor.take_while(is_letter);
        if (one_of(word, {"t", "z"}) && !parts_.empty()) return take_time(cursor);
        if (!add_word(word, separator)) return false;
      }
    }
  }

  const std::vector<Part>& parts() const { return parts_; }

 private:
  bool add_number(std::string_view digits, char separator, Cursor& cursor) {
    if (digits.size() > 8 || parts_.size() == 4) return false;
    parts_.push_back({number_of(digits), digits.size(), false, separator});
    if (digits.size() > 2 || !is_letter(cursor.peek())) return true;
    Cursor ahead = cursor;
    if (!is_ordinal_ending(ahead.take_while(is_letter))) return true;
    cursor = ahead;
    return true;
  }

  bool add_word(std::string_view word, char separator) {
    const int month = month_number(word);
    if (month == 0) return is_connector(word) || (parts_.empty() && is_weekday(word));
    // "Mar 3 juin 2024": a Tuesday, not March.
    if (!parts_.empty() && parts_.front().weekday_too) parts_.erase(parts_.begin());
    parts_.push_back({month, 0, parts_.empty() && is_weekday(word), separator});
    return parts_.size() <= 3;
  }

  std::vector<Part> parts_;
};

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return month == 2 && !leap ? 28 : kDays.at(static_cast<std::size_t>(month) - 1);
}

std::optional<Date> checked(const Date& date) {
  if (date.year != 0 && (date.year < kFirstYear || date.year > kLastYear)) return std::nullopt;
  if (date.month < 0 || date.month > 12 || date.day < 0) return std::nullopt;
  if (date.month == 0) return date.day == 0 && date.known() ? std::optional(date) : std::nullopt;
  if (date.day > days_in(date.year, date.month)) return std::nullopt;
  return date;
}

// A part that is written must not be zero: "2024-00" is no date.
std::optional<Date> checked_full(int year, int month, int day) {
  if (month == 0 || day == 0) return std::nullopt;
  return checked({year, month, day});
}

// Two numbers and a year behind them, in an order that only the numbers or dots tell.
std::optional<Date> year_last(const Part& first, const Part& second, const Part& year) {
  if (first.digits > 2 || second.digits > 2 || !year.may_be_year()) return std::nullopt;
  const std::optional<Date> day_first = checked_full(year.value, second.value, first.value);
  const std::optional<Date> month_first = checked_full(year.value, first.value, second.value);
  if (!day_first || !month_first) return day_first ? day_first : month_first;
  // Dots are written where the day comes first.
  return second.separator == '.' || *day_first == *month_first ? day_first : std::nullopt;
}

std::optional<Date> from_numbers(const std::vector<Part>& parts) {
  const Part& first = parts.front();
  if (parts.size() == 1) {
    if (first.digits == 8) {
      return checked_full(first.value / 10000, first.value / 100 % 100, first.value % 100);
    }
    return first.may_be_year() && first.value != 0 ? checked({first.value, 0, 0}) : std::nullopt;
  }
  const char separator = parts.at(1).separator;
  if (separator == ' ' || separator == ',' || parts.back().separator != separator) {
    return std::nullopt;
  }
  const Part& second = parts.at(1);
  if (parts.size() == 2) {
    const bool year_leads = first.may_be_year();
    const Part& year = year_leads ? first : second;
    const Part& month = year_leads ? second : first;
    if (!year.may_be_year() || month.digits > 2) return std::nullopt;
    return checked_full(year.value, month.value, 1) ? checked({year.value, month.value, 0})
                                                    : std::nullopt;
  }
  const Part& third = parts.at(2);
  if (!first.may_be_year()) return year_last(first, second, third);
  if (second.digits > 2 || third.digits > 2) return std::nullopt;
  return checked_full(first.value, second.value, third.value);
}

// One month by name, and a day, a year or both in any order.
std::optional<Date> from_words(const std::vector<Part>& parts) {
  Date date;
  for (const Part& part : parts) {
    int& field = part.is_month_name() ? date.month : part.may_be_year() ? date.year : date.day;
    if (field != 0 || part.value == 0 || part.digits == 3 || part.digits > 4) return std::nullopt;
    field = part.value;
  }
  return date.year != 0 || date.day != 0 ? checked(date) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace

std::string to_string(const Date& date) {
  if (!date.known()) return {};
  std::array<char, 40> buffer{};
  const auto print = [&buffer](const char* format, auto... numbers) {
    const int length = std::snprintf(buffer.data(), buffer.size(), format, numbers...);
    return std::string(buffer.data(), static_cast<std::size_t>(std::max(length, 0)));
  };
  if (date.year == 0) {
    return date.day == 0 ? print("--%02d", date.month) : print("--%02d-%02d", date.month, date.day);
  }
  if (date.month == 0) return print("%04d", date.year);
  if (date.day == 0) return print("%04d-%02d", date.year, date.month);
  return print("%04d-%02d-%02d", date.year, date.month, date.day);
}

std::optional<Date> parse_date(std::string_view text) {
  text = trimmed(text);
  if (text.size() > kLongestDate || std::none_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  const bool without_year = text.starts_with("--");
  if (without_year) text.remove_prefix(2);
  DateText date;
  if (!date.read(fold_date_words(text)) || date.parts().empty() || date.parts().size() > 3) {
    return std::nullopt;
  }
  const std::vector<Part>& parts = date.parts();
  const auto names = std::count_if(parts.begin(), parts.end(),
                                   [](const Part& part) { return part.is_month_name(); });
  if (without_year) {
    const bool month_and_day = parts.size() == 2 && names == 0 && parts.back().separator == '-' &&
                               parts.front().digits == 2 && parts.back().digits == 2;
    return month_and_day ? checked_full(0, parts.front().value, parts.back().value) : std::nullopt;
  }
  return names == 0 ? from_numbers(parts) : from_words(parts);
}

}  // namespace palpate
