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
// Text given in must be valid UTF-8 with white space already folded to single blanks; empty text is
// ignored. One builder builds one article, in one thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace palpate {

class ArticleBuilder {
 public:
  explicit ArticleBuilder(Article metadata);

  // The metadata, to read or complete while building (title, authors …).
  Article& article() { return article_; }

  void heading(int level, std::string_view text);  // 1..6, 1 the outermost
  void paragraph(std::string_view text);
  // With its marker ("- ", "2. "), nested items indented by two blanks a level.
  void list_item(std::string_view text);
  // Ends a list: the next item starts another one, whose lead-in is the paragraph before it.
  void end_list();
  // A row as "cell | cell"; `header` is the table's header row, which travels as context.
  void table_row(std::string_view text, std::string_view header);
  void drop(std::string_view text, std::string_view reason);
  // From here on to the next heading, text is back matter of this kind.
  void back_matter(SectionRole role);

  Article finish() &&;

 private:
  Section& section();
  ByteRange append(std::string_view text, std::string_view separator);
  void block(BlockKind kind, std::string_view text, std::string context, bool tight);
  void open_section(std::vector<std::string> path, ByteRange heading, SectionRole role);

  struct Level {
    int level;
    std::string text;
  };

  Article article_;
  std::vector<Level> path_;
  std::string lead_in_;  // of the list being built
  std::string last_paragraph_;
  bool in_list_ = false;
};

}  // namespace palpate
