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
// A document, at one of its passages ("ID#3") or as a whole, with the way back to the view.
std::string article_address(const PageView& view, std::string_view passage_id);
std::string similar_address(const PageView& view, std::string_view passage_id);

// A passage's id as its document's and its number; an id without "#n" is a document's.
struct PassageId {
  std::string_view document;
  std::optional<std::size_t> number;
};
PassageId passage_id(std::string_view id);

// Whether a browser may follow it: http: or https:, and no control characters or blanks.
bool is_web_address(std::string_view url);
// "nhs.uk" of "https://www.nhs.uk/conditions/sciatica".
std::string_view site_of(std::string_view url);

}  // namespace palpate::html
