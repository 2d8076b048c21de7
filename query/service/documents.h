// Documents that only the service has: the OpenAPI description, and what lets a browser's address
// bar search here. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "palpate/searcher.h"

namespace palpate {

// Suggestions as OpenSearch's clients read it: ["typed", ["…", "…"]].
std::string render_open_search_suggestions(std::string_view typed,
                                           const std::vector<Suggestion>& suggestions);

// The description of the service, with its addresses below `base_path`.
std::string openapi_document(std::string_view base_path);

// `base` is the address of the start page, without the slash at its end.
std::string open_search_description(std::string_view base);

}  // namespace palpate
