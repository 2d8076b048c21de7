// An article as the index holds it, put together again: what an export writes and a check measures
// the index by.
//
// It lacks what is not kept: sections (its cuts say what they came to), what was dropped, the line.
// Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "palpate/error.h"
#include "store/record.h"

namespace palpate {

// `passages` in order. ErrorCode::malformed, the message being what is wrong with them, unless they
// are numbered 1 to n and tile a text, as `document` says.
Result<Article> article_of(const DocumentRecord& document,
                           const std::vector<PassageRecord>& passages);

}  // namespace palpate
