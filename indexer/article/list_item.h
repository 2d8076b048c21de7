// The parts of a list item's line: indentation, marker, run-in label and the words behind it.
//
//   "  - Better sleep: People who were treated slept longer."
//    indent 2, marker "- ", label "Better sleep", body "People who …"
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palpate {

// Blanks in front of the text.
std::size_t indentation(std::string_view text);

// The item's text without indentation and marker.
std::string_view without_marker(std::string_view item);

// Bytes of the marker at the very beginning of `text`, blank included ("- ", "• ", "12. ", "a) ");
// 0 when there is none. A number of more than three digits is a year, not a marker.
std::size_t marker_length(std::string_view text);

// The run-in label of an item's text without indentation and marker.
struct RunIn {
  std::string_view label;     // "Better sleep"
  std::size_t label_end = 0;  // behind the colon or dash that ends the label
  std::size_t body = 0;       // where the words behind it begin
};

// A label is a short title, ended by ": " or by a dash between blanks, with words behind it.
std::optional<RunIn> run_in(std::string_view text);

// What an item looks like by itself. "Sets: 3" has a label and a value; whether it is titled is for
// the whole list to say.
enum class RunInShape : std::uint8_t { none, value, titled };
RunInShape run_in_shape(std::string_view text);

// Short enough, and without a sentence's end: may stand as a heading.
bool is_title_like(std::string_view text);

}  // namespace palpate
