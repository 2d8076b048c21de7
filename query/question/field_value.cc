#include "question/field_value.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace palpate {
namespace {

struct NamedField {
  std::string_view name;
  QuestionField field;
};

constexpr std::array<NamedField, 7> kFields{{{"title", QuestionField::title},
                                             {"heading", QuestionField::heading},
                                             {"author", QuestionField::author},
                                             {"source", QuestionField::source},
                                             {"lang", QuestionField::language},
                                             {"tag", QuestionField::tag},
                                             {"id", QuestionField::id}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, lower, lower);
}

// "2020-06-15" with every digit as 0: the forms that a date may have.
std::string shape_of(std::string_view text) {
  std::string shape(text);
  for (char& c : shape) {
    if (c >= '0' && c <= '9') c = '0';
  }
  return shape;
}

unsigned number_at(std::string_view text, std::size_t at, std::size_t digits) {
  unsigned number = 0;
  for (const char c : text.substr(at, digits))
    number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

std::string padded(unsigned number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

}  // namespace

std::string_view name_of(QuestionField field) {
  for (const NamedField& named : kFields) {
    if (named.field == field) return named.name;
  }
  return "";
}

std::optional<QuestionField> field_named(std::string_view name) {
  for (const NamedField& named : kFields) {
    if (same_name(named.name, name)) return named.field;
  }
  return std::nullopt;
}

bool looks_like_date(std::string_view text) {
  if (text.size() > 10) return false;
  const std::string shape = shape_of(text);
  return shape == "0000" || shape == "0000-00" || shape == "0000-00-00";
}

std::optional<std::chrono::year_month_day> date_bound(std::string_view text, DateEdge edge) {
  using namespace std::chrono;
  if (!looks_like_date(text)) return std::nullopt;
  const bool last = edge == DateEdge::last_day;
  const year in_year{static_cast<int>(number_at(text, 0, 4))};
  if (in_year == year{0}) return std::nullopt;
  const month in_month{text.size() >= 7 ? number_at(text, 5, 2) : (last ? 12U : 1U)};
  if (!in_month.ok()) return std::nullopt;
  if (text.size() < 10) {
    if (last) return year_month_day{in_year / in_month / std::chrono::last};
    return in_year / in_month / 1;
  }
  const year_month_day exact = in_year / in_month / day{number_at(text, 8, 2)};
  if (!exact.ok()) return std::nullopt;
  return exact;
}

std::optional<std::string> language_code(std::string_view text) {
  const std::size_t primary = std::min(text.find_first_of("-_"), text.size());
  if (primary < 2 || primary > 3) return std::nullopt;
  std::string code(text.substr(0, primary));
  std::ranges::transform(code, code.begin(), lower);
  if (!std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; })) return std::nullopt;
  return code;
}

std::string to_string(const std::chrono::year_month_day& day) {
  return padded(static_cast<unsigned>(static_cast<int>(day.year())), 4) + "-" +
         padded(static_cast<unsigned>(day.month()), 2) + "-" +
         padded(static_cast<unsigned>(day.day()), 2);
}

}  // namespace palpate
