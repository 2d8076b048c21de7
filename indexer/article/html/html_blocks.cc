#include "article/html/html_blocks.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "article/html/html_table.h"
#include "article/html/text_match.h"

namespace palpate {
namespace {

using Index = HtmlDocument::Index;

constexpr std::size_t kLongestHeading = 300;      // bytes; longer ones are paragraphs
constexpr std::size_t kLongestBoldHeading = 120;  // bytes of a bold line that stands for one
constexpr std::size_t kLongestItem = 1200;        // bytes; longer ones are plain blocks

class BlockWalk {
 public:
  BlockWalk(const HtmlDocument& page, const MainContent& content, const BlockRules& rules,
            ArticleBuilder& builder)
      : page_(page), content_(content), rules_(rules), builder_(builder) {}

  void walk() {
    inside_ = content_.root == page_.body();
    for (Index i = page_.body() + 1; i < page_.end(page_.body());) {
      close_until(i);
      i = visit(i);
    }
    close_until(page_.size());
    flush();
    settle_bold(false);
  }

 private:
  struct Open {
    Index node;
    Index end;
  };

  Index visit(Index i) {
    if (i == content_.root) inside_ = true;
    if (!content_.dropped[i].empty()) return leave_out(i, content_.dropped[i]);
    if (!inside_) return outside(i);
    if (page_.is_text(i)) {
      append_text(i);
      return i + 1;
    }
    return element(i);
  }

  // Outside of the content's root: what does not hold it goes as a whole.
  Index outside(Index i) {
    if (!passed_ && i < content_.root && content_.root < page_.end(i)) return i + 1;
    return leave_out(i, "outside the main content");
  }

  Index leave_out(Index i, std::string_view reason) {
    if (page_.is_block(i)) flush();
    builder_.drop(page_.folded_text(i), reason);
    return page_.end(i);
  }

  Index element(Index i) {
    if (page_.is(i, GUMBO_TAG_BR)) return line_break(i);
    if (page_.is(i, GUMBO_TAG_IMG)) {
      builder_.drop(folded(page_.attribute(i, "alt")), "image description");
      return i + 1;
    }
    if (page_.is(i, GUMBO_TAG_TABLE) && is_data_table(page_, content_, i)) {
      flush();
      settle_bold(true);
      for (const TableRow& row : table_rows(page_, content_, i)) {
        builder_.table_row(row.text, row.header);
      }
      return page_.end(i);
    }
    if (page_.is(i, GUMBO_TAG_PRE)) pre_end_ = page_.end(i);
    if (page_.is_block(i)) open_block(i);
    return i + 1;
  }

  void open_block(Index i) {
    if (item_end_ <= i) {
      flush();
    } else {  // a block inside a list item goes on with the item
      append_folded(text_, " ");
      if (page_.is(i, GUMBO_TAG_LI) || page_.is(i, GUMBO_TAG_UL) || page_.is(i, GUMBO_TAG_OL))
        flush();
    }
    open_.push_back({i, page_.end(i)});
    if (page_.is(i, GUMBO_TAG_UL) || page_.is(i, GUMBO_TAG_OL)) ++list_depth_;
    if (page_.is(i, GUMBO_TAG_LI) && is_item(i)) {
      item_end_ = std::max(item_end_, page_.end(i));
      marker_ = marker(i);
    }
  }

  void close_until(Index i) {
    while (!open_.empty() && open_.back().end <= i) {
      const Open block = open_.back();
      open_.pop_back();
      close_block(block.node, i);
    }
    if (inside_ && page_.end(content_.root) <= i) {
      flush();
      inside_ = false;
      passed_ = true;
    }
  }

  void close_block(Index node, Index next) {
    const int level = page_.heading_level(node);
    if (level > 0 && item_end_ <= node) {
      flush_heading(level);
    } else if (item_end_ > next) {
      append_folded(text_, " ");
    } else {
      flush();
    }
    if (page_.is(node, GUMBO_TAG_UL) || page_.is(node, GUMBO_TAG_OL)) {
      if (--list_depth_ == 0) builder_.end_list();
    }
  }

  // A list item that is a piece of layout (with headings, tables or much text) is plain blocks.
  bool is_item(Index li) const {
    for (Index i = li + 1; i < page_.end(li); ++i) {
      if (page_.is(i, GUMBO_TAG_UL) || page_.is(i, GUMBO_TAG_OL))
        i = page_.end(i) - 1;
      else if (page_.heading_level(i) > 0 || page_.is(i, GUMBO_TAG_TABLE))
        return false;
    }
    return true;
  }

