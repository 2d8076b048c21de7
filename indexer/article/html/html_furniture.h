// Which elements of a page are furniture by what they say of themselves: tag, role, class and id.
#pragma once

#include <string_view>

#include "article/html/html_document.h"

namespace palpate {

// Why this element is not part of the main content: "navigation", "share box" …; empty when nothing
// about it says so. Looks at the element only, not at what it holds: whoever asks weighs that.
std::string_view furniture_reason(const HtmlDocument& page, HtmlDocument::Index element);

// The element is not shown: hidden, aria-hidden, display:none, <template>, screen-reader help.
bool is_hidden(const HtmlDocument& page, HtmlDocument::Index element);

}  // namespace palpate
