// The text of a question cut into tokens: what stands between blanks, and what stands in quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "palpate/byte_range.h"

namespace palpate {

// Ranges point into the text that was given; `field`, `colon` and `value` lie inside `whole`.
struct LexedToken {
  ByteRange whole;        // with the sign and quotes, without punctuation around it
  ByteRange field;        // the letters in front of a colon, whether a known field or not
  ByteRange value;        // the word, or the phrase without its quotes
  bool phrase = false;    // `value` stood in quotes
  bool excluded = false;  // a "-" in front
};

struct LexedTokens {
  std::vector<LexedToken> tokens;
  bool unbalanced_quote = false;  // a quotation mark without a partner was passed over
};

// `text` must be valid UTF-8. Tokens without a letter, digit or symbol are left out, unless they
// have a field: then `value` may be empty.
LexedTokens lex_question(std::string_view text);

// Cut at a character's boundary to at most `max_bytes`; every byte that is not part of valid UTF-8,
// and every control character, becomes a blank, so that positions stay.
std::string clean_question(std::string_view words, std::size_t max_bytes, bool* replaced);

// Whether any character is a letter, a digit or a symbol that may carry meaning (an emoji).
bool has_substance(std::string_view text);

}  // namespace palpate
