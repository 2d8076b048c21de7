#include "service/page/passage_html.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "answer/columns.h"
#include "answer/passage_lines.h"

namespace palpate::html {
namespace {

constexpr std::string_view kCellBorder = " | ";
constexpr std::size_t kLongestName = 40;        // bytes of a cell that names a column
constexpr std::string_view kEmptyFirst = "| ";  // a row whose first cell is empty

enum class Block { paragraph, bullets, numbers, table };

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Block block_of(std::string_view line, const PassageLine& shape) {
  if (shape.hanging > 0 && !is_row(line))
    return is_digit(line.front()) ? Block::numbers : Block::bullets;
  return is_row(line) ? Block::table : Block::paragraph;
}

// Writes a passage line by line, opening and closing the blocks that they make up.
class PassageWriter {
 public:
  PassageWriter(const Hit& hit, const InterfaceTexts& say)
      : hit_(hit), say_(say), marks_(shown_marks(hit)) {}

  Html write() {
    const std::vector<PassageLine> lines = passage_lines(hit_.text, hit_.body_begin);
    write_context(lines);
    for (std::size_t at = 0; at < lines.size(); ++at) {
      names_next_ = first_row_names_columns(lines, at);
      write_line(lines[at]);
    }
    close();
    return std::move(out_);
  }

  Html inline_text(ByteRange range) {
    Html words;
    ByteRange sentence{std::max(range.begin, hit_.sentence.begin),
                       std::min(range.end, hit_.sentence.end)};
    if (sentence.begin >= sentence.end) sentence = {range.end, range.end};
    write_marked({range.begin, sentence.begin}, words);
    if (sentence.begin < sentence.end) {
      words << "<strong>";
      write_marked(sentence, words);
      words << "</strong>";
    }
    write_marked({sentence.end, range.end}, words);
    return words;
  }

 private:
  void write_context(const std::vector<PassageLine>& lines) {
    if (hit_.context.empty()) return;
    const bool header =
        is_row(hit_.context) && !lines.empty() && is_row(lines.front().range.of(hit_.text));
    if (!header) {
      out_ << R"(<p class="lead-in">)";
      out_.text(hit_.context) << "</p>";
      return;
    }
    open(Block::table);
    headed_ = true;
    out_ << "<thead><tr>";
    for (std::string_view rest = hit_.context;;) {
      const std::size_t end = rest.find(kCellBorder);
      out_ << R"(<th scope="col">)";
      out_.text(rest.substr(0, end)) << "</th>";
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + kCellBorder.size());
    }
    out_ << "</tr></thead>";
  }

  void write_line(const PassageLine& line) {
    const std::string_view text = line.range.of(hit_.text);
    const Block block = block_of(text, line);
    if (!open_ || *open_ != block || block == Block::paragraph || starts_list_anew(line)) {
      close();
      open(block, text);
    }
    switch (block) {
      case Block::paragraph:
        out_ << inline_text(line.range);
        break;
      case Block::bullets:
      case Block::numbers:
        out_ << (line.indent > 0 ? Markup(R"(<li class="inner">)") : Markup("<li>"));
        out_ << inline_text({line.range.begin + marker_bytes(text), line.range.end}) << "</li>";
        break;
      case Block::table:
        write_row(line.range);
        break;
    }
  }

  // A list whose numbers do not go on is another list.
  bool starts_list_anew(const PassageLine& line) const {
    return open_ == Block::numbers && line.range.of(hit_.text).starts_with("1") && line.apart;
  }

  // Which rows a passage's article has marked as names of columns is not kept, but for a row that
  // stands apart from its passage, as context. The first row is taken for names when it looks so:
  // its cells are short and without numbers, and the first is empty, or a row below has a number or
  // a sentence.
  bool first_row_names_columns(const std::vector<PassageLine>& lines, std::size_t at) const {
    const std::string_view first = lines[at].range.of(hit_.text);
    if (!is_row(first) || at + 1 == lines.size() || !is_row(lines[at + 1].range.of(hit_.text)))
      return false;
    const std::vector<std::string_view> names = cells_of(first);
    if (!std::ranges::all_of(names, [](std::string_view cell) {
          return cell.size() <= kLongestName && !holds_number(cell) && !is_sentence(cell);
        }))
      return false;
    if (first.starts_with(kEmptyFirst)) return true;
    for (std::size_t below = at + 1; below < lines.size(); ++below) {
      const std::string_view row = lines[below].range.of(hit_.text);
      if (!is_row(row)) break;
      if (std::ranges::any_of(cells_of(row), [](std::string_view cell) {
            return holds_number(cell) || is_sentence(cell);
          }))
        return true;
    }
    return false;
  }

