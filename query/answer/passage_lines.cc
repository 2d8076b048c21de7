#include "answer/passage_lines.h"

#include <algorithm>
#include <array>

#include "answer/columns.h"

namespace palpate {
namespace {

constexpr std::size_t kMostIndent = 8;
// A line as long as this that ends in the middle of a paragraph was wrapped by whoever wrote it.
constexpr std::size_t kWrappedBytes = 60;
constexpr std::string_view kBlanks = " \t\r";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The columns of a list marker and its blank ("- ", "• ", "12. "), 0 for none.
std::size_t marker_columns(std::string_view line) {
  constexpr std::array<std::string_view, 5> kBullets = {"- ", "* ", "+ ", "• ", "– "};
  for (const std::string_view bullet : kBullets) {
    if (line.starts_with(bullet)) return 2;
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && is_digit(line[digits])) ++digits;
  if (digits == 0 || digits + 1 >= line.size()) return 0;
  const bool closes = line[digits] == '.' || line[digits] == ')';
  return closes && line[digits + 1] == ' ' ? digits + 2 : 0;
}

// The line that ends at `end`, without the white space around it.
PassageLine described(std::string_view text, std::size_t begin, std::size_t end) {
  PassageLine line;
  const std::string_view whole = text.substr(begin, end - begin);
  const std::size_t first = whole.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return line;
  line.range = {begin + first, begin + whole.find_last_not_of(kBlanks) + 1};
  line.hanging = marker_columns(line.range.of(text));
  if (line.hanging > 0) line.indent = std::min(first, kMostIndent);
  if (line.hanging == 0 && is_row(line.range.of(text))) line.hanging = 2;
  return line;
}

bool continues(const PassageLine& line, std::size_t previous_bytes) {
  return line.hanging == 0 && !line.apart && previous_bytes >= kWrappedBytes;
}

bool only_joins(std::string_view gap) {
  return gap.find_first_not_of(" -\t") == std::string_view::npos;
}

}  // namespace

bool is_row(std::string_view line) { return line.find(" | ") != std::string_view::npos; }

std::vector<PassageLine> passage_lines(std::string_view text, std::size_t body_begin) {
  std::vector<PassageLine> lines;
  bool apart = false;
  std::size_t previous_bytes = 0;
  for (std::size_t begin = std::min(body_begin, text.size()); begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    PassageLine line = described(text, begin, end);
    begin = end + 1;
    if (line.range.empty()) {
      apart = true;
      continue;
    }
    line.apart = apart && !lines.empty();
    apart = false;
    if (!lines.empty() && continues(line, previous_bytes)) {
      lines.back().range.end = line.range.end;
    } else {
      lines.push_back(line);
    }
    previous_bytes = is_row(line.range.of(text)) ? 0 : line.range.size();
  }
  return lines;
}

std::vector<ByteRange> shown_marks(const Hit& hit) {
  std::vector<ByteRange> shown;
  std::size_t shown_end = 0;
  for (const Mark& mark : hit.marks) {
    const std::size_t end = std::min(mark.range.end, hit.text.size());
    if (mark.range.begin >= end || end <= shown_end) continue;
    const ByteRange range{character_begin(hit.text, mark.range.begin, shown_end),
                          character_end(hit.text, end)};
    if (!shown.empty() &&
        (range.begin <= shown_end || only_joins(ByteRange{shown_end, range.begin}.of(hit.text)))) {
      shown.back().end = range.end;
    } else {
      shown.push_back(range);
    }
    shown_end = range.end;
  }
  return shown;
}

DisplayText marked_text(const Hit& hit, ByteRange range, const std::vector<ByteRange>& marks) {
  DisplayText text;
  std::size_t at = range.begin;
  const auto append_to = [&](std::size_t end, bool mark) {
    while (at < end) {
      const bool before = at < hit.sentence.begin;
      const bool within = !before && at < hit.sentence.end;
      const std::size_t stop = before   ? std::min(end, hit.sentence.begin)
                               : within ? std::min(end, hit.sentence.end)
                                        : end;
      const Face face = within ? (mark ? Face::sentence_mark : Face::sentence)
                               : (mark ? Face::mark : Face::plain);
      text.append(ByteRange{at, stop}.of(hit.text), face);
      at = stop;
    }
  };
  const auto first = std::ranges::lower_bound(marks, range.begin, {}, &ByteRange::end);
  for (auto mark = first; mark != marks.end() && mark->begin < range.end; ++mark) {
    const ByteRange inside{std::max(mark->begin, at), std::min(mark->end, range.end)};
    if (inside.begin >= inside.end) continue;
    append_to(inside.begin, false);
    append_to(inside.end, true);
  }
  append_to(range.end, false);
  return text;
}

}  // namespace palpate
