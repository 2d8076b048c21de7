// The other documents of the interface for programs: articles and suggestions as JSON, the OpenAPI
// description, and the one by which a browser's address bar searches here. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/searcher.h"

namespace palpate {

// docs/api.md, "An article". `passage`: the one that was asked for, from 1.
std::string render_article(const FullText& article, std::string_view document,
                           std::optional<std::size_t> passage);

// docs/api.md, "Suggestions".
std::string render_suggestions(std::string_view typed, const std::vector<Suggestion>& suggestions);

// The same as OpenSearch's clients read it: ["typed", ["…", "…"]].
std::string render_open_search_suggestions(std::string_view typed,
                                           const std::vector<Suggestion>& suggestions);

// The description of the service, with its addresses below `base_path`.
std::string openapi_document(std::string_view base_path);

// `base` is the address of the start page, without the slash at its end.
std::string open_search_description(std::string_view base);

}  // namespace palpate