  static bool holds_number(std::string_view cell) { return std::ranges::any_of(cell, is_digit); }

  static bool is_sentence(std::string_view cell) {
    return cell.size() > kLongestName || (!cell.empty() && cell.ends_with('.'));
  }

  static std::vector<std::string_view> cells_of(std::string_view row) {
    if (row.starts_with(kEmptyFirst)) row.remove_prefix(kEmptyFirst.size());
    std::vector<std::string_view> cells;
    for (std::size_t end = row.find(kCellBorder); end != std::string_view::npos;
         end = row.find(kCellBorder)) {
      cells.push_back(row.substr(0, end));
      row.remove_prefix(end + kCellBorder.size());
    }
    cells.push_back(row);
    return cells;
  }

  void write_row(ByteRange row) {
    const bool names = !headed_ && names_next_;
    headed_ = true;
    out_ << (names ? Markup("<thead><tr>") : Markup("<tr>"));
    if (row.of(hit_.text).starts_with(kEmptyFirst)) {
      out_ << "<td></td>";
      row.begin += kEmptyFirst.size();
    }
    for (std::size_t at = row.begin; at <= row.end;) {
      const std::size_t border = std::min(hit_.text.find(kCellBorder, at), row.end);
      out_ << (names ? Markup(R"(<th scope="col">)") : Markup("<td>")) << inline_text({at, border})
           << (names ? Markup("</th>") : Markup("</td>"));
      at = border == row.end ? row.end + 1 : border + kCellBorder.size();
    }
    out_ << (names ? Markup("</tr></thead>") : Markup("</tr>"));
  }

  static std::size_t marker_bytes(std::string_view line) {
    const std::size_t blank = line.find(' ');
    return blank == std::string_view::npos ? 0 : blank + 1;
  }

  void open(Block block, std::string_view first = {}) {
    open_ = block;
    headed_ = false;
    switch (block) {
      case Block::paragraph:
        out_ << "<p>";
        break;
      case Block::bullets:
        out_ << "<ul>";
        break;
      case Block::numbers: {
        const std::string_view digits = first.substr(0, first.find_first_of(".)"));
        out_ << R"(<ol start=")";
        out_.text(digits) << R"(">)";
        break;
      }
      case Block::table:
        out_ << R"(<div class="table" role="group" tabindex="0" aria-label=")";
        out_.text(say_[Text::table]) << R"("><table>)";
        break;
    }
  }

  void close() {
    if (!open_) return;
    switch (*open_) {
      case Block::paragraph:
        out_ << "</p>";
        break;
      case Block::bullets:
        out_ << "</ul>";
        break;
      case Block::numbers:
        out_ << "</ol>";
        break;
      case Block::table:
        out_ << "</table></div>";
        break;
    }
    open_.reset();
  }

  void write_marked(ByteRange range, Html& words) {
    std::size_t at = range.begin;
    const auto first = std::ranges::lower_bound(marks_, range.begin + 1, {}, &ByteRange::end);
    for (auto mark = first; mark != marks_.end() && mark->begin < range.end; ++mark) {
      const ByteRange inside{std::max(mark->begin, at), std::min(mark->end, range.end)};
      if (inside.begin >= inside.end) continue;
      words.text(ByteRange{at, inside.begin}.of(hit_.text)) << "<mark>";
      words.text(inside.of(hit_.text)) << "</mark>";
      at = inside.end;
    }
    if (at < range.end) words.text(ByteRange{at, range.end}.of(hit_.text));
  }

  const Hit& hit_;
  const InterfaceTexts& say_;
  std::vector<ByteRange> marks_;
  std::optional<Block> open_;
  bool headed_ = false;      // the first row of the open table is written
  bool names_next_ = false;  // the line that comes would name columns, were it the first row
  Html out_;
};

}  // namespace

Html passage_body(const Hit& hit, const InterfaceTexts& say) {
  return PassageWriter(hit, say).write();
}

Html passage_excerpt(const Hit& hit, std::size_t bytes) {
  const InterfaceTexts say("en");
  const ByteRange whole =
      hit.sentence.empty() ? ByteRange{std::min(hit.body_begin, hit.text.size()), hit.text.size()}
                           : hit.sentence;
  std::size_t end = std::min(whole.end, whole.begin + bytes);
  const bool cut = end < whole.end;
  if (cut) {
    const std::size_t blank = hit.text.find_last_of(" \n", end);
    end =
        blank != std::string::npos && blank > whole.begin ? blank : character_begin(hit.text, end);
  }
  Html words = PassageWriter(hit, say).inline_text({whole.begin, end});
  if (cut) words << " …";
  return words;
}

}  // namespace palpate::html
