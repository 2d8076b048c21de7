#include "article/markdown/markdown_blocks.h"

#include <md4c.h>

#include <algorithm>
#include <utility>

#include "article/characters.h"

namespace palpate {
namespace {

constexpr std::size_t kDeepestIndent = 10;

bool starts_with_tag(std::string_view html, std::string_view tag) {
  return html.size() >= tag.size() &&
         std::equal(tag.begin(), tag.end(), html.begin(), [](char sought, char given) {
           return sought == (given >= 'A' && given <= 'Z' ? given + ('a' - 'A') : given);
         });
}

bool opens_code(std::string_view html) {
  return starts_with_tag(html, "<script") || starts_with_tag(html, "<style");
}

bool closes_code(std::string_view html) {
  return starts_with_tag(html, "</script") || starts_with_tag(html, "</style");
}

// Follows md4c's walk and writes down one block after the other.
class Walk {
 public:
  std::vector<MarkdownBlock> blocks;

  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
        open_list({static_cast<MD_BLOCK_UL_DETAIL*>(detail)->mark, 0});
        break;
      case MD_BLOCK_OL:
        open_list({'.', static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start});
        break;
      case MD_BLOCK_LI:
        flush();
        item_open_ = true;
        break;
      case MD_BLOCK_H:
      case MD_BLOCK_P:
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
      case MD_BLOCK_TABLE:
        flush();
        header_.clear();
        break;
      case MD_BLOCK_TR:
        row_.clear();
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        close_list();
        break;
      case MD_BLOCK_LI:
        flush();
        item_open_ = false;
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_CODE:
        flush();
        break;
      case MD_BLOCK_H:
        give_heading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
      case MD_BLOCK_HTML:
        give({MarkdownKind::html, 0, std::exchange(text_, {}), {}, 0});
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        add_cell();
        break;
      case MD_BLOCK_TR:
        give_row();
        break;
      case MD_BLOCK_THEAD:
        in_head_ = false;
        break;
      default:
        break;
    }
    if (type == MD_BLOCK_TH) in_head_ = true;
  }

