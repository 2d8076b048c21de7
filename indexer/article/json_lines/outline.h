// Paragraphs and list items in a text whose layout is lost or only hinted at.
//
// A line is a block unless it was wrapped by hand; markers at the start of a line ("- ", "* ",
// "• ", "1. ") make list items, and so do markers stuck behind a sentence or a colon, as scraped
// lists have them: "Signs are: - Fever. - A stiff neck. Call a doctor." A dash between the words of
// a sentence stays where it is.
#pragma once

#include <string_view>
#include <vector>

#include "article/article.h"

namespace palpate {

// Beyond this many, the rest of the text is one block: no article has as many, only hostile input.
inline constexpr std::size_t kMostBlocks = 100'000;

// The blocks of `text` in order. They cover it all but the white space between them; the text
// itself is not changed. A list's lead-in sentence is the context of its items. Takes time linear
// in the text; invalid UTF-8 does no harm. Holds no state; any thread.
std::vector<Block> outline_text(std::string_view text);

}  // namespace palpate
