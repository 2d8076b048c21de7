#include "analysis/numbers.h"

#include <algorithm>
#include <array>

namespace palpate {
namespace {

// Sorted. Abbreviations that are also the end of a name (2d, 5ht, 3a) are left out.
constexpr std::array<std::u16string_view, 109> kUnits = {
    u"bar",   u"bpm",   u"bq",     u"cal",     u"cc",      u"cfu",     u"cgy",   u"cl",    u"cm",
    u"cmh2o", u"day",   u"days",   u"db",      u"dl",      u"dpi",     u"fg",    u"fmol",  u"ft",
    u"g",     u"gal",   u"gbq",    u"ghz",     u"gy",      u"h",       u"hour",  u"hours", u"hr",
    u"hrs",   u"hz",    u"iu",     u"kcal",    u"kda",     u"kg",      u"khz",   u"kj",    u"km",
    u"kpa",   u"kv",    u"kw",     u"kwh",     u"l",       u"lb",      u"lbs",   u"m",     u"ma",
    u"mbar",  u"mbq",   u"mcg",    u"mci",     u"meq",     u"mg",      u"mgy",   u"mhz",   u"mi",
    u"min",   u"mins",  u"minute", u"minutes", u"miu",     u"ml",      u"mm",    u"mmhg",  u"mmol",
    u"mol",   u"month", u"months", u"mos",     u"mosm",    u"ms",      u"msv",   u"mv",    u"ng",
    u"nl",    u"nm",    u"nmol",   u"oz",      u"percent", u"pfu",     u"pg",    u"pmol",  u"ppb",
    u"ppm",   u"rpm",   u"s",      u"sec",     u"second",  u"seconds", u"secs",  u"sv",    u"t",
    u"u",     u"ug",    u"ul",     u"um",      u"umol",    u"week",    u"weeks", u"wk",    u"wks",
    u"year",  u"years", u"yr",     u"yrs",     u"μg",      u"μl",      u"μm",    u"μmol",  u"μs",
    u"μsv"};

// "12,345,678" without its signs, if they group thousands.
std::optional<std::string> ungrouped(std::string_view written, char sign) {
  std::string digits;
  std::size_t group = 0;
  std::size_t groups = 0;
  for (const char c : written) {
    if (c == sign) {
      const bool first = groups == 0;
      if (first ? group == 0 || group > 3 : group != 3) return std::nullopt;
      ++groups;
      group = 0;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      ++group;
    } else {
      return std::nullopt;
    }
  }
  if (groups > 0 && (group != 3 || digits.front() == '0')) return std::nullopt;
  return digits;
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string with_fraction(std::string whole, std::string_view fraction) {
  const std::size_t last = fraction.find_last_not_of('0');
  if (whole.empty()) whole.push_back('0');
  if (last != std::string_view::npos) whole.append(".").append(fraction.substr(0, last + 1));
  return whole;
}

std::optional<std::string> read_number(std::string_view written, char decimal_mark,
                                       char group_sign) {
  const std::size_t mark = written.rfind(decimal_mark);
  const bool whole_only = mark == std::string_view::npos;
  std::optional<std::string> whole = ungrouped(written.substr(0, mark), group_sign);
  if (!whole || whole_only) return whole;
  const std::string_view fraction = written.substr(mark + 1);
  if (fraction.empty() || !all_digits(fraction)) return std::nullopt;
  return with_fraction(std::move(*whole), fraction);
}

}  // namespace

std::optional<std::string> number_form(std::string_view written, char decimal_mark) {
  const char group_sign = decimal_mark == '.' ? ',' : '.';
  if (auto number = read_number(written, decimal_mark, group_sign)) return number;
  if (auto number = read_number(written, decimal_mark, '\'')) return number;
  // Many who write in a language of decimal commas write points all the same.
  if (decimal_mark == ',' && written.find(',') == std::string_view::npos) {
    return read_number(written, '.', '\'');
  }
  return std::nullopt;
}

bool is_unit(std::u16string_view letters, std::size_t digits) {
  if (letters == u"s" && digits == 4) return false;
  return std::ranges::binary_search(kUnits, letters);
}

}  // namespace palpate
