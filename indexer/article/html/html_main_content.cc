#include "article/html/html_main_content.h"

#include <algorithm>

#include "article/html/html_furniture.h"
#include "article/html/text_measure.h"

namespace palpate {
namespace {

using Index = HtmlDocument::Index;

// An element that holds more than this share of the page's prose is not furniture, whatever its
// name says.
constexpr double kMostOfPage = 0.5;
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

class MainContentFinder {
 public:
  explicit MainContentFinder(const HtmlDocument& page) : page_(page), measure_(page) {
    found_.dropped.resize(page.size());
  }

  MainContent find() && {
    drop_named_furniture();
    found_.root = descend(marked_content(page_.body()));
    drop_link_blocks();
    return std::move(found_);
  }

 private:
  void drop(Index node, std::string_view reason) {
    found_.dropped[node] = reason;
    measure_.exclude(node);
  }

  void drop_named_furniture() {
    const double total = measure_.prose(page_.body());
    for (Index i = page_.body() + 1; i < page_.end(page_.body()); ++i) {
      if (page_.is_text(i)) continue;
      std::string_view reason = furniture_reason(page_, i);
      if (reason.empty() && is_hidden(page_, i)) reason = "not shown";
      if (reason.empty() || measure_.prose(i) > kMostOfPage * total) continue;
      drop(i, reason);
      i = page_.end(i) - 1;
    }
    measure_.settle();
  }

  // The element that the page marks as its content and that holds enough of it.
  Index marked_content(Index root) const {
    for (const Mark mark : {Mark::main, Mark::article, Mark::body}) {
      Index best = root;
      double most = 0;
      double all = 0;
      for (Index i = root + 1; i < page_.end(root); ++i) {
        if (page_.is_text(i)) continue;
        if (!found_.dropped[i].empty()) {
          i = page_.end(i) - 1;
          continue;
        }
        if (mark_of(i) != mark) continue;
        const double prose = measure_.prose(i);
        all += prose;
        if (prose > most) {
          most = prose;
          best = i;
        }
        i = page_.end(i) - 1;
      }
      if (most > kMarked * measure_.prose(root) && most > kMostOfMarked * all) root = best;
    }
    return root;
  }

  enum class Mark : unsigned char { none, main, article, body };

  Mark mark_of(Index i) const {
    if (page_.is(i, GUMBO_TAG_MAIN) || page_.attribute(i, "role") == "main") return Mark::main;
    if (page_.is(i, GUMBO_TAG_ARTICLE)) return Mark::article;
    if (page_.attribute(i, "itemprop") == "articleBody") return Mark::body;
    return Mark::none;
  }

  Index descend(Index node) const {
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
          page_.is(best, GUMBO_TAG_P)) {
        return node;
      }
      node = best;
    }
  }

  void drop_link_blocks() {
    for (Index i = found_.root + 1; i < page_.end(found_.root); ++i) {
      if (!found_.dropped[i].empty()) {
        i = page_.end(i) - 1;
        continue;
      }
      if (page_.is_text(i) || !page_.is_block(i) || page_.heading_level(i) > 0) continue;
      if (page_.is(i, GUMBO_TAG_P) || page_.is(i, GUMBO_TAG_LI)) continue;
      const bool holds_text = measure_.prose(i) > kMostOfLinkBlock * measure_.prose(found_.root);
      if (measure_.chars(i) > 0 && measure_.link_density(i) > kLinkBlock && !holds_text) {
        drop(i, "links");
        i = page_.end(i) - 1;
      }
    }
    measure_.settle();
  }

  const HtmlDocument& page_;
  TextMeasure measure_;
  MainContent found_;
};

}  // namespace

MainContent find_main_content(const HtmlDocument& page) { return MainContentFinder(page).find(); }

}  // namespace palpate
