// How the reduction of a page's markup treats each tag, after the HTML standard's tree building.
#pragma once

#include <cstdint>
#include <string_view>

namespace palpate {

struct TagRule {
  // What becomes of the tag itself.
  enum class Fate : std::uint8_t {
    keep,
    strip,         // its tags go, what stands between them stays
    bold,          // written as <mark>
    empty,         // has no end tag and is kept: <br>
    gone,          // has no end tag and goes: <input>
    skip_content,  // goes with all up to its end tag: <script>
    text_content,  // holds text only: <title>
    form_list,     // <select>: goes unless it ends, as its content model swallows markup
  };
  std::string_view name;
  Fate fate = Fate::keep;
  bool special = false;     // the end tag of an inline element does not reach across it
  bool closes_p = false;    // its start tag ends an open <p>
  bool scope = false;       // no end tag reaches out of it
  bool untracked = false;   // does not nest by itself, so it does not count as depth
  bool table_part = false;  // its start tag ends whatever is open in the table
};

// The rule for a tag_key(); unknown tags are kept as ordinary inline elements.
const TagRule& tag_rule(std::uint64_t key);

}  // namespace palpate
