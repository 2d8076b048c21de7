// What --stats prints of an index.
#pragma once

#include <string>

#include "palpate/searcher.h"

namespace palpate {

std::string render_stats(const IndexDescription& description);

}  // namespace palpate
