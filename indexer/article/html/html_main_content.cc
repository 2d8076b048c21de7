#include "article/html/html_main_content.h"

#include <utility>

#include "article/html/html_furniture.h"
#include "article/html/html_table.h"
#include "article/html/text_measure.h"

namespace palpate {
namespace {

using Index = HtmlDocument::Index;
using Evidence = NamedFurniture::Evidence;

// Prose of about four short paragraphs: more than stands beside the posts of a forum.
constexpr double kMostBesideForum = 12;
// Characters; with fewer, a reading that gives so many times as much is preferred.
constexpr std::uint32_t kLeastText = 200;
constexpr std::uint32_t kMuchMore = 3;
// An element that holds more than this share of the page's prose is not furniture for its name,
// nor, with more than the second share, for its tag.
constexpr double kMostForName = 0.5;
constexpr double kMostForTag = 0.85;
// Characters of the longest byline or date line.
constexpr std::uint32_t kLongestLine = 250;
// The content is the smallest element that holds this share of what its parent holds.
constexpr double kDescend = 0.8;
// What a page marks as its content (<main>, <article>, itemprop=articleBody) is it when it holds
// this share of the prose around it, and this share of all that is marked likewise.
constexpr double kMarked = 0.3;
constexpr double kMostOfMarked = 0.6;
// A block is a block of links when more than this share of its characters are links, and it holds
// no more than that share of the content's prose.
constexpr double kLinkBlock = 0.6;
constexpr double kMostOfLinkBlock = 0.3;
// A paragraph with at least this share of links goes, while all such paragraphs are no more than
// that share of the content.
constexpr double kLinkOnly = 0.95;
constexpr double kMostOfLinkLines = 0.15;

class MainContentFinder {
 public:
  explicit MainContentFinder(const HtmlDocument& page) : page_(page), measure_(page) {
    found_.dropped.resize(page.size());
  }

  // A list of products or posts, a very short page: what strict rules leave is too little, and a
  // wider reading holds much more. Then the wider one is the better guess.
  MainContent find() && {
    keep_comments_of_a_forum();
    read_strictly();
    const std::uint32_t strict = measure_.chars(found_.root);
    if (strict >= kLeastText) return std::move(found_);
    MainContent first = std::exchange(found_, fresh());
    read_widely();
    if (measure_.chars(found_.root) > kMuchMore * strict) return std::move(found_);
    return first;
  }

 private:
  MainContent fresh() {
    measure_.include_all();
    MainContent content;
    content.dropped.resize(page_.size());
    return content;
  }

  void read_strictly() {
    drop_named_furniture(true);
    found_.root = content_root();
    drop_link_blocks();
    drop_link_lines();
  }

  // What tags and roles say only, and links stay.
  void read_widely() {
    drop_named_furniture(false);
    found_.root = content_root();
  }

  void drop(Index node, std::string_view reason) {
    found_.dropped[node] = reason;
    measure_.exclude(node);
  }

  // Calls visit(element) for each element below `top` that is not dropped; it says whether to go
  // into the element.
  template <class Visit>
  void each_element(Index top, const Visit& visit) const {
    for (Index i = top + 1; i < page_.end(top);) {
      const bool enter = page_.is_text(i) || (found_.dropped[i].empty() && visit(i));
      i = enter ? i + 1 : page_.end(i);
    }
  }

  // In a forum the posts are the content, and often called comments: they hold most of the prose
  // and little stands beside them.
  void keep_comments_of_a_forum() {
    double comments = 0;
    double rest = measure_.prose(page_.body());
    each_element(page_.body(), [&](Index i) {
      const NamedFurniture named = named_furniture(page_, i);
      if (named.evidence == Evidence::none || named.evidence == Evidence::line) return true;
      rest -= measure_.prose(i);
      if (named.reason == kComments) comments += measure_.prose(i);
      return false;
    });
    comments_stay_ = rest < kMostBesideForum && rest < comments;
  }

  void drop_named_furniture(bool names_count) {
    const double total = measure_.prose(page_.body());
    each_element(page_.body(), [&](Index i) {
      const std::string_view reason = reason_to_drop(i, total, names_count);
      if (!reason.empty()) drop(i, reason);
      return reason.empty();
    });
    measure_.settle();
  }

  std::string_view reason_to_drop(Index i, double total, bool names_count) const {
    const NamedFurniture named = named_furniture(page_, i);
    switch (named.evidence) {
      case Evidence::tag:
        if (page_.is(i, GUMBO_TAG_BUTTON) && asks_question(i)) break;
        if (measure_.prose(i) <= kMostForTag * total) return named.reason;
        break;
      case Evidence::name:
        if (!names_count || (comments_stay_ && named.reason == kComments)) break;
        if (measure_.prose(i) <= kMostForName * total && !quotes(i)) return named.reason;
        break;
      case Evidence::line:
        if (measure_.chars(i) <= kLongestLine) return named.reason;
        break;
      case Evidence::none:
        break;
    }
    const bool hidden = is_hidden(page_, i) && measure_.prose(i) <= kMostForName * total;
    return hidden ? "not shown" : std::string_view();
  }

