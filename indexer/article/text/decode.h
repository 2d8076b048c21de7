// Bytes of a text file into UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "palpate/error.h"

namespace palpate {

struct DecodedText {
  std::string text;           // valid UTF-8; lines end with "\n" alone, no byte order mark, no "\0"
  std::string_view encoding;  // "UTF-8", "UTF-16", "windows-1252"
  std::size_t replaced = 0;   // invalid sequences that became U+FFFD
};

// UTF-8, UTF-16 with a byte order mark, else windows-1252. What is no text at all (NULs, control
// bytes, the signature of another format) is malformed and named; so is what holds only white
// space ("empty").
Result<DecodedText> decode_text(std::string_view bytes);

// The line, from 1, of the first byte that is not part of valid UTF-8; 0 when there is none.
std::size_t line_of_invalid_utf8(std::string_view bytes);

}  // namespace palpate
