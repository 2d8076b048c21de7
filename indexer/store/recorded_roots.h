// The roots of an index that cannot be read otherwise: of another format, or damaged.
//
// In every format of palpate a generation is a Xapian database whose metadata holds the roots and
// URL prefixes under the same keys (see keys.h), so that an index can always be built anew from
// what it was made of.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "palpate/error.h"

namespace palpate {

struct RecordedRoots {
  std::vector<std::string> roots;                                 // absolute
  std::vector<std::pair<std::string, std::string>> url_prefixes;  // folder, URL
};

// Of the generation that CURRENT names, whatever its format, or of the newest that can be read. An
// Error when none can, or none holds a root.
Result<RecordedRoots> recorded_roots(const std::string& directory);

// A URL prefix as metadata holds it: the folder, a NUL, the URL.
std::pair<std::string, std::string> url_prefix_from(const std::string& value);

}  // namespace palpate
