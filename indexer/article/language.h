// Which language a text is in, as a BCP 47 primary tag in lower case ("en", "de").
//
// Both functions hold no state and may be called from any thread.
#pragma once

#include <string>
#include <string_view>

namespace palpate {

// The language of plain text, by what its words look like; "" where the text is too short or too
// mixed to tell. Of a long text only a bounded sample is looked at. Invalid UTF-8 ends the sample.
std::string detect_language(std::string_view utf8);

// The primary tag of a language as people and machines declare it: "en-US", "en_GB.UTF-8", "deu",
// "ger", "German" and "Deutsch" are understood; the first of a list counts; "" for anything else.
std::string language_tag(std::string_view declared);

}  // namespace palpate
