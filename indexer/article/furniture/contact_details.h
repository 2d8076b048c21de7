// How to reach someone, in a line: phone numbers, mail addresses, links, opening hours.
#pragma once

#include <string>
#include <string_view>

namespace palpate {

// "541-210-5999", "(541) 210 5999", "+49 30 123456". Years, page ranges and DOIs are none.
bool holds_phone_number(std::string_view text);

// "9am - 6pm", "9:00–17:30", "08-12 Uhr".
bool holds_hours(std::string_view text);
bool holds_link(std::string_view text);

// The line without phone numbers, mail addresses and links.
std::string without_contacts(std::string_view line);

}  // namespace palpate
