// Known names that a stopword is part of, found among the tokens of a text. Private to this room.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"

namespace palpate {

// Tokens among which the first word of a name is: those without a blank between them.
struct NameBeginning {
  std::size_t token = 0;
  std::size_t count = 0;
};

struct FoundName {
  std::size_t first = 0, last = 0;  // of the tokens that are its words
  std::string form;                 // "hepatitis a", "WHO"
  std::string stem;                 // "hepatitis_a", "_who"
};

// Knows the list of vocabulary/known_names.h; it is the same for all languages. Safe from any
// thread.
class NameFinder {
 public:
  // Whether a name begins with the word, which is written so.
  bool may_begin(std::string_view form, std::string_view written) const;

  // The names among `tokens`, all of `text`'s, by their last word; of two with the same the one
  // that begins earlier first.
  void find(std::string_view text, std::span<const Token> tokens,
            std::span<const NameBeginning> beginnings, std::vector<FoundName>& found) const;
};

}  // namespace palpate
