// `metadata.passages` of a line: how its text was cut into passages before it was exported.
//
//   [{"begin": 0, "end": 335, "body": 18, "heading": ["First days"], "context": "", "role": "body",
//     "sentences": [147, 335]}, …]
//
// All numbers are bytes of the text; `sentences` are their ends, the first begins at `body`.
// docs/json.md has the fields. Private to this folder; includes simdjson.
#pragma once

#include <simdjson.h>

#include <vector>

#include "article/article.h"
#include "palpate/error.h"

namespace palpate {

// ErrorCode::malformed when a field is missing or has the wrong type.
Status read_cuts(const simdjson::dom::element& passages, std::vector<Cut>& cuts);

// Whether they tile the article's text, in whole characters; nothing is cut when there are none.
Status check_cuts(const Article& article);

}  // namespace palpate
