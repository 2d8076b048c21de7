// What --stats prints of an index: for people, and for programs (docs/json.md).
#pragma once

#include <string>

#include "palpate/searcher.h"

namespace palpate {

std::string render_stats(const IndexDescription& description);
std::string render_stats_json(const IndexDescription& description);

}  // namespace palpate
