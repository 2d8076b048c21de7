// Character references ("&amp;", "&#8217;") in strings that are HTML inside of something else, such
// as the JSON of a page.
#pragma once

#include <string>
#include <string_view>

namespace palpate {

// Decodes numeric references and the common named ones; leaves the others as they are.
std::string decode_character_references(std::string_view text);

}  // namespace palpate
