// The languages that an index holds: which of them a question is analysed in.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "store/snapshot.h"

namespace palpate {

// How many passages are analysed in each language, most first; those whose language is not known
// are analysed in the default one.
std::vector<std::pair<std::string, std::size_t>> analysed_languages(const Snapshot& index);

// Those that more than a few passages are in, most first; never empty.
std::vector<std::string> earnest_languages(const Snapshot& index);

}  // namespace palpate
