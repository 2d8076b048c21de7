// Tables of data, told from tables that only lay a page out.
#pragma once

#include <string>
#include <vector>

#include "article/html/html_main_content.h"

namespace palpate {

struct TableRow {
  std::string text;    // "cell | cell"
  std::string header;  // the table's header row in the same form; empty for the header itself
};

bool is_data_table(const HtmlDocument& page, const MainContent& content, HtmlDocument::Index table);

// The table's caption, empty when it has none.
std::string table_caption(const HtmlDocument& page, const MainContent& content,
                          HtmlDocument::Index table);

// The rows in order, empty ones left out.
std::vector<TableRow> table_rows(const HtmlDocument& page, const MainContent& content,
                                 HtmlDocument::Index table);

}  // namespace palpate
