// Lines whose parts stand between bars: "Jane Doe | June 3 | 2 min read", "Imprint | Privacy".
#pragma once

#include <string_view>
#include <vector>

namespace palpate {

// The parts between " | ", " · ", " • ", " / " and " – ", trimmed, empty ones left out. A bar
// itself needs no blanks around it.
std::vector<std::string_view> split_at_bars(std::string_view text);

// The entries of a menu or of a page's foot, side by side. A single entry is none.
bool is_menu_line(std::string_view text);

// What is left of a byline whose names and dates were taken: "by | | Blog, Tips |".
bool is_byline_remnant(std::string_view text);

}  // namespace palpate