  void enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG && images_++ == 0) before_image_ = std::exchange(text_, {});
    if (type == MD_SPAN_STRONG && fold_blanks(text_).empty()) bold_from_start_ = true;
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_STRONG && bold_from_start_ && bold_ == 0) bold_ = fold_blanks(text_).size();
    if (type != MD_SPAN_IMG || --images_ != 0) return;
    std::string alt = fold_blanks(std::exchange(text_, std::move(before_image_)));
    if (!alt.empty()) alts_.push_back(std::move(alt));
  }

  void add(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_HTML && !in_html_block_) {
      if (opens_code(text)) in_code_ = true;
      if (closes_code(text)) in_code_ = false;
    }
    if (in_code_) return;
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        text_ += ' ';
        break;
      case MD_TEXT_ENTITY:
        text_ += html_text(text);
        if (text == "&nbsp;") text_ += ' ';
        break;
      case MD_TEXT_HTML:
        if (in_html_block_)
          text_ += text;
        else if (text.starts_with("<br") || text.starts_with("<BR"))
          text_ += ' ';
        break;
      case MD_TEXT_NULLCHAR:
        break;
      default:
        text_ += text;
    }
  }

  void set_in_html_block(bool inside) { in_html_block_ = inside; }

 private:
  struct List {
    char mark;
    unsigned number;
  };

  void give(MarkdownBlock block) { blocks.push_back(std::move(block)); }

  void open_list(List list) {
    flush();
    lists_.push_back(list);
  }

  void close_list() {
    flush();
    lists_.pop_back();
    if (lists_.empty()) give({MarkdownKind::list_end, 0, {}, {}, 0});
  }

  std::string next_marker() {
    List& list = lists_.back();
    const std::string indent(2 * std::min(lists_.size() - 1, kDeepestIndent), ' ');
    if (list.mark != '.') return indent + "- ";
    // More than three digits would not be read as a marker.
    return indent + std::to_string(list.number++ % 1000) + ". ";
  }

  // A picture that stands in the block given next has level 1.
  void give_alts(bool within) {
    for (std::string& alt : alts_) {
      give({MarkdownKind::image, within ? 1 : 0, std::move(alt), {}, 0});
    }
    alts_.clear();
  }

  void give_heading(int level) {
    std::string text = fold_blanks(std::exchange(text_, {}));
    bold_ = 0;
    bold_from_start_ = false;
    in_code_ = false;
    give_alts(!text.empty());
    if (!lists_.empty()) {
      bold_ = text.size();
      text_ = std::move(text);
      flush();
    } else if (!text.empty()) {
      give({MarkdownKind::heading, level, std::move(text), {}, 0});
    }
  }

  // The text gathered so far is a block of its own.
  void flush() {
    MarkdownBlock block;
    block.text = fold_blanks(std::exchange(text_, {}));
    block.bold = std::exchange(bold_, 0);
    in_code_ = false;
    bold_from_start_ = false;
    give_alts(!block.text.empty());
    if (block.text.empty()) return;
    if (!lists_.empty() && item_open_) {
      const std::string marker = next_marker();
      block.kind = MarkdownKind::item;
      if (block.bold != 0) block.bold += marker.size();
      block.text.insert(0, marker);
      item_open_ = false;
    } else if (!lists_.empty()) {
      block.kind = MarkdownKind::item_paragraph;
    }
    give(std::move(block));
  }

  void add_cell() {
    if (cells_++ != 0) row_ += row_.empty() || row_.ends_with(' ') ? "| " : " | ";
    row_ += fold_blanks(std::exchange(text_, {}));
    in_code_ = false;
    bold_ = 0;
    bold_from_start_ = false;
  }

  void give_row() {
    std::string row = std::exchange(row_, {});
    cells_ = 0;
    give_alts(true);
    if (in_head_) {
      header_ = has_letter(row) || has_digit(row) ? std::move(row) : std::string();
      if (!header_.empty()) give({MarkdownKind::row, 0, header_, {}, 0});
    } else if (has_letter(row) || has_digit(row)) {
      give({MarkdownKind::row, 0, std::move(row), header_, 0});
    }
  }

  std::string text_;
  std::string before_image_;
  std::vector<std::string> alts_;
  std::vector<List> lists_;
  std::string row_;
  std::string header_;
  std::size_t cells_ = 0;
  std::size_t images_ = 0;
  std::size_t bold_ = 0;
  bool bold_from_start_ = false;
  bool item_open_ = false;
  bool in_head_ = false;
  bool in_html_block_ = false;
  bool in_code_ = false;  // of a <script> or <style> among the words of a block
};

int enter_block(MD_BLOCKTYPE type, void* detail, void* walk) {
  static_cast<Walk*>(walk)->enter(type, detail);
  if (type == MD_BLOCK_HTML) static_cast<Walk*>(walk)->set_in_html_block(true);
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void* detail, void* walk) {
  if (type == MD_BLOCK_HTML) static_cast<Walk*>(walk)->set_in_html_block(false);
  static_cast<Walk*>(walk)->leave(type, detail);
  return 0;
}

int enter_span(MD_SPANTYPE type, void* /*detail*/, void* walk) {
  static_cast<Walk*>(walk)->enter_span(type);
  return 0;
}

int leave_span(MD_SPANTYPE type, void* /*detail*/, void* walk) {
  static_cast<Walk*>(walk)->leave_span(type);
  return 0;
}

int add_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* walk) {
  static_cast<Walk*>(walk)->add(type, {text, size});
  return 0;
}

}  // namespace

Result<std::vector<MarkdownBlock>> markdown_blocks(std::string_view text) {
  MD_PARSER parser{};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEURLAUTOLINKS;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = add_text;
  Walk walk;
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &walk) != 0) {
    return Error{ErrorCode::malformed, "is not readable as Markdown", {}};
  }
  return std::move(walk.blocks);
}

}  // namespace palpate
