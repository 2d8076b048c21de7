// The page's markup, reduced to what its tree needs, in one linear pass.
//
// A true HTML5 parser takes quadratic time on what hostile or broken pages hold: tens of thousands
// of nested elements, of attributes, of unclosed formatting elements. This pass takes that away
// before the parser sees it, and with it what nobody reads: scripts, styles, comments, drawings,
// attributes that no rule looks at. The words of the page stay as they are.
//
//   - Elements nested deeper than kMaxDepth lose their tags and keep their text.
//   - <b> and <strong> become <mark>: an ordinary element, where an unclosed <b> would be copied
//     into every paragraph after it. Other formatting tags (<i>, <font> …) go.
//   - <frameset> and <noframes> go, so that what a frameset page says without frames is its text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

inline constexpr std::size_t kMaxDepth = 256;       // nested elements
inline constexpr std::size_t kMaxTags = 2'000'000;  // tags of one page

struct ReducedMarkup {
  std::string markup;
  std::vector<std::string> json_ld;  // what <script type="application/ld+json"> holds
  bool too_many_tags = false;        // the page has more than kMaxTags; `markup` is cut there
};

// `page` is UTF-8.
ReducedMarkup reduce_markup(std::string_view page);

}  // namespace palpate