  std::string marker(Index li) const {
    std::string mark(list_depth_ > 1 ? 2 * static_cast<std::size_t>(list_depth_ - 1) : 0, ' ');
    const Index list = page_.parent(li);
    if (!page_.is(list, GUMBO_TAG_OL)) return mark + "- ";
    int number = 1;
    for (Index i = list + 1; i < li; i = page_.end(i)) number += page_.is(i, GUMBO_TAG_LI) ? 1 : 0;
    return mark + std::to_string(number) + ". ";
  }

  Index line_break(Index i) {
    Index next = i + 1;
    while (next < page_.size() && page_.is_text(next) && folded(page_.text(next)).empty()) ++next;
    const bool twice = next < page_.size() && page_.is(next, GUMBO_TAG_BR);
    if (!twice || item_end_ > i) {
      append_folded(text_, " ");
      return i + 1;
    }
    flush();
    return next + 1;
  }

  void append_text(Index i) {
    if (i >= pre_end_) {
      append_folded(text_, page_.text(i));
      if (!in_bold(i) && !folded(page_.text(i)).empty()) all_bold_ = false;
      return;
    }
    std::string_view rest = page_.text(i);
    for (std::size_t gap = rest.find("\n\n"); gap != std::string_view::npos;
         gap = rest.find("\n\n")) {
      append_folded(text_, rest.substr(0, gap));
      flush();
      rest.remove_prefix(gap + 2);
    }
    append_folded(text_, rest);
    all_bold_ = false;
  }

  bool in_bold(Index i) const {
    for (Index up = page_.parent(i); !page_.is_block(up); up = page_.parent(up)) {
      if (page_.is(up, GUMBO_TAG_MARK)) return true;
      if (up == page_.parent(up)) break;
    }
    return false;
  }

  std::string take_text() {
    std::string text = std::exchange(text_, {});
    if (text.ends_with(' ')) text.pop_back();
    return text;
  }

  void flush_heading(int level) {
    const std::string text = take_text();
    all_bold_ = true;
    if (text.empty()) return;
    if (same_words(text, rules_.title)) {
      builder_.drop(text, "title: kept as title");
      return;
    }
    settle_bold(false);
    if (text.size() > kLongestHeading) {
      builder_.paragraph(text);
    } else {
      builder_.heading(level, text);
      level_ = level;
    }
  }

  void flush() {
    const std::string text = take_text();
    const bool bold = std::exchange(all_bold_, true);
    if (text.empty()) return;
    if (!marker_.empty()) {
      settle_bold(true);
      builder_.list_item(std::exchange(marker_, {}) + text);
      return;
    }
    if (is_question(text)) {
      settle_bold(false);
      builder_.heading(std::min(level_ + 1, 6), text);
      return;
    }
    const bool like_heading = bold && text.size() <= kLongestBoldHeading && !ends_sentence(text);
    settle_bold(!like_heading);
    if (like_heading) {
      bold_ = text;
    } else {
      builder_.paragraph(text);
    }
  }

  static bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with(',') || text.ends_with(';') || text.ends_with('!');
  }

  bool is_question(std::string_view text) const {
    return std::any_of(rules_.questions.begin(), rules_.questions.end(),
                       [&](const std::string& question) { return same_words(text, question); });
  }

  // A bold line of its own is a heading when text follows it, and a paragraph before another
  // heading or at the end.
  void settle_bold(bool text_follows) {
    if (!bold_) return;
    const std::string line = *std::exchange(bold_, std::nullopt);
    if (text_follows) {
      builder_.heading(std::min(level_ + 1, 6), line);
    } else {
      builder_.paragraph(line);
    }
  }

  const HtmlDocument& page_;
  const MainContent& content_;
  const BlockRules& rules_;
  ArticleBuilder& builder_;
  std::vector<Open> open_;
  std::string text_;                 // being gathered
  std::string marker_;               // of the list item that text_ begins
  std::optional<std::string> bold_;  // a bold line, until it is known what follows
  Index item_end_ = 0;
  Index pre_end_ = 0;
  int list_depth_ = 0;
  int level_ = 1;  // of the last heading
  bool inside_ = false;
  bool passed_ = false;
  bool all_bold_ = true;
};

}  // namespace

void build_blocks(const HtmlDocument& page, const MainContent& content, const BlockRules& rules,
                  ArticleBuilder& builder) {
  BlockWalk(page, content, rules, builder).walk();
}

}  // namespace palpate
