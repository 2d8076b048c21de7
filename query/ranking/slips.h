// How far a word is from another, in slips of the pen: Damerau's distance (1964), restricted so
// that what was swapped is not parted again. A pure function, safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace palpate {

// How many slips lie between two words of valid UTF-8 (optimal string alignment: a letter replaced,
// left out, added, or two neighbours swapped); `most` + 1 when there are more than `most`.
std::size_t slips_between(std::string_view a, std::string_view b, std::size_t most);

}  // namespace palpate
