#include "article/html/html_blocks.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "article/characters.h"
#include "article/furniture/furniture.h"
#include "article/html/element_names.h"
#include "article/html/html_furniture.h"
#include "article/html/html_lists.h"
#include "article/html/html_table.h"

namespace palpate {
namespace {

using Index = HtmlDocument::Index;

class BlockWalk {
 public:
  BlockWalk(const HtmlDocument& page, const MainContent& content, const BlockRules& rules,
            ArticleBuilder& builder)
      : page_(page), content_(content), builder_(builder), writer_(rules, builder) {}

  void walk() {
    inside_ = content_.root == page_.body();
    headings_are_text_ = is_made_of_headings();
    for (Index i = page_.body() + 1; i < page_.end(page_.body());) {
      close_until(i);
      i = visit(i);
    }
    close_until(page_.size());
    writer_.end();
  }

 private:
  // Gives the node to go on with.
  Index visit(Index i) {
    if (i == content_.root) inside_ = true;
    if (!content_.dropped[i].empty()) return leave_out(i, content_.dropped[i]);
    if (!inside_) {
      const bool on_the_way = i < content_.root && content_.root < page_.end(i);
      return on_the_way ? i + 1 : leave_out(i, "outside the main content");
    }
    if (!page_.is_text(i)) return element(i);
    if (i < figure_end_ && i >= caption_end_) return leave_out(i, kCaption);
    text(i);
    return i + 1;
  }

  Index leave_out(Index i, std::string_view reason) {
    if (page_.is_block(i) && i >= item_end_) writer_.end_block();
    builder_.drop(page_.folded_text(i), reason);
    if (inside_ && (reason == kByline || reason == kDate)) take_line(i);
    if (inside_ && (reason == kLinks || reason == kLinkLine || reason == kNavigation))
      writer_.links_left_out();
    for (Index inner = i; inside_ && inner < page_.end(i); ++inner) {
      if (!page_.is(inner, GUMBO_TAG_IMG)) continue;
      if (reason == kCaption)
        picture(inner);
      else
        leave_out_image(inner);
    }
    return page_.end(i);
  }

  // A byline or date among the text says what nothing better has said.
  void take_line(Index i) {
    constexpr std::size_t kLongestLine = 120;
    const std::string line = page_.folded_text(i);
    if (line.size() > kLongestLine) return;
    Judgement judged = judge_line(line, Place::head);
    if (!builder_.article().authors.empty()) judged.authors.clear();
    if (judged.kind == Furniture::byline || judged.kind == Furniture::date)
      take_metadata(judged, builder_.article());
  }

  void leave_out_image(Index i) {
    builder_.drop(folded(page_.attribute(i, "alt")), "image description");
  }

  void picture(Index i) {
    const std::string alt = folded(page_.attribute(i, "alt"));
    if (writer_.gathering())
      builder_.picture_within(alt);
    else
      builder_.picture(alt);
  }

  // An alternative text that is a sentence stands in the text; others are context of their block.
  void image(Index i) {
    const std::string alt = folded(page_.attribute(i, "alt"));
    if (i < figure_end_ || !is_sentence_like(alt) || !ends_sentence(alt) || writer_.gathering())
      return picture(i);
    writer_.append(alt, false);
    writer_.end_block();
  }

  Index element(Index i) {
    switch (page_.tag(i)) {
      case GUMBO_TAG_BR:
        return line_break(i);
      case GUMBO_TAG_IMG:
        image(i);
        return i + 1;
      case GUMBO_TAG_TABLE:
        if (is_data_table(page_, content_, i)) return table(i);
        break;
      case GUMBO_TAG_FIGURE:
        figure_end_ = std::max(figure_end_, is_picture(page_, i) ? page_.end(i) : 0);
        break;
      case GUMBO_TAG_FIGCAPTION:
        caption_end_ = page_.end(i);
        break;
      case GUMBO_TAG_PRE:
        pre_end_ = page_.end(i);
        break;
      default:
        break;
    }
    if (page_.is_block(i) || is_lone_button(i)) open_block(i);
    return i + 1;
  }

  // A button that was kept asks a question, as those of an accordion do.
  bool is_lone_button(Index i) const {
    return page_.is(i, GUMBO_TAG_BUTTON) &&
           (open_.empty() || page_.heading_level(open_.back()) == 0);
  }

  Index table(Index i) {
    writer_.end_block();
    writer_.append(table_caption(page_, content_, i), false);
    writer_.end_block();
    for (const TableRow& row : table_rows(page_, content_, i)) {
      writer_.table_row(row.text, row.header);
    }
    return page_.end(i);
  }

  bool is_list(Index i) const { return page_.is(i, GUMBO_TAG_UL) || page_.is(i, GUMBO_TAG_OL); }

