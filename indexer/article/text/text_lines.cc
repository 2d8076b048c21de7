#include "article/text/text_lines.h"

#include <algorithm>
#include <utility>

#include "article/characters.h"
#include "article/furniture/furniture.h"
#include "article/list_item.h"

namespace palpate {
namespace {

// Text wrapped at a column has no longer lines than this.
constexpr std::size_t kWidestWrap = 110;
constexpr std::size_t kNarrowestWrap = 40;
// Breaks that must be where wrapping would put them before a file counts as wrapped.
constexpr std::size_t kFewestWraps = 3;
// How far a writer's own width may vary.
constexpr std::size_t kRaggedness = 12;

TextLine make_line(std::string_view raw, bool after_blank) {
  TextLine line;
  for (const char character : raw) {
    if (character == ' ')
      ++line.indent;
    else if (character == '\t')
      line.indent += 4;
    else
      break;
  }
  line.text = fold_blanks(raw);
  line.marker = marker_length(line.text);
  line.after_blank = after_blank;
  return line;
}

// 1 for "====", 2 for "----": what underlines a heading.
int underline(std::string_view text) {
  if (text.size() < 3) return 0;
  if (text.find_first_not_of('=') == std::string_view::npos) return 1;
  return text.find_first_not_of('-') == std::string_view::npos ? 2 : 0;
}

bool has_word(std::string_view text) { return has_letter(text) || has_digit(text); }

std::vector<TextLine> split_lines(std::string_view text, std::vector<Dropped>& dropped) {
  std::vector<TextLine> lines;
  bool blank = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    TextLine line = make_line(text.substr(0, end), blank);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.text.empty()) {
      blank = true;
      continue;
    }
    const int heading = underline(line.text);
    if (heading != 0 && !blank && !lines.empty() && lines.back().marker == 0) {
      lines.back().underlined = heading;
      blank = true;
      continue;
    }
    blank = false;
    if (has_word(line.text)) {
      lines.push_back(std::move(line));
    } else {
      dropped.push_back({std::move(line.text), "line without a word"});
      blank = true;
    }
  }
  return lines;
}

std::size_t first_word_length(const TextLine& line) {
  return std::min(line.text.find(' '), line.text.size());
}

// Whether a writer who fills lines up to `width` would have broken between these two.
bool breaks_at(const TextLine& line, const TextLine& next, std::size_t width) {
  return line.indent + count_characters(line.text) + 1 + first_word_length(next) > width;
}

bool may_join(const TextLine& line, const TextLine& next) {
  return !next.after_blank && next.marker == 0 && line.underlined == 0 && next.underlined == 0;
}

// The column at which the text is wrapped; 0: it is not.
std::size_t wrap_width(const std::vector<TextLine>& lines) {
  std::vector<std::size_t> lengths;
  for (const TextLine& line : lines) {
    if (line.text.find(' ') != std::string::npos) {
      lengths.push_back(line.indent + count_characters(line.text));
    }
  }
  if (lengths.empty()) return 0;
  const std::size_t widest = *std::max_element(lengths.begin(), lengths.end());
  if (widest > kWidestWrap || widest < kNarrowestWrap) return 0;
  std::size_t joins = 0;
  std::size_t wrapped = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!may_join(lines[i], lines[i + 1])) continue;
    ++joins;
    if (breaks_at(lines[i], lines[i + 1], widest - kRaggedness)) ++wrapped;
  }
  return wrapped >= kFewestWraps && wrapped * 2 > joins ? widest : 0;
}

// A line that breaks off within a sentence, as around a link: "We recommend\ntrigger point
// therapy".
bool breaks_off(const TextLine& line, const TextLine& next) {
  constexpr std::size_t kFullLine = 30;
  return line.text.size() >= kFullLine && begins_upper(line.text) && !ends_sentence(line.text) &&
         last_mark(line.text) != U':' && has_letter(next.text) && !begins_upper(next.text);
}

// "by Dr. Karen Holt, DPT" under a title does not go on with it.
bool is_byline(std::string_view text) {
  return text.starts_with("by ") && judge_line(text, Place::head).kind == Furniture::byline;
}

// Inside wrapped text, a line that begins small goes on with the sentence of the one before.
bool continues(const TextLine& line, const TextLine& last, const TextLine& next,
               std::size_t width) {
  if (!may_join(line, next) || is_byline(next.text)) return false;
  if (width == 0) return breaks_off(line, next);
  if (breaks_at(last, next, width - kRaggedness)) return true;
  return !ends_sentence(last.text) && (!begins_upper(next.text) || next.indent > last.indent) &&
         has_letter(next.text);
}

std::vector<TextLine> join_wrapped(std::vector<TextLine> lines) {
  const std::size_t width = wrap_width(lines);
  std::vector<TextLine> joined;
  TextLine last;  // as it stood, before others were joined to it
  for (TextLine& line : lines) {
    if (!joined.empty() && continues(joined.back(), last, line, width)) {
      last = line;
      joined.back().text += ' ';
      joined.back().text += line.text;
    } else {
      last = line;
      joined.push_back(std::move(line));
    }
  }
  return joined;
}

// Where " - " or " • " opens another item behind a sentence's end; npos: nowhere.
std::size_t stuck_marker(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find_first_of(".!?:", from); at != std::string_view::npos;
       at = text.find_first_of(".!?:", at + 1)) {
    std::size_t blank = at + 1;
    while (blank < text.size() &&
           std::string_view("\"')]").find(text[blank]) != std::string_view::npos)
      ++blank;
    if (blank + 1 >= text.size() || text[blank] != ' ') continue;
    const std::string_view rest = text.substr(blank + 1, 40);
    const std::size_t marker = marker_length(rest);
    const bool number = rest.front() >= '0' && rest.front() <= '9';
    if (marker != 0 && (number ? rest[marker - 2] == ')' : true) &&
        begins_upper(rest.substr(marker))) {
      return blank;
    }
  }
  return std::string_view::npos;
}

// "… less pain. - Better sleep" is two items, where items stand about it.
std::vector<TextLine> split_stuck_items(std::vector<TextLine> lines) {
  std::vector<TextLine> split;
  bool in_list = false;
  for (TextLine& line : lines) {
    const bool short_line = is_title_like(line.text) && line.marker == 0;
    in_list = line.marker != 0 || (in_list && !short_line);
    const std::size_t first = stuck_marker(line.text, 0);
    const bool several =
        first != std::string::npos && stuck_marker(line.text, first + 1) != std::string::npos;
    if (first == std::string::npos || (!in_list && !several)) {
      split.push_back(std::move(line));
      continue;
    }
    in_list = true;
    std::string_view rest = line.text;
    bool after_blank = line.after_blank;
    for (std::size_t at = first; !rest.empty();) {
      const std::size_t end = std::min(at, rest.size());
      TextLine part = make_line(rest.substr(0, end), after_blank);
      part.indent = line.indent;
      split.push_back(std::move(part));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      after_blank = false;
      at = stuck_marker(rest, 0);
    }
  }
  return split;
}

}  // namespace

std::vector<TextLine> lay_out_lines(std::string_view text, std::vector<Dropped>& dropped) {
  return split_stuck_items(join_wrapped(split_lines(text, dropped)));
}

}  // namespace palpate
