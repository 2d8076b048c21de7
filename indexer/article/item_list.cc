#include "article/item_list.h"

#include <cstddef>
#include <string_view>

#include "article/list_item.h"

namespace palpate {
namespace {

struct OpenList {
  std::size_t indent = 0;
  std::vector<std::size_t> items;
  std::size_t labelled = 0;  // with a label and anything behind it
  std::size_t titled = 0;    // of these, with enough behind it to be a text
};

RunInShape shape_of(const ListEntry& entry) {
  return entry.kind == ListEntry::Kind::item ? run_in_shape(without_marker(entry.text))
                                             : RunInShape::titled;
}

// "Sets: 3", "Rest: until it feels easy again" and their like are a list of values.
bool is_of_titles(const OpenList& list) {
  return 2 * list.labelled > list.items.size() && 2 * list.titled >= list.labelled;
}

}  // namespace

std::vector<bool> items_with_titles(const std::vector<ListEntry>& entries) {
  std::vector<bool> with_titles(entries.size());
  std::vector<OpenList> open;
  const auto close = [&] {
    const bool titles = is_of_titles(open.back());
    for (const std::size_t item : open.back().items) with_titles[item] = titles;
    open.pop_back();
  };
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].kind == ListEntry::Kind::paragraph) continue;
    const std::size_t indent = indentation(entries[i].text);
    while (!open.empty() && open.back().indent > indent) close();
    if (open.empty() || open.back().indent < indent) open.emplace_back().indent = indent;
    OpenList& list = open.back();
    const RunInShape shape = shape_of(entries[i]);
    list.items.push_back(i);
    list.labelled += shape == RunInShape::none ? 0 : 1;
    list.titled += shape == RunInShape::titled ? 1 : 0;
  }
  while (!open.empty()) close();
  return with_titles;
}

}  // namespace palpate