  // Inside of a list item, blocks other than items and lists go on with the item's text.
  void open_block(Index i) {
    const bool in_item = i < item_end_;
    if (!in_item || is_list(i) || page_.is(i, GUMBO_TAG_LI)) {
      writer_.end_block();
    } else {
      writer_.space();
    }
    open_.push_back(i);
    if (is_list(i)) markers_.open(page_, i);
    if (page_.is(i, GUMBO_TAG_LI) && is_list_item(page_, i)) {
      item_end_ = std::max(item_end_, page_.end(i));
      writer_.begin_item(markers_.next(page_, i));
    }
  }

  void close_until(Index i) {
    while (!open_.empty() && page_.end(open_.back()) <= i) {
      const Index block = open_.back();
      open_.pop_back();
      close_block(block);
    }
    if (inside_ && page_.end(content_.root) <= i) {
      writer_.end_block();
      inside_ = false;
    }
  }

  void close_block(Index block) {
    const Index end = page_.end(block);
    const int level = page_.heading_level(block);
    if (end < item_end_ && !page_.is(block, GUMBO_TAG_LI)) {
      writer_.space();
    } else if (level > 0 && !headings_are_text_) {
      writer_.end_heading(level);
    } else if (page_.is(block, GUMBO_TAG_SUMMARY) || page_.is(block, GUMBO_TAG_BUTTON)) {
      writer_.end_minor_heading();
    } else if (page_.is(block, GUMBO_TAG_DT)) {
      close_term(block);
    } else {
      writer_.end_block();
    }
    if (is_list(block)) markers_.close();
    if ((is_list(block) || page_.is(block, GUMBO_TAG_DL)) && markers_.outside()) writer_.end_list();
  }

  // A term and its short explanation are one item, "- Fascia: tissue that …"; a term with more to
  // it heads what follows.
  void close_term(Index term) {
    if (!writer_.gathering()) return;
    if (const Index explanation = explanation_of(page_, term); explanation != 0) {
      writer_.begin_item("- ");
      writer_.end_term();
      item_end_ = page_.end(explanation);
    } else {
      writer_.end_minor_heading();
    }
  }

  Index line_break(Index i) {
    Index next = i + 1;
    while (next < page_.size() && page_.is_text(next) && folded(page_.text(next)).empty()) ++next;
    const bool twice = next < page_.size() && page_.is(next, GUMBO_TAG_BR);
    if (!twice || i < item_end_) {
      writer_.space();
      return i + 1;
    }
    writer_.end_block();
    return next + 1;
  }

  void text(Index i) {
    std::string_view rest = page_.text(i);
    if (i < pre_end_) {  // preformatted: an empty line parts paragraphs
      for (std::size_t gap = rest.find("\n\n"); gap != std::string_view::npos && i >= item_end_;
           gap = rest.find("\n\n")) {
        writer_.append(rest.substr(0, gap), false);
        writer_.end_block();
        rest.remove_prefix(gap + 2);
      }
    }
    writer_.append(rest, is_bold(i));
  }

  // A page that lists things under headings, with next to nothing below each: they are its text.
  bool is_made_of_headings() const {
    std::size_t all = 0;
    std::size_t in_headings = 0;
    Index heading_end = 0;
    for (Index i = content_.root; i < page_.end(content_.root); ++i) {
      if (!content_.dropped[i].empty()) {
        i = page_.end(i) - 1;
      } else if (page_.is_text(i)) {
        const std::size_t size = folded(page_.text(i)).size();
        all += size;
        if (i < heading_end) in_headings += size;
      } else if (page_.heading_level(i) > 0) {
        heading_end = std::max(heading_end, page_.end(i));
      }
    }
    return in_headings * 2 > all;
  }

  bool is_bold(Index i) const {
    for (Index up = page_.parent(i); !page_.is_block(up); up = page_.parent(up)) {
      if (page_.is(up, GUMBO_TAG_MARK)) return true;
    }
    return false;
  }

  const HtmlDocument& page_;
  const MainContent& content_;
  ArticleBuilder& builder_;
  BlockWriter writer_;
  ListMarkers markers_;
  std::vector<Index> open_;  // blocks
  Index item_end_ = 0;       // of the list item being read
  Index pre_end_ = 0;
  Index caption_end_ = 0;
  Index figure_end_ = 0;  // of a picture whose caption is kept, and says what it shows
  bool inside_ = false;   // the content's root
  bool headings_are_text_ = false;
};

}  // namespace

void build_blocks(const HtmlDocument& page, const MainContent& content, const BlockRules& rules,
                  ArticleBuilder& builder) {
  BlockWalk(page, content, rules, builder).walk();
}

}  // namespace palpate
