// Bytes of a text file into UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "palpate/error.h"

namespace palpate {

struct DecodedText {
  std::string text;           // valid UTF-8; lines end with "\n" alone, no byte order mark, no
                              // control characters but tabs
  std::string_view encoding;  // "UTF-8", "UTF-16", "windows-1252"
  std::size_t replaced = 0;   // invalid sequences that became U+FFFD
  std::size_t blanked = 0;    // control characters that became blanks
};

// UTF-8, UTF-16, else windows-1252. What is no text at all (the signature of another format, more
// than one control byte in twenty) is malformed and named; so is what holds only white space
// ("empty"). A stray control byte makes no text binary.
Result<DecodedText> decode_text(std::string_view bytes);

// The charset to convert from where the bytes are UTF-16: by their byte order mark, or because
// ICU's detector is sure. nullptr when they are not.
const char* utf16_of(std::string_view bytes);

// The line, from 1, of the first byte that is not part of valid UTF-8; 0 when there is none.
std::size_t line_of_invalid_utf8(std::string_view bytes);

}  // namespace palpate
