// What --show prints of an article: all that would be indexed, and all that would not, with the
// reason.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "passage/passage.h"

namespace palpate {

// For people: metadata, then the kept text with its headings, then what was dropped.
std::string show_text(const Article& article, const std::vector<Passage>& passages);

// For programs: one JSON object on one line; docs/json.md.
std::string show_json(const Article& article, const std::vector<Passage>& passages);

}  // namespace palpate
