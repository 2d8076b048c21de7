// Gathers the text of a block while a page is walked, and decides when it ends what it is: heading,
// list item or paragraph.
//
// A line in bold that stands alone is a heading when text follows it; a question that the page's
// FAQ names is one too; what only repeats the title goes, and so do lines of furniture that stand
// among the text ("2 min read", "Subscribe to …"), whose names and dates become metadata. A line
// that only leads to what is left out goes with it: "In this article" with its links, "Ready for
// quiet nights?" with the call to action behind it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "article/article_builder.h"
#include "article/furniture/furniture.h"

namespace palpate {

struct BlockRules {
  std::string title;                   // a block that only repeats it goes
  std::vector<std::string> questions;  // a FAQ page's: where they stand, they are headings
};

class BlockWriter {
 public:
  // `builder` outlives the writer.
  BlockWriter(const BlockRules& rules, ArticleBuilder& builder);

  void append(std::string_view text, bool bold);
  void space();  // between words, not at the beginning
  bool gathering() const { return !text_.empty(); }

  // The text that begins now is a list item with this marker ("- ").
  void begin_item(std::string marker) { marker_ = std::move(marker); }
  // What is gathered is a term: its explanation follows in the same item.
  void end_term();

  void end_block();  // as an item if one was begun, else as a paragraph
  void end_heading(int level);
  void end_minor_heading();
  void end_list();
  void table_row(std::string_view row, std::string_view header);
  void links_left_out();  // a block of links that stood here
  void end();             // of the content

 private:
  int minor_level() const { return level_ < 6 ? level_ + 1 : 6; }
  std::string take_text();
  bool is_title(std::string_view text) const;
  bool drop_furniture(std::string_view text);
  bool is_question(std::string_view text) const;
  void give_item(const std::string& marker, const std::string& text, std::size_t term);
  bool hold(const std::string& text, int level, bool bold);
  void drop_held(Furniture kind);
  void settle(bool text_follows);

  ArticleBuilder& builder_;
  std::string title_key_;
  std::unordered_set<std::string> question_keys_;
  std::string text_;
  std::string marker_;
  std::size_t term_ = 0;  // bytes of the text that are the item's term
  // Until it is known what follows.
  std::optional<std::string> bold_line_;
  struct HeldLine {
    Furniture kind;  // what it is if that follows
    std::string text;
    int level;  // of a heading; 0: a paragraph
    bool bold;
  };
  std::optional<HeldLine> held_;
  bool all_bold_ = true;
  int level_ = 1;  // of the last heading
};

}  // namespace palpate
