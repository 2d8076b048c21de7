// The lists of header fields: elements apart by commas, their parameters by semicolons.
#pragma once

#include <string_view>
#include <vector>

namespace palpate {

std::string_view without_blanks(std::string_view text);

bool equal_ignoring_case(std::string_view a, std::string_view b);

// The parts between separators, blanks around them taken off, empty ones left out. A separator in
// double quotes is text.
std::vector<std::string_view> parts_of(std::string_view list, char separator);

}  // namespace palpate
