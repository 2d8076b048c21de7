#include "article/text/text_sift.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "article/characters.h"
#include "article/furniture/furniture.h"
#include "article/furniture/phrases.h"
#include "article/list_item.h"

namespace palpate {
namespace {

// A comment section opens in the second half of a text, behind enough of an article.
constexpr std::size_t kWordsBeforeComments = 60;
// Lines of a table of contents, and those at its top that may be worded unlike their headings.
constexpr std::size_t kMostEntries = 200;
constexpr std::size_t kUnknownEntries = 2;

bool is_teaser_end(std::string_view text) {
  return text.ends_with("…") || text.ends_with("...") || text.ends_with("[…]") ||
         text.ends_with("[...]") || text.ends_with("…]");
}

// What may be dropped inside a reference list, where links, dates and names are the content.
bool may_leave_references(Furniture kind) {
  switch (kind) {
    case Furniture::call_to_action:
    case Furniture::promotion:
    case Furniture::contact:
    case Furniture::date:
    case Furniture::read_more:
    case Furniture::navigation:
      return false;
    default:
      return true;
  }
}

// "See all", "Read more", the dates of the articles that are linked.
bool belongs_to_links(Furniture kind) {
  return kind == Furniture::platform || kind == Furniture::read_more || kind == Furniture::date ||
         kind == Furniture::reading_time;
}

class Sieve {
 public:
  Sieve(std::vector<TextLine> lines, std::size_t begin, Article& article)
      : lines_(std::move(lines)), begin_(begin), article_(article) {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      judged_.push_back(at < begin ? Judgement{} : judge_line(lines_[at].text, Place::body));
      if (at >= begin) ++standing_[folded_words(lines_[at].words())];
      words_.push_back((at == 0 ? 0 : words_.back()) + count_words(lines_[at].text));
    }
  }

  std::vector<TextLine> sift() {
    for (std::size_t at = begin_; at < lines_.size();) at = pass(at);
    return std::move(kept_);
  }

 private:
  Furniture kind(std::size_t at) const {
    return at < lines_.size() ? judged_[at].kind : Furniture::none;
  }

  void keep(std::size_t at) {
    const std::string folded = folded_words(lines_[at].words());
    if (has_phrase(Topic::references_heading, folded))
      in_references_ = true;
    else if (lines_[at].marker == 0 && is_title_like(lines_[at].text))
      in_references_ = false;
    seen(folded);
    kept_.push_back(std::move(lines_[at]));
  }

  void drop(std::size_t at, std::string_view reason) {
    seen(folded_words(lines_[at].words()));
    // What stood in front of it still ends there.
    if (at + 1 < lines_.size() && lines_[at].after_blank) lines_[at + 1].after_blank = true;
    article_.dropped.push_back({std::move(lines_[at].text), std::string(reason)});
  }

  void seen(const std::string& folded) {
    if (const auto found = standing_.find(folded); found != standing_.end()) --found->second;
  }

  bool stands_later(std::size_t at) {
    const auto found = standing_.find(folded_words(lines_[at].words()));
    return found != standing_.end() && found->second > 1;
  }

  bool is_tail(std::size_t at) const {
    const std::size_t before = at == 0 ? 0 : words_[at - 1];
    return before >= kWordsBeforeComments && 2 * before >= words_.back();
  }

  bool is_short(std::size_t at) const {
    const TextLine& line = lines_[at];
    return count_words(line.text) <= 20 && last_mark(line.text) != U'.' &&
           last_mark(line.text) != U':';
  }

  // A heading with text under it, even where links to other articles are being passed over.
  bool opens_text(std::size_t at) const {
    return at + 1 < lines_.size() && !is_short(at + 1) && kind(at + 1) == Furniture::none &&
           !is_teaser_end(lines_[at + 1].text);
  }

  std::size_t drop_related(std::size_t at) {
    constexpr std::string_view kReason = "links to other articles";
    drop(at++, kReason);
    while (at < lines_.size()) {
      if (belongs_to_links(kind(at))) {
        drop(at, kind(at) == Furniture::date ? kReason : reason_for(kind(at)));
        ++at;
        continue;
      }
      if (kind(at) != Furniture::none && kind(at) != Furniture::navigation) return at;
      const std::string folded = folded_words(lines_[at].words());
      if (has_phrase(Topic::references_heading, folded) ||
          has_phrase(Topic::author_heading, folded))
        return at;
      const bool teaser = is_teaser_end(lines_[at].text) || kind(at + 1) == Furniture::read_more;
      if (!teaser && (!is_short(at) || opens_text(at))) return at;
      drop(at++, kReason);
    }
    return at;
  }

