#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "answer/article_line.h"
#include "answer/display_text.h"
#include "answer/passage_lines.h"
#include "answer/render.h"

namespace palpate {
namespace {

// On a narrower terminal every column is for the text.
constexpr std::size_t kNarrow = 50;

// Writes an answer top-down: notes, articles with their passages, how many there are.
class TerminalWriter {
 public:
  TerminalWriter(const Answer& answer, const TerminalStyle& style)
      : answer_(answer), style_(style), gutter_(gutter_columns()) {}

  std::string run() {
    for (const std::string& line : answer_.explain) verbatim(line, 0);
    for (const Note& note : answer_.notes) {
      const std::string text = text_of(note);
      if (text == summary_) continue;
      wrapped("Note: " + text, Face::plain, {.indent = 0, .hanging = 6});
    }
    for (std::size_t at = 0; at < answer_.hits.size(); ++at) hit(at);
    blank_line();
    for (std::string_view rest = summary_; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      wrapped(line, Face::plain, {});
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    return std::move(out_);
  }

 private:
  bool narrow() const { return style_.width > 0 && style_.width < kNarrow; }

  // Ranks stand right-aligned in front of the passages: " 1  ", "12  ".
  std::size_t gutter_columns() const {
    std::size_t digits = 1;
    for (const Hit& hit : answer_.hits) digits = std::max(digits, std::to_string(hit.rank).size());
    return narrow() ? digits + 1 : std::max<std::size_t>(digits, 2) + 2;
  }

  LineShape finished(LineShape shape) const {
    shape.width = style_.width;
    shape.colour = style_.colour;
    return shape;
  }

  void write(const DisplayText& text, const LineShape& shape) { text.write(finished(shape), out_); }

  void wrapped(std::string_view text, Face face, const LineShape& shape) {
    DisplayText shown;
    shown.append(text, face);
    write(shown, shape);
  }

  // A line whose own indentation means something.
  void verbatim(std::string_view line, std::size_t indent) {
    const std::size_t own = std::min(line.find_first_not_of(' '), line.size());
    wrapped(line, Face::quiet, {.indent = indent + own, .hanging = 2});
  }

  void blank_line() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }

  static bool same_article(const Hit& left, const Hit& right) {
    if (left.article.id.empty()) return left.document == right.document;
    return left.article.id == right.article.id;
  }

  void hit(std::size_t at) {
    const auto& hits = answer_.hits;
    const Hit& shown = hits[at];
    blank_line();
    if (at == 0 || !same_article(hits[at - 1], shown)) title(shown);
    passage(shown);
    also_in(shown);
    for (const std::string& line : shown.why) verbatim(line, gutter_);
    const auto parts = origin_of(shown.article);
    if (at + 1 == hits.size() || !same_article(shown, hits[at + 1]) ||
        origin_of(hits[at + 1].article) != parts) {
      origin(parts);
    }
  }

  void title(const Hit& hit) {
    const std::string& title = hit.article.title;
    wrapped(title.empty() ? hit.document : title, Face::title, {.indent = 0, .hanging = 2});
  }

  std::string rank_lead(std::size_t rank) const {
    const std::string digits = std::to_string(rank);
    const std::size_t behind = narrow() ? 1 : 2;
    return std::string(gutter_ - behind - digits.size(), ' ') + digits + std::string(behind, ' ');
  }

  void passage(const Hit& hit) {
    std::string lead = rank_lead(hit.rank);
    const auto shape = [&](std::size_t indent, std::size_t hanging) {
      return LineShape{.lead = lead, .indent = gutter_ + indent, .hanging = hanging};
    };
    const auto write_part = [&](const DisplayText& text, const LineShape& part) {
      if (text.empty()) return;
      write(text, part);
      lead.clear();
    };
    write_part(heading(hit), shape(0, 2));
    DisplayText context;
    context.append(hit.context, Face::context);
    // A lead-in stands above the passage, a table's header above the table's first row.
    const bool header = is_row(hit.context);
    if (!header) write_part(context, shape(0, 0));
    const auto marks = shown_marks(hit);
    bool table_begun = false;
    for (const PassageLine& line : passage_lines(hit.text, hit.body_begin)) {
      if (line.apart) blank_line();
      if (header && !table_begun && is_row(line.range.of(hit.text))) {
        table_begun = true;
        write_part(context, shape(0, 2));
      }
      write_part(marked_text(hit, line.range, marks),
                 shape(lead.empty() ? line.indent : 0, line.hanging));
    }
  }

  void also_in(const Hit& hit) {
    if (!hit.also_in.empty())
      wrapped(also_in_line(hit), Face::quiet, {.indent = gutter_, .hanging = 2});
  }

  static DisplayText heading(const Hit& hit) {
    DisplayText text;
    for (const std::string& part : hit.heading) {
      if (!text.empty()) text.append(" › ", Face::heading);
      text.append(part, Face::heading);
    }
    return text;
  }

  // What is known of the article and its link, as many on a line as fit; each stays whole.
  void origin(const std::vector<std::string>& parts) {
    if (!parts.empty()) blank_line();
    std::string line;
    for (const std::string& part : parts) {
      std::string longer = line;
      if (!line.empty()) longer += " · ";
      longer += part;
      if (!line.empty() && !fits(longer)) {
        wrapped(line, Face::quiet, {.indent = gutter_, .hanging = 0});
        line = part;
      } else {
        line = std::move(longer);
      }
    }
    wrapped(line, Face::quiet, {.indent = gutter_, .hanging = 0});
  }

  bool fits(std::string_view line) const {
    return style_.width == 0 || gutter_ + display_columns(line) <= style_.width;
  }

  const Answer& answer_;
  const TerminalStyle& style_;
  const std::size_t gutter_;
  const std::string summary_ = summary(answer_);
  std::string out_;
};

}  // namespace

std::string render_terminal(const Answer& answer, const TerminalStyle& style) {
  return TerminalWriter(answer, style).run();
}

}  // namespace palpate
