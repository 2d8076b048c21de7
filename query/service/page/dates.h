// Dates of articles as people read them, and whether one is old.
#pragma once

#include <string>
#include <string_view>

#include "service/page/interface_texts.h"

namespace palpate::html {

// ISO 8601 as far as known: "2024-06-03" → "3 June 2024", "2024-06" → "June 2024", "2024" stays;
// "--04-28" → "28 April, year unknown". What is no such date stays as it is.
std::string readable_date(std::string_view iso, const InterfaceTexts& say);

// Whether all of `iso` lies more than `years` before `today`, a full date: "2021" is not older than
// five years before the last day of 2026 is over. A date without a year is not known to be old.
bool older_than(std::string_view iso, int years, std::string_view today);

}  // namespace palpate::html
