// A Markdown text as a flat run of blocks, as md4c (CommonMark with tables) sees it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/error.h"

namespace palpate {

enum class MarkdownKind : std::uint8_t {
  heading,         // with level
  paragraph,       // of a quotation too
  item,            // indented by depth, with its marker: "  - text"
  item_paragraph,  // a further paragraph of the item before
  list_end,        // of an outermost list
  row,             // "cell | cell", header: the header row, which is a row of its own before
  image,           // an alt text
  html,            // raw HTML, tags and all
};

struct MarkdownBlock {
  MarkdownKind kind = MarkdownKind::paragraph;
  int level = 0;
  std::string text;  // white space folded; links, emphasis and inline HTML are their text alone
  std::string header;
  std::size_t bold = 0;  // bytes at the beginning (marker included) that are set in bold
};

Result<std::vector<MarkdownBlock>> markdown_blocks(std::string_view text);

// The text of raw HTML: without tags, comments, scripts and styles; entities resolved.
std::string html_text(std::string_view html);

}  // namespace palpate
