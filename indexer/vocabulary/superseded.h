// What an article says of itself when it is out of date: "Bed rest (leaflet of 1998, superseded)".
#pragma once

#include <span>
#include <string_view>

namespace palpate {

// Whether a title or a tag says so, in English, German or Spanish. Its words are folded, as the
// analyser gives them in Token::form. Pure, safe from any thread.
//
//   says_superseded({"leaflet", "superseded"}) → true;  ({"outdated", "beliefs"}) → false
bool says_superseded(std::span<const std::string_view> words);

}  // namespace palpate
