// Answers and what else the library gives as JSON, for programs that pass it on.
//
//   auto answer = searcher->search({.question = "sciatica"});
//   send("application/json", palpate::render_json(*answer));
//
// One value on one line, without a line break: version 1 of docs/json.md and docs/library.md, in
// UTF-8 (what is not becomes U+FFFD). Fields may be added to a version, none is taken away. Pure
// functions, for any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/answer.h"
#include "palpate/export.h"
#include "palpate/indexer.h"
#include "palpate/searcher.h"

namespace palpate {

// `id` is the question's own id in a batch, "" to leave it out.
PALPATE_EXPORT std::string render_json(const Answer& answer, std::string_view id = {});
// `document` is the id that was asked for; `passage`, from 1, the passage of it that was.
PALPATE_EXPORT std::string render_json(const FullText& article, std::string_view document,
                                       std::optional<std::size_t> passage = {});
PALPATE_EXPORT std::string render_json(const std::vector<Suggestion>& suggestions,
                                       std::string_view typed);
PALPATE_EXPORT std::string render_json(const IndexDescription& description);
PALPATE_EXPORT std::string render_json(const IndexSummary& summary);

}  // namespace palpate
