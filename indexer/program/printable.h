// Text of files and file names, made harmless for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace palpate {

enum class LineBreaks : unsigned char { escaped, kept };  // kept: tabs too

// Control characters, what steers the direction of reading, and bytes that are no UTF-8 are written
// as \n, \x1B or \u202E; all else stays as it is, backslashes too.
//
//   printable("a\x1B[2Jb.txt")  →  "a\\x1B[2Jb.txt"
std::string printable(std::string_view text, LineBreaks breaks = LineBreaks::escaped);

}  // namespace palpate
