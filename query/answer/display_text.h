// Text made safe for a terminal, each part with the face it is shown in, and its lines.
//
// Article text is data: control characters, escape sequences and overrides of the reading direction
// do nothing once they went through append(). Widths are display columns: East Asian wide
// characters and emoji take two, combining marks none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

// `sentence` is the text of the sentence that answers best, `sentence_mark` what matched within it.
enum class Face : std::uint8_t {
  plain,
  title,
  heading,
  context,
  mark,
  quiet,
  sentence,
  sentence_mark,
};

// How a text is laid out; everything is in columns.
struct LineShape {
  std::size_t width = 80;      // 0: never wrapped
  std::string_view lead = {};  // in front of the first line, `indent` wide unless empty
  std::size_t indent = 0;      // in front of every line
  std::size_t hanging = 0;     // more in front of every line but the first
  // Faces as ANSI sequences; else marks show as *text*, and lines of the sentence that answers best
  // by a ">" in the indentation.
  bool colour = false;
};

class DisplayText {
 public:
  // Line breaks and tabs become blanks, other control characters and invalid UTF-8 U+FFFD;
  // characters that only steer display are dropped.
  void append(std::string_view raw, Face face);

  // Nothing but blanks: writes no line.
  bool empty() const { return text_.find_first_not_of(' ') == std::string::npos; }
  std::size_t columns() const;

  // The lines, each ending in a line break and with its faces closed. Breaks at blanks and where
  // East Asian text allows it; what cannot be broken is left longer than the width. Both ways of
  // showing marks break at the same places.
  void write(const LineShape& shape, std::string& out) const;

 private:
  std::string text_;
  std::vector<Face> faces_;  // one a byte
};

// Columns that `text` takes once it is made safe.
std::size_t display_columns(std::string_view text);

}  // namespace palpate
