// Which lines of a plain text are headings, list items and paragraphs.
#pragma once

#include <cstdint>
#include <vector>

#include "article/text/text_lines.h"

namespace palpate {

enum class LineRole : std::uint8_t {
  paragraph,
  heading,
  list_item,
  item_heading,    // an item that is only a title; item_paragraphs follow
  item_paragraph,  // text of the item heading before it
  caption,         // what an image shows: "therapist treating low back pain"
};

struct OutlinedLine {
  LineRole role = LineRole::paragraph;
  int level = 0;  // of a heading
};

// One for each line. Items without a marker, under a sentence that ends in ":", are list_item too.
std::vector<OutlinedLine> outline(const std::vector<TextLine>& lines);

}  // namespace palpate
