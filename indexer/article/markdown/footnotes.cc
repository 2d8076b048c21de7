#include "article/markdown/footnotes.h"

#include <algorithm>
#include <cstddef>
#include <unordered_set>

#include "article/characters.h"

namespace palpate {
namespace {

constexpr std::size_t kLongestLabel = 40;  // bytes

// The label of a mark at the beginning of `text`, "[^label]"; empty: there is none.
std::string_view label_at(std::string_view text) {
  if (!text.starts_with("[^")) return {};
  const std::size_t end = text.substr(0, kLongestLabel + 3).find_first_of("] \t[", 2);
  if (end == std::string_view::npos || text[end] != ']') return {};
  return text.substr(2, end - 2);
}

std::string_view behind_mark(std::string_view text, std::string_view label) {
  return text.substr(std::min(label.size() + 3, text.size()));
}

bool is_number(std::string_view label) {
  return label.find_first_not_of("0123456789") == std::string_view::npos;
}

struct Line {
  std::string_view text;  // with its break
  std::size_t indent = 0;
  bool code = false;

  std::string_view words() const { return trimmed(text); }
  // Of the note that begins here; empty: none does.
  std::string_view note() const {
    if (code || indent > 3) return {};
    const std::string_view label = label_at(words());
    return behind_mark(words(), label).starts_with(':') ? label : std::string_view();
  }
};

// A fence of three marks or more opens code, one at least as long closes it.
std::size_t fence_length(std::string_view words) {
  if (!words.starts_with("```") && !words.starts_with("~~~")) return 0;
  return std::min(words.find_first_not_of(words.front()), words.size());
}

// A heading or code: no paragraph goes on with it.
bool opens_block(const Line& line) { return line.code || line.text.starts_with('#'); }

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  char fence = 0;
  std::size_t length = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    Line line{text.substr(begin, end - begin)};
    line.indent = std::min(line.text.find_first_not_of(' '), line.text.size());
    line.code = fence != 0;
    const std::size_t marks = fence_length(line.words());
    if (fence == 0 && marks != 0) {
      line.code = true;
      fence = line.words().front();
      length = marks;
    } else if (fence != 0 && marks >= length && line.words().front() == fence) {
      fence = 0;
    }
    lines.push_back(line);
    begin = end;
  }
  return lines;
}

class Notes {
 public:
  explicit Notes(std::string_view text) : lines_(split_lines(text)) {
    for (const Line& line : lines_) {
      if (const std::string_view label = line.note(); !label.empty()) labels_.insert(label);
    }
  }

  TextAndNotes take() {
    for (std::size_t at = 0; at < lines_.size();) {
      if (lines_[at].note().empty()) {
        add_line(lines_[at], found_.text);
        ++at;
      } else {
        at = take_note(at);
      }
    }
    return std::move(found_);
  }

 private:
  // A note goes on in the lines behind it, and behind an empty line in those that are indented.
  std::size_t take_note(std::size_t at) {
    std::string note;
    const std::string_view words = lines_[at].words();
    add_marked(behind_mark(words, lines_[at].note()).substr(1), note);
    bool blank = false;
    for (++at; at < lines_.size() && lines_[at].note().empty(); ++at) {
      const bool empty = lines_[at].words().empty();
      if (!empty && lines_[at].indent < 2 && (blank || opens_block(lines_[at]))) break;
      if (!empty) {
        note += blank ? "\n\n" : "\n";
        add_marked(lines_[at].words(), note);
      }
      blank = empty;
    }
    found_.notes.push_back(std::move(note));
    found_.text += '\n';
    return at;
  }

  void add_line(const Line& line, std::string& text) {
    if (line.code)
      text += line.text;
    else
      add_marked(line.text, text);
  }

  void add_marked(std::string_view line, std::string& text) const {
    for (;;) {
      const std::size_t at = line.find("[^");
      text += line.substr(0, at);
      if (at == std::string_view::npos) return;
      line.remove_prefix(at);
      const std::string_view label = label_at(line);
      const bool note = !label.empty() && (is_number(label) || labels_.contains(label));
      const std::string_view rest = behind_mark(line, label);
      if (note && !rest.starts_with('(')) {
        line = rest;
        const bool ends = line.empty() || std::string_view(".,;:!?)\r\n").find(line.front()) !=
                                              std::string_view::npos;
        while (ends && text.ends_with(' ')) text.pop_back();
      } else {
        text += "[^";
        line.remove_prefix(2);
      }
    }
  }

  std::vector<Line> lines_;
  std::unordered_set<std::string_view> labels_;
  TextAndNotes found_;
};

}  // namespace

TextAndNotes take_footnotes(std::string_view text) {
  if (text.find("[^") == std::string_view::npos) return {std::string(text), {}};
  return Notes(text).take();
}

}  // namespace palpate
