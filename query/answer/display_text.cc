#include "answer/display_text.h"

#include <algorithm>

#include "answer/columns.h"

namespace palpate {
namespace {

// Below this many columns for text, indentation gives way.
constexpr std::size_t kLeastColumns = 12;

std::string_view ansi(Face face) {
  switch (face) {
    case Face::title:
      return "\x1b[1;34m";
    case Face::heading:
      return "\x1b[36m";
    case Face::context:
      return "\x1b[3m";
    case Face::mark:
      return "\x1b[1;31m";
    case Face::quiet:
      return "\x1b[2m";
    case Face::sentence:
      return "\x1b[4m";
    case Face::sentence_mark:
      return "\x1b[1;4;31m";
    case Face::plain:
      break;
  }
  return "";
}

bool is_mark(Face face) { return face == Face::mark || face == Face::sentence_mark; }

bool is_sentence(Face face) { return face == Face::sentence || face == Face::sentence_mark; }

// For each byte the number of marked stretches that begin before it.
std::vector<std::size_t> mark_sums(const std::vector<Face>& faces) {
  std::vector<std::size_t> sums(faces.size() + 1, 0);
  for (std::size_t at = 0; at < faces.size(); ++at) {
    const bool begins = is_mark(faces[at]) && (at == 0 || !is_mark(faces[at - 1]));
    sums[at + 1] = sums[at] + (begins ? 1 : 0);
  }
  return sums;
}

class LineWriter {
 public:
  LineWriter(const std::string& text, const std::vector<Face>& faces, const LineShape& shape,
             std::string& out)
      : text_(text),
        faces_(faces),
        shape_(shape),
        out_(out),
        columns_(column_sums(text)),
        marks_(mark_sums(faces)) {}

  void run() {
    std::size_t begin = text_.find_first_not_of(' ');
    if (begin == std::string::npos) return;
    LineBreak fits{begin, begin};
    for (const LineBreak& candidate : line_breaks(text_)) {
      if (candidate.end <= begin) continue;
      const bool too_wide = shape_.width > 0 && columns(begin, candidate.end) > room();
      if (too_wide && fits.end > begin) {
        line(begin, fits.end);
        begin = fits.next;
      }
      fits = candidate;
    }
    if (fits.end > begin) line(begin, fits.end);
  }

 private:
  std::size_t indent() const {
    const std::size_t wanted = shape_.indent + (first_ ? 0 : shape_.hanging);
    if (shape_.width == 0) return wanted;
    const std::size_t most = shape_.width - std::min(shape_.width, kLeastColumns);
    return std::min(wanted, std::max(most, shape_.lead.empty() ? 0 : shape_.indent));
  }

  std::size_t room() const { return shape_.width - std::min(shape_.width, indent()); }

  // Two for the stars of each marked stretch, in colour too, so that lines are the same.
  std::size_t columns(std::size_t begin, std::size_t end) const {
    const bool goes_on = begin > 0 && is_mark(faces_[begin]) && is_mark(faces_[begin - 1]);
    return columns_[end] - columns_[begin] + 2 * (marks_[end] - marks_[begin] + (goes_on ? 1 : 0));
  }

  void line(std::size_t begin, std::size_t end) {
    if (first_ && !shape_.lead.empty()) {
      out_ += shape_.lead;
    } else {
      out_.append(indent(), ' ');
    }
    if (!shape_.colour && indent() > 1 && out_[out_.size() - 2] == ' ' && answers(begin, end))
      out_[out_.size() - 2] = '>';
    first_ = false;
    while (begin < end) {
      std::size_t stop = begin + 1;
      while (stop < end && faces_[stop] == faces_[begin]) ++stop;
      stretch({text_.data() + begin, stop - begin}, faces_[begin]);
      begin = stop;
    }
    out_ += '\n';
  }

  bool answers(std::size_t begin, std::size_t end) const {
    const auto from = faces_.begin();
    return std::any_of(from + static_cast<std::ptrdiff_t>(begin),
                       from + static_cast<std::ptrdiff_t>(end), is_sentence);
  }

  void stretch(std::string_view text, Face face) {
    if (shape_.colour && face != Face::plain) {
      out_.append(ansi(face)).append(text).append("\x1b[0m");
    } else if (is_mark(face)) {
      out_.append("*").append(text).append("*");
    } else {
      out_ += text;
    }
  }

  const std::string& text_;
  const std::vector<Face>& faces_;
  const LineShape& shape_;
  std::string& out_;
  const std::vector<std::size_t> columns_;
  const std::vector<std::size_t> marks_;
  bool first_ = true;
};

}  // namespace

void DisplayText::append(std::string_view raw, Face face) {
  append_safe(raw, text_);
  faces_.resize(text_.size(), face);
}

std::size_t DisplayText::columns() const { return column_sums(text_).back(); }

void DisplayText::write(const LineShape& shape, std::string& out) const {
  LineWriter(text_, faces_, shape, out).run();
}

std::size_t display_columns(std::string_view text) {
  DisplayText shown;
  shown.append(text, Face::plain);
  return shown.columns();
}

}  // namespace palpate
