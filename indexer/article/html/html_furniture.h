// Which elements of a page are furniture by what they say of themselves: tag, role, class and id.
#pragma once

#include <string_view>

#include "article/html/element_names.h"
#include "article/html/html_document.h"

namespace palpate {

// Looks at the element only, not at what it holds.
NamedFurniture named_furniture(const HtmlDocument& page, HtmlDocument::Index element);

// A figure that shows neither a table nor a quotation nor code: its words are caption and credit.
bool is_picture(const HtmlDocument& page, HtmlDocument::Index figure);

// What marks an element as the page's content, from the widest to the narrowest.
enum class ContentMark : unsigned char { none, main, article, body };

ContentMark content_mark(const HtmlDocument& page, HtmlDocument::Index element);

// The element is not shown: hidden, aria-hidden, display:none, <template>. What is only folded away
// until someone asks for it (an accordion's panel, an answer) counts as shown.
bool is_hidden(const HtmlDocument& page, HtmlDocument::Index element);

}  // namespace palpate
