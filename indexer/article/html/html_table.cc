#include "article/html/html_table.h"

#include <algorithm>
#include <string_view>

namespace palpate {
namespace {

using Index = HtmlDocument::Index;

constexpr std::size_t kLongestCell = 600;  // characters; longer ones are blocks of a layout

bool is_cell(const HtmlDocument& page, Index node) {
  return page.is(node, GUMBO_TAG_TD) || page.is(node, GUMBO_TAG_TH);
}

std::string cell_text(const HtmlDocument& page, const MainContent& content, Index cell) {
  std::string text;
  for (Index i = cell + 1; i < page.end(cell); ++i) {
    if (!content.dropped[i].empty()) {
      i = page.end(i) - 1;
    } else if (page.is_text(i)) {
      append_folded(text, page.text(i));
    } else if (page.is_block(i) || page.is(i, GUMBO_TAG_BR)) {
      append_folded(text, " ");
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

struct Row {
  std::vector<std::string> cells;
  bool all_headers = true;
};

std::string joined(const Row& row) {
  std::string text;
  bool any = false;
  for (const std::string& cell : row.cells) {
    if (&cell != &row.cells.front()) text += " | ";
    text += cell;
    any = any || !cell.empty();
  }
  return any ? text : std::string();
}

Row read_row(const HtmlDocument& page, const MainContent& content, Index tr) {
  Row row;
  for (Index i = tr + 1; i < page.end(tr); i = page.end(i)) {
    if (!is_cell(page, i)) continue;
    row.all_headers = row.all_headers && page.is(i, GUMBO_TAG_TH);
    row.cells.push_back(content.dropped[i].empty() ? cell_text(page, content, i) : std::string());
  }
  row.all_headers = row.all_headers && !row.cells.empty();
  return row;
}

}  // namespace

bool is_data_table(const HtmlDocument& page, const MainContent& content, Index table) {
  const std::string_view role = page.attribute(table, "role");
  if (role == "presentation" || role == "none") return false;
  std::size_t rows = 0;
  std::size_t columns = 0;
  for (Index i = table + 1; i < page.end(table); ++i) {
    if (page.is(i, GUMBO_TAG_TABLE) || page.heading_level(i) > 0) return false;
    if (page.is(i, GUMBO_TAG_TR)) {
      std::size_t cells = 0;
      for (Index c = i + 1; c < page.end(i); c = page.end(c)) cells += is_cell(page, c) ? 1 : 0;
      ++rows;
      columns = std::max(columns, cells);
    }
    if (is_cell(page, i) && cell_text(page, content, i).size() > kLongestCell) return false;
  }
  return rows >= 1 && columns >= 2;
}

std::string table_caption(const HtmlDocument& page, const MainContent& content, Index table) {
  for (Index i = table + 1; i < page.end(table); i = page.end(i)) {
    if (page.is(i, GUMBO_TAG_CAPTION)) return cell_text(page, content, i);
  }
  return {};
}

std::vector<TableRow> table_rows(const HtmlDocument& page, const MainContent& content,
                                 Index table) {
  std::vector<TableRow> rows;
  std::string header;
  for (Index i = table + 1; i < page.end(table); ++i) {
    if (!content.dropped[i].empty()) {
      i = page.end(i) - 1;
    } else if (page.is(i, GUMBO_TAG_TR)) {
      const Row row = read_row(page, content, i);
      std::string text = joined(row);
      const bool names_columns = row.all_headers || page.is(page.parent(i), GUMBO_TAG_THEAD);
      if (!text.empty() && names_columns && row.cells.size() > 1) {
        header = text;
        rows.push_back({std::move(text), {}});
      } else if (!text.empty()) {
        rows.push_back({std::move(text), header});
      }
      i = page.end(i) - 1;
    }
  }
  return rows;
}

}  // namespace palpate
