// Phone numbers and mail addresses in a line.
#pragma once

#include <string>
#include <string_view>

namespace palpate {

// "541-210-5999", "(541) 210 5999", "+49 30 123456". Years, page ranges and DOIs are none.
bool holds_phone_number(std::string_view text);

bool holds_link(std::string_view text);

// The line without phone numbers, mail addresses and links.
std::string without_contacts(std::string_view line);

}  // namespace palpate
