// A list as a whole: which of its items have a run-in heading.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace palpate {

struct ListEntry {
  enum class Kind : std::uint8_t {
    item,
    marked_item,  // whose run-in heading the file itself marks
    heading,      // an item that is only a title
    paragraph,    // a further paragraph of the item before
  };
  Kind kind = Kind::item;
  std::string text;           // with indentation and marker
  std::size_t heading = 0;    // of a marked item: bytes of its run-in heading
  std::string pictures = {};  // what is said of the pictures in it
};

// By entry, whether it stands in a list of which most items have a run-in heading. Items that are
// indented alike, with none between them that is indented less, make a list.
std::vector<bool> items_with_titles(const std::vector<ListEntry>& entries);

}  // namespace palpate
