// Numbers as people write them, and the units behind them. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace palpate {

// One form for one value: "1,000" → "1000", ".50" → "0.5"; with decimal mark ',' "1.000" → "1000"
// and "1,5" → "1.5". Nothing if `written` (digits and the signs . , ') is not a single number, as
// "3.6.2024" or, in English, "1,5".
std::optional<std::string> number_form(std::string_view written, char decimal_mark);

// Whether these folded letters, right behind a number of so many digits, are a unit: 20mg, 5years.
// Years such as the 1990s are not seconds.
bool is_unit(std::u16string_view letters, std::size_t digits);

}  // namespace palpate
