// The lines of a plain text as their writer meant them.
//
// Scrapers and mail programs break lines where the text does not: wrapped at a column, around a
// link, or not at all where a list goes on ("… less pain. - Better sleep"). Here lines are put
// right: one paragraph, heading or list item each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace palpate {

struct TextLine {
  std::string text;         // white space folded; a list marker stays, indentation does not
  std::size_t indent = 0;   // blanks in front of it
  std::size_t marker = 0;   // bytes of its list marker; 0: no list item
  bool after_blank = true;  // a blank line stands in front of it, or nothing
  int underlined = 0;       // 1: with "===", 2: with "---": a heading

  std::string_view words() const { return std::string_view(text).substr(marker); }
};

// Rules such as "-----" and other lines without a word go to `dropped`.
std::vector<TextLine> lay_out_lines(std::string_view text, std::vector<Dropped>& dropped);

}  // namespace palpate
