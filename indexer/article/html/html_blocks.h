// Walks a page's main content in reading order and hands its blocks to an ArticleBuilder.
#pragma once

#include <string>
#include <vector>

#include "article/article_builder.h"
#include "article/html/html_main_content.h"

namespace palpate {

struct BlockRules {
  std::string title;                   // a heading that only repeats it goes
  std::vector<std::string> questions;  // a FAQ page's: where they stand, they are headings
};

// Everything of <body> that is not kept is given to builder.drop(), once for each subtree.
void build_blocks(const HtmlDocument& page, const MainContent& content, const BlockRules& rules,
                  ArticleBuilder& builder);

}  // namespace palpate
