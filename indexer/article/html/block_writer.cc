#include "article/html/block_writer.h"

#include <utility>

#include "article/furniture/phrases.h"
#include "article/html/html_document.h"
#include "article/html/text_match.h"

namespace palpate {
namespace {

constexpr std::size_t kLongestHeading = 300;      // bytes; longer ones are paragraphs
constexpr std::size_t kLongestBoldHeading = 120;  // bytes of a bold line that stands for one
constexpr std::size_t kLongestLabel = 60;         // bytes of "Table of contents"
constexpr std::size_t kLongestFurniture =
    250;  // bytes; judging longer blocks takes time and finds nothing

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with(',') || text.ends_with(';') || text.ends_with('!');
}

}  // namespace

BlockWriter::BlockWriter(const BlockRules& rules, ArticleBuilder& builder)
    : builder_(builder), title_key_(match_key(rules.title)) {
  for (const std::string& question : rules.questions) question_keys_.insert(match_key(question));
}

void BlockWriter::append(std::string_view text, bool bold) {
  const std::size_t before = text_.size();
  append_folded(text_, text);
  const bool words = text_.size() > before && text_.find_first_not_of(' ', before) != text_.npos;
  if (words && !bold) all_bold_ = false;
}

void BlockWriter::space() { append_folded(text_, " "); }

std::string BlockWriter::take_text() {
  std::string text = std::exchange(text_, {});
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

bool BlockWriter::is_title(std::string_view text) const {
  return text.size() <= kLongestHeading && !title_key_.empty() && match_key(text) == title_key_;
}

bool BlockWriter::is_question(std::string_view text) const {
  return !question_keys_.empty() && text.size() <= kLongestHeading &&
         question_keys_.contains(match_key(text));
}

void BlockWriter::end_term() {
  while (text_.ends_with(' ')) text_.pop_back();
  if (!text_.empty() && !text_.ends_with(':') && !text_.ends_with('?')) text_ += ':';
  term_ = text_.size();
  space();
  all_bold_ = false;
}

void BlockWriter::end_minor_heading() {
  const int level = level_;
  end_heading(minor_level());
  level_ = level;
}

void BlockWriter::end_heading(int level) {
  const std::string text = take_text();
  all_bold_ = true;
  marker_.clear();
  term_ = 0;
  if (text.empty()) return;
  if (is_title(text)) {
    builder_.drop(text, "title: kept as title");
    return;
  }
  settle(false);
  if (hold(text, level, false)) return;
  if (text.size() > kLongestHeading) {
    builder_.paragraph(text);
  } else {
    builder_.heading(level, text);
    level_ = level;
  }
}

void BlockWriter::end_block() {
  const std::string text = take_text();
  const std::string marker = std::exchange(marker_, {});
  const std::size_t term = std::exchange(term_, 0);
  const bool bold = std::exchange(all_bold_, true);
  if (text.empty() || drop_furniture(text)) return;
  if (!marker.empty()) {
    give_item(marker, text, term);
  } else if (is_title(text)) {
    builder_.drop(text, "title: kept as title");
  } else if (is_question(text)) {
    settle(false);
    builder_.heading(minor_level(), text);
  } else if (hold(text, 0, bold)) {
    return;
  } else if (bold && text.size() <= kLongestBoldHeading && !ends_sentence(text)) {
    settle(false);
    bold_line_ = text;
  } else {
    const WithoutActions split = drop_calls_to_action(text);
    if (split.kept.empty()) drop_held(Furniture::call_to_action);
    settle(!split.kept.empty());
    builder_.drop(split.dropped, reason_for(Furniture::call_to_action));
    builder_.paragraph(split.kept);
  }
}

void BlockWriter::give_item(const std::string& marker, const std::string& text, std::size_t term) {
  settle(true);
  if (term != 0) {
    builder_.run_in_item(marker + text, marker.size() + term);
  } else {
    builder_.list_item(marker + text);
  }
}

// Keeps back a line that is furniture only if such furniture follows.
bool BlockWriter::hold(const std::string& text, int level, bool bold) {
  if (text.size() > kLongestFurniture) return false;
  const bool contents =
      text.size() <= kLongestLabel && has_phrase(Topic::contents, folded_words(text));
  if (!contents && !leads_to_action(text)) return false;
  settle(false);
  held_ = {contents ? Furniture::contents : Furniture::call_to_action, text, level, bold};
  return true;
}

void BlockWriter::drop_held(Furniture kind) {
  if (!held_ || held_->kind != kind) return;
  builder_.drop(held_->text, reason_for(kind));
  held_.reset();
}

void BlockWriter::links_left_out() { drop_held(Furniture::contents); }

bool BlockWriter::drop_furniture(std::string_view text) {
  if (text.size() > kLongestFurniture || builder_.role() == SectionRole::references) return false;
  const Judgement judged = judge_line(text, Place::body);
  if (judged.kind == Furniture::call_to_action) drop_held(judged.kind);
  // On a page these words are as often headings of the article; menus are told by their links.
  const bool menu = judged.kind == Furniture::navigation || judged.kind == Furniture::contents ||
                    judged.kind == Furniture::related;
  if (!judged || menu) return false;
  builder_.drop(text, take_metadata(judged, builder_.article()));
  return true;
}

void BlockWriter::settle(bool text_follows) {
  if (held_) {
    const HeldLine line = *std::move(held_);
    held_.reset();
    if (line.level != 0) {
      builder_.heading(line.level, line.text);
      level_ = line.level;
    } else if (line.bold) {
      bold_line_ = line.text;
    } else {
      builder_.paragraph(line.text);
    }
  }
  if (!bold_line_) return;
  if (text_follows) {
    builder_.heading(minor_level(), *bold_line_);
  } else {
    builder_.paragraph(*bold_line_);
  }
  bold_line_.reset();
}

void BlockWriter::end_list() {
  marker_.clear();
  builder_.end_list();
}

void BlockWriter::table_row(std::string_view row, std::string_view header) {
  settle(true);
  builder_.table_row(row, header);
}

void BlockWriter::end() {
  end_block();
  settle(false);
}

}  // namespace palpate
