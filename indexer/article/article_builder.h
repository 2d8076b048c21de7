// Puts an article's kept text together, block by block, in reading order.
//
// Readers call it as they walk a file; what needs the whole article is done here once for all
// formats: laying out the kept text (blocks apart by a blank line, items of a list by a line
// break), heading paths, run-in headings of list items ("- Better sleep: …" becomes a section of
// its own), lead-in sentences as context of the list that follows, reference lists and author notes
// as back matter, headings with nothing under them dropped.
//
//   ArticleBuilder builder(std::move(article_with_metadata));
//   builder.heading(2, "Benefits");
//   builder.paragraph("Massage helps in several ways:");
//   builder.list_item("- Better sleep: People sleep longer.");
//   Article article = std::move(builder).finish();
//
// A section may hold nothing but its heading when a deeper heading follows at once.
//
// Text given in must be valid UTF-8 with white space already folded to single blanks; empty text is
// ignored. One builder builds one article, in one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/item_list.h"

namespace palpate {

class ArticleBuilder {
 public:
  explicit ArticleBuilder(Article metadata);

  // The metadata, to read or complete while building (title, authors …).
  Article& article() { return article_; }

  // 1..6, 1 the outermost. Kept only once something stands under it. "References", "About the
  // author" and their like open back matter, which lasts up to the next heading that is not deeper.
  void heading(int level, std::string_view text);
  // Ends a list. At the very start, a paragraph or heading equal to the title is dropped.
  void paragraph(std::string_view text);
  // With its marker ("- ", "2. "), nested items indented by two blanks a level. Where most items of
  // a list have a run-in heading ("- Better sleep: People sleep longer."), each of these opens a
  // section for the item and what is nested in it; where few have, none does.
  void list_item(std::string_view text);
  // The same, where the file itself marks the run-in heading, in bold say: the first `heading`
  // bytes.
  void run_in_item(std::string_view text, std::size_t heading);
  // An item that is only a title ("- Trigger point therapy"); its text follows as item_paragraph().
  void item_heading(std::string_view text);
  // A further paragraph of the item before: it does not end the list and stays under its heading.
  void item_paragraph(std::string_view text);
  // Ends a list: the next item starts another one, whose lead-in is the paragraph before it.
  void end_list();
  // A row as "cell | cell"; `header` is the table's header row, which travels as context with each
  // row below it. It is given as a row of its own first, without header, and stands in the text.
  void table_row(std::string_view text, std::string_view header);
  // What the file says of a picture that follows the block given last, and of one that stands in
  // the block given next: indexed and shown as context of that block. What only names or decorates
  // ("clinic logo", "img_20.jpg") is dropped.
  void picture(std::string_view text);
  void picture_within(std::string_view text);
  void drop(std::string_view text, std::string_view reason);
  // From here on to the next heading, text is back matter of this kind. Straight behind a heading
  // it is that heading's text, else it stands under none. `body` ends back matter that has no end
  // heading.
  void back_matter(SectionRole role);
  // What text given now would be.
  SectionRole role() const { return role_; }

  Article finish() &&;

 private:
  // A heading of the path, or a titled list item below them all.
  struct Level {
    int level;
    std::string label;
    std::string text;  // as it will stand in the kept text; empty once it stands there
    SectionRole role;  // of what stands under it
  };

  ByteRange append(std::string_view text, std::string_view separator);
  void block(BlockKind kind, std::string_view text, std::string context,
             std::string_view separator);
  void open_section(ByteRange heading);
  void place_headings();
  void leave(int level);
  void begin_item();
  void flush_list();
  void add_entry(const ListEntry& entry, bool may_run_in);
  void add_plain_item(const std::string& text, bool may_run_in);
  void add_marked_item(std::string_view text, std::size_t heading);
  void add_item_heading(std::string_view text);
  void add_item(std::string_view text, std::size_t indent, std::size_t heading,
                std::string_view label);
  bool is_title(std::string_view text);
  void enlist(ListEntry entry);

  Article article_;
  std::vector<Level> path_;
  SectionRole role_ = SectionRole::body;
  bool section_open_ = false;  // the last section is where blocks go
  std::string lead_in_;        // of the list being built
  std::string last_paragraph_;
  std::string title_line_;       // the title as it stood in the text
  std::vector<ListEntry> list_;  // kept until it is whole
  bool in_list_ = false;
  std::string pictures_;  // of the block that comes next
};

}  // namespace palpate
