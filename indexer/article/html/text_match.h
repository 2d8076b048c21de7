// Compares texts as people see them: case, punctuation and white space do not count.
#pragma once

#include <string>
#include <string_view>

namespace palpate {

// Letters and digits in lower case (ASCII; other scripts as they are), words apart by one blank.
std::string match_key(std::string_view text);

// Both have words, and the same ones.
bool same_words(std::string_view a, std::string_view b);

}  // namespace palpate