  // Entries are lines that stand once more in the text, as headings. Some headings are worded
  // otherwise: what stands between two entries is one, and so is what comes before the first
  // heading. Gives `begin` where there are none.
  std::size_t contents_end(std::size_t begin) {
    std::size_t first = begin;
    while (first < lines_.size() && first < begin + kUnknownEntries && is_short(first) &&
           !stands_later(first))
      ++first;
    if (first >= lines_.size() || !is_short(first) || !stands_later(first)) return begin;
    const std::string first_words = folded_words(lines_[first].words());
    std::size_t end = first + 1;
    for (std::size_t at = end; at < lines_.size() && at < begin + kMostEntries; ++at) {
      const bool marked = lines_[begin].marker != 0 && lines_[at].marker != 0;
      if (!is_short(at)) break;
      if (folded_words(lines_[at].words()) == first_words) return at;
      if (stands_later(at) || (marked && end == at)) end = at + 1;
    }
    return end;
  }

  std::size_t drop_contents(std::size_t at) {
    const std::size_t end = contents_end(at + 1);
    if (end == at + 1) {
      keep(at);
      return end;
    }
    while (at < end) drop(at++, reason_for(Furniture::contents));
    return at;
  }

  // Below a bare "Tags:", lines of a few words without a blank line between are the tags.
  std::size_t tags_end(std::size_t label) const {
    constexpr std::size_t kMostTagWords = 4;
    std::size_t end = label + 1;
    if (kind(label) != Furniture::tags || !judged_[label].tags.empty()) return end;
    while (end < lines_.size() && !lines_[end].after_blank && kind(end) == Furniture::none &&
           is_short(end) && count_words(lines_[end].text) <= kMostTagWords)
      ++end;
    return end;
  }

  bool in_menu(std::size_t at) const {
    if (at == begin_ || at + 1 >= lines_.size() || kind(at - 1) == Furniture::navigation ||
        last_dropped_menu_)
      return true;
    return kind(at + 1) == Furniture::navigation ||
           (kind(at + 1) != Furniture::none && is_tail(at));
  }

  // Gives the reason to drop the line for.
  std::string_view take(std::size_t at) {
    Judgement found = judged_[at];
    // A date without a label, far from the head, is the date of something else.
    const bool labelled =
        opening_words(Topic::published_label, folded_words(lines_[at].words())) != 0;
    if (!labelled && found.kind == Furniture::date) found.published = {};
    return take_metadata(found, article_);
  }

  std::size_t pass(std::size_t at) {
    const Furniture here = kind(at);
    const bool menu = here == Furniture::navigation && in_menu(at);
    if (here == Furniture::none && kind(at + 1) == Furniture::call_to_action && !in_references_ &&
        leads_to_action(lines_[at].text)) {
      drop(at, reason_for(Furniture::call_to_action));
      return at + 1;
    }
    const bool protected_line = in_references_ && !may_leave_references(here);
    if (here == Furniture::none || protected_line || (here == Furniture::navigation && !menu)) {
      last_dropped_menu_ = false;
      keep(at);
      return at + 1;
    }
    last_dropped_menu_ = menu;
    if (here == Furniture::contents) return drop_contents(at);
    if (here == Furniture::related) return drop_related(at);
    const bool comments = here == Furniture::comments || here == Furniture::reply_form;
    const std::size_t end = tags_end(at);
    drop(at, take(at));
    for (std::size_t tag = at + 1; tag < end; ++tag) {
      article_.tags.push_back(lines_[tag].text);
      drop(tag, reason_for(Furniture::tags));
    }
    if (comments && is_tail(at)) {
      while (++at < lines_.size()) drop(at, reason_for(Furniture::comments));
      return at;
    }
    return end;
  }

  std::vector<TextLine> lines_;
  std::size_t begin_;
  Article& article_;
  std::vector<Judgement> judged_;
  std::vector<std::size_t> words_;                 // up to and with each line
  std::unordered_map<std::string, int> standing_;  // lines not passed yet, by their words
  std::vector<TextLine> kept_;
  bool in_references_ = false;
  bool last_dropped_menu_ = false;
};

}  // namespace

std::vector<TextLine> sift_lines(std::vector<TextLine> lines, std::size_t begin, Article& article) {
  return Sieve(std::move(lines), begin, article).sift();
}

}  // namespace palpate
