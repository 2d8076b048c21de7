#pragma once

#include <string_view>

namespace palpate {

// A line of nothing but networks and ways to pass a page on: "Facebook Twitter Pinterest",
// "Auf Facebook teilen".
// `folded` is from folded_words. A pure function.
bool is_share_bar(std::string_view folded);

}  // namespace palpate
