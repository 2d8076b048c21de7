// Walks a page's main content in reading order and hands its blocks to an ArticleBuilder.
#pragma once

#include "article/article_builder.h"
#include "article/html/block_writer.h"
#include "article/html/html_main_content.h"

namespace palpate {

// Everything of <body> that is not kept is given to builder.drop(), once for each subtree.
void build_blocks(const HtmlDocument& page, const MainContent& content, const BlockRules& rules,
                  ArticleBuilder& builder);

}  // namespace palpate
