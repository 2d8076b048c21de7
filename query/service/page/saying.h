// A sentence that says what was wrong with a request: in English for programs, in the interface's
// language on a page. Plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

struct Saying {
  std::string pattern;                  // in English, "{0}", "{1}" … for the words
  std::vector<std::string> words = {};  // as they are shown; none: the pattern is the sentence

  std::string in_english() const;
  // Nothing for a sentence that the page does not know in that language.
  std::optional<std::string> in(std::string_view language) const;
};

}  // namespace palpate
