#include "article/html/html_table.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace palpate {
namespace {

using Index = HtmlDocument::Index;

constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kWidestSpan = 1000;
constexpr std::size_t kMostRepeated = 300;  // bytes of a row that stand in it for a span
constexpr std::size_t kLongestCell = 600;   // characters; longer ones are blocks of a layout

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

struct Cell {
  std::string text;
  std::size_t columns = 1;
  std::size_t rows = 1;
};

struct Row {
  std::vector<std::string> cells;  // one a column of the table
  bool names_columns = false;
  bool spans = false;  // one of its cells spans several columns
};

// How many columns or rows a cell spans.
std::size_t span(const HtmlDocument& page, Index cell, const char* attribute) {
  const std::string_view value = page.attribute(cell, attribute);
  std::size_t number = 1;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return std::clamp<std::size_t>(number, 1, kWidestSpan);
}

std::string joined(const std::vector<std::string>& cells) {
  std::string text;
  bool any = false;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) append_folded(text, " | ");
    text += cell;
    any = any || !cell.empty();
  }
  return any ? text : std::string();
}

// Lays the cells of a table's rows out by column, as their spans say.
class RowReader {
 public:
  RowReader(const HtmlDocument& page, const MainContent& content)
      : page_(page), content_(content) {}

  Row read(Index tr) {
    Row row;
    bool headers = true;
    bool filled = false;
    std::vector<Cell> cells;
    for (Index i = tr + 1; i < page_.end(tr); i = page_.end(i)) {
      if (!is_cell(page_, i)) continue;
      cells.push_back({content_.dropped[i].empty() ? cell_text(page_, content_, i) : std::string(),
                       span(page_, i, "colspan"), span(page_, i, "rowspan")});
      headers = headers && (page_.is(i, GUMBO_TAG_TH) || cells.back().text.empty());
      filled = filled || !cells.back().text.empty();
      row.spans = row.spans || cells.back().columns > 1;
    }
    headers = headers || page_.is(page_.parent(tr), GUMBO_TAG_THEAD);
    row.names_columns = headers && filled && cells.size() > 1;
    // A single cell across the table heads the rows below it.
    if (cells.size() == 1) cells.front().columns = 1;
    repeated_ = 0;
    for (const Cell& cell : cells) {
      take_from_above(row);
      place(cell, row);
    }
    take_from_above(row);
    return row;
  }

 private:
  // What a cell further up still gives to this row.
  struct Above {
    std::string text;
    std::size_t rows = 0;
  };

  void take_from_above(Row& row) {
    while (row.cells.size() < above_.size() && above_[row.cells.size()].rows > 0) {
      Above& above = above_[row.cells.size()];
      --above.rows;
      row.cells.push_back(repeated(above.text));
    }
  }

  // A header names each of the columns it spans; a value is written once.
  void place(const Cell& cell, Row& row) {
    const bool names = row.names_columns;
    for (std::size_t i = 0; i < cell.columns && (i == 0 || row.cells.size() < kMostColumns); ++i) {
      const std::size_t column = row.cells.size();
      std::string text = i == 0 ? cell.text : names ? repeated(cell.text) : std::string();
      if (column >= above_.size()) above_.resize(column + 1);
      above_[column] = {i == 0 || names ? cell.text : std::string(), cell.rows - 1};
      row.cells.push_back(std::move(text));
    }
  }

  // A few bytes of markup must not become very much text.
  std::string repeated(const std::string& text) {
    repeated_ += text.size();
    return repeated_ <= kMostRepeated ? text : std::string();
  }

  const HtmlDocument& page_;
  const MainContent& content_;
  std::vector<Above> above_;  // by column
  std::size_t repeated_ = 0;  // bytes, in this row
};

// Two rows of headers make one: "Dose" over "morning" is "Dose morning".
std::vector<std::string> stacked(std::vector<std::string> upper,
                                 const std::vector<std::string>& lower) {
  upper.resize(std::max(upper.size(), lower.size()));
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (lower[i].empty() || lower[i] == upper[i]) continue;
    if (!upper[i].empty()) upper[i] += ' ';
    upper[i] += lower[i];
  }
  return upper;
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
  RowReader reader(page, content);
  std::vector<std::string> header;
  bool goes_on = false;  // the header: what its last row has in common is told apart in the next
  for (Index i = table + 1; i < page.end(table); ++i) {
    if (!content.dropped[i].empty()) {
      i = page.end(i) - 1;
    } else if (page.is(i, GUMBO_TAG_TR)) {
      Row row = reader.read(i);
      i = page.end(i) - 1;
      std::string text = joined(row.cells);
      if (text.empty()) continue;
      if (!row.names_columns) {
        goes_on = false;
        rows.push_back({std::move(text), joined(header)});
      } else if (std::exchange(goes_on, row.spans)) {
        header = stacked(std::move(header), row.cells);
        rows.back().text = joined(header);
      } else {
        header = std::move(row.cells);
        rows.push_back({std::move(text), {}});
      }
    }
  }
  return rows;
}

}  // namespace palpate
