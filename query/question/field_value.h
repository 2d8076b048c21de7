// What may stand behind a field's colon.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "question/question.h"

namespace palpate {

// Any case; nothing for a name that is no field. "after" and "before" are not among these.
std::optional<QuestionField> field_named(std::string_view name);

enum class DateEdge : std::uint8_t { first_day, last_day };

// "2020", "2020-06", "2020-06-15" as the first or last day of that time. Nothing for anything else
// and for days that do not exist.
std::optional<std::chrono::year_month_day> date_bound(std::string_view text, DateEdge edge);

// Whether it has the form of a date, existing or not.
bool looks_like_date(std::string_view text);

// The primary tag of a language code in lower case: "de" for "de-AT". Nothing for anything else.
std::optional<std::string> language_code(std::string_view text);

std::string to_string(const std::chrono::year_month_day& day);

}  // namespace palpate
