// The addresses that pages lead to, all below the base path. What they give is not yet escaped for
// HTML.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "service/page/page.h"

namespace palpate::html {

// RFC 3986 percent-encoding of all but unreserved characters; `keep` are left as they are.
std::string percent_encoded(std::string_view text, std::string_view keep = "");

std::string start_address(const PageView& view);
// The passages that the view is of: /search, or /similar where it is of those like one.
std::string search_address(const PageView& view);
// A document as a whole or at one of its passages, with the way back to the view.
std::string article_address(const PageView& view, std::string_view document,
                            std::optional<std::size_t> passage);
// The same for a passage by its id, "DOCUMENT#n"; an id without "#n" is a document's.
std::string passage_address(const PageView& view, std::string_view id);
// Passages like those of a passage's or a document's id.
std::string similar_address(const PageView& view, std::string_view id);

// Whether a browser may follow it: http: or https:, and no control characters or blanks.
bool is_web_address(std::string_view url);
// "nhs.uk" of "https://www.nhs.uk/conditions/sciatica".
std::string_view site_of(std::string_view url);

}  // namespace palpate::html
