// What --stats prints of an index for people; palpate/json.h has what programs read.
#pragma once

#include <string>

#include "palpate/searcher.h"

namespace palpate {

std::string render_stats(const IndexDescription& description);

}  // namespace palpate