  // The button of an accordion, whose text is a heading.
  bool asks_question(Index button) const {
    for (Index up = button; page_.parent(up) != up && !page_.is(up, GUMBO_TAG_DIV);
         up = page_.parent(up)) {
      if (page_.heading_level(up) > 0 || page_.is(up, GUMBO_TAG_DT)) return true;
    }
    return measure_.chars(button) <= kLongestLine && page_.folded_text(button).ends_with('?');
  }

  // Holds nothing but a quotation: a post of some network shown within the text.
  bool quotes(Index i) const {
    for (Index child = i + 1; child < page_.end(i); child = page_.end(child)) {
      if (page_.is(child, GUMBO_TAG_BLOCKQUOTE)) return true;
    }
    return false;
  }

  // The element that the page marks as its content and that holds enough of it.
  Index marked_content(Index root) const {
    for (const ContentMark mark : {ContentMark::main, ContentMark::article, ContentMark::body}) {
      Index best = root;
      double most = 0;
      double all = 0;
      each_element(root, [&](Index i) {
        if (content_mark(page_, i) != mark) return true;
        const double prose = measure_.prose(i);
        all += prose;
        if (prose > most) {
          most = prose;
          best = i;
        }
        return false;
      });
      if (most > kMarked * measure_.prose(root) && most > kMostOfMarked * all) root = best;
    }
    return root;
  }

  // What stands beside the longest part of a <main> or <article> belongs to the text as well: what
  // does not has gone by its tag, role or name.
  Index content_root() const {
    const Index marked = marked_content(page_.body());
    const ContentMark mark = content_mark(page_, marked);
    const bool whole = mark == ContentMark::main || mark == ContentMark::article;
    return whole ? marked : descend(marked);
  }

  // A list or a table is a part of a text, never all of it; a table that lays out the page may be
  // passed on the way to the cell with the text.
  bool is_list_part(Index i) const {
    return page_.is(i, GUMBO_TAG_UL) || page_.is(i, GUMBO_TAG_OL) || page_.is(i, GUMBO_TAG_DL) ||
           page_.is(i, GUMBO_TAG_LI) || page_.is(i, GUMBO_TAG_DD) ||
           (page_.is(i, GUMBO_TAG_TABLE) && is_data_table(page_, found_, i));
  }

  bool is_table_part(Index i) const {
    return page_.is(i, GUMBO_TAG_TABLE) || page_.is(i, GUMBO_TAG_TBODY) ||
           page_.is(i, GUMBO_TAG_THEAD) || page_.is(i, GUMBO_TAG_TR);
  }

  Index descend(Index node) const {
    Index root = node;
    for (;;) {
      Index best = node;
      double most = 0;
      for (Index child = node + 1; child < page_.end(node); child = page_.end(child)) {
        if (page_.is_text(child) || !found_.dropped[child].empty()) continue;
        if (const double prose = measure_.prose(child); prose > most) {
          most = prose;
          best = child;
        }
      }
      if (best == node || most < kDescend * measure_.prose(node) || !page_.is_block(best) ||
          page_.is(best, GUMBO_TAG_P) || is_list_part(best)) {
        return root;
      }
      node = best;
      if (!is_table_part(node)) root = node;
    }
  }

  void drop_link_blocks() {
    const double total = measure_.prose(found_.root);
    each_element(found_.root, [&](Index i) {
      const bool links = is_container(i) && measure_.link_density(i) > kLinkBlock &&
                         measure_.prose(i) <= kMostOfLinkBlock * total;
      if (links) drop(i, kLinks);
      return !links;
    });
    measure_.settle();
  }

  // Paragraphs that are one link, among running text: "more on this", "click here".
  void drop_link_lines() {
    std::vector<Index> lines;
    double chars = 0;
    each_element(found_.root, [&](Index i) {
      if (!page_.is(i, GUMBO_TAG_P) || measure_.link_density(i) < kLinkOnly) return true;
      lines.push_back(i);
      chars += measure_.chars(i);
      return false;
    });
    if (chars > kMostOfLinkLines * measure_.chars(found_.root)) return;
    for (const Index line : lines) drop(line, kLinkLine);
    measure_.settle();
  }

  bool is_container(Index i) const {
    return page_.is_block(i) && page_.heading_level(i) == 0 && !page_.is(i, GUMBO_TAG_P) &&
           !page_.is(i, GUMBO_TAG_LI);
  }

  const HtmlDocument& page_;
  TextMeasure measure_;
  MainContent found_;
  bool comments_stay_ = false;
};

}  // namespace

MainContent find_main_content(const HtmlDocument& page) { return MainContentFinder(page).find(); }

}  // namespace palpate
