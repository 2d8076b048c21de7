// The head of a plain text: menu, title, byline, dates, before the first line of the article.
#pragma once

#include <cstddef>
#include <vector>

#include "article/article.h"
#include "article/text/text_lines.h"

namespace palpate {

// Finds the title and takes names, dates and labelled values ("Author: …", "URL: …") into
// `article`; what it took or passed over goes to article.dropped. Returns the index of the first
// line behind the head.
std::size_t read_head(const std::vector<TextLine>& lines, Article& article);

}  // namespace palpate
