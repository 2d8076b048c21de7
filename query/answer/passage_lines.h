// A passage's text as the lines a reader expects: paragraphs, list items, table rows.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "answer/display_text.h"
#include "palpate/answer.h"
#include "palpate/byte_range.h"

namespace palpate {

struct PassageLine {
  ByteRange range;          // in Hit::text; may hold line breaks that only wrapped the text
  std::size_t indent = 0;   // of a nested item, in columns
  std::size_t hanging = 0;  // the width of an item's marker, or what a table's row hangs by
  bool apart = false;       // a blank line stands before it
};

// Whether a line is a table's row or header: cells with bars between them.
bool is_row(std::string_view line);

// From `body_begin` to the end, in order. Only white space lies between the lines.
std::vector<PassageLine> passage_lines(std::string_view text, std::size_t body_begin);

// Marks as they are shown: inside the text, of whole characters, in order, and joined where only
// blanks or a hyphen lie between two on one line.
std::vector<ByteRange> shown_marks(const Hit& hit);

// The part of the hit's text in `range`, with the faces of marks and of the sentence that answers
// best.
DisplayText marked_text(const Hit& hit, ByteRange range, const std::vector<ByteRange>& marks);

}  // namespace palpate
