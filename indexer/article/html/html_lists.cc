#include "article/html/html_lists.h"

#include <charconv>
#include <string_view>

namespace palpate {
namespace {

using Index = HtmlDocument::Index;

constexpr std::size_t kLongestItem = 600;  // bytes of an item with several paragraphs
constexpr int kGreatestNumber = 1'000'000;

// The number in an attribute, `otherwise` when there is none.
int number_in(std::string_view text, int otherwise) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool good = error == std::errc() && number >= 0 && number <= kGreatestNumber;
  return good ? number : otherwise;
}

// The node at `from` or behind the blanks there.
Index next_element(const HtmlDocument& page, Index from, Index end) {
  while (from < end && page.is_text(from) && folded(page.text(from)).empty()) ++from;
  return from;
}

}  // namespace

bool is_list_item(const HtmlDocument& page, Index item) {
  std::size_t paragraphs = 0;
  std::size_t bytes = 0;
  for (Index i = item + 1; i < page.end(item); ++i) {
    if (page.is(i, GUMBO_TAG_UL) || page.is(i, GUMBO_TAG_OL)) {
      i = page.end(i) - 1;
    } else if (page.is_text(i)) {
      bytes += page.text(i).size();
    } else if (page.heading_level(i) > 0 || page.is(i, GUMBO_TAG_TABLE)) {
      return false;
    } else if (page.is(i, GUMBO_TAG_P)) {
      ++paragraphs;
    }
  }
  return paragraphs < 2 || bytes <= kLongestItem;
}

Index explanation_of(const HtmlDocument& page, Index term) {
  const Index list_end = page.end(page.parent(term));
  const Index next = next_element(page, page.end(term), list_end);
  if (next >= list_end || !page.is(next, GUMBO_TAG_DD) || !is_list_item(page, next)) return 0;
  for (Index i = next + 1; i < page.end(next); ++i) {
    if (page.is(i, GUMBO_TAG_UL) || page.is(i, GUMBO_TAG_OL) || page.is(i, GUMBO_TAG_DL)) return 0;
  }
  const Index behind = next_element(page, page.end(next), list_end);
  return behind < list_end && page.is(behind, GUMBO_TAG_DD) ? 0 : next;
}

void ListMarkers::open(const HtmlDocument& page, Index list) {
  lists_.push_back({page.is(list, GUMBO_TAG_OL), number_in(page.attribute(list, "start"), 1) - 1});
}

void ListMarkers::close() {
  if (!lists_.empty()) lists_.pop_back();
}

std::string ListMarkers::next(const HtmlDocument& page, Index item) {
  if (lists_.empty()) return "- ";
  List& list = lists_.back();
  const std::string indent(2 * (lists_.size() - 1), ' ');
  if (!list.ordered) return indent + "- ";
  list.number = number_in(page.attribute(item, "value"), list.number + 1);
  return indent + std::to_string(list.number) + ". ";
}

}  // namespace palpate
