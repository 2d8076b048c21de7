// Takes the furniture out of a plain text's body.
#pragma once

#include <cstddef>
#include <vector>

#include "article/article.h"
#include "article/text/text_lines.h"

namespace palpate {

// The lines from `begin` on that are the article's own. What is furniture by its own words goes,
// and with it what only its surroundings show: a comment section to the end, links to other
// articles, a table of contents, menus. Names, dates and tags go to `article`, the rest to
// article.dropped.
std::vector<TextLine> sift_lines(std::vector<TextLine> lines, std::size_t begin, Article& article);

}  // namespace palpate
