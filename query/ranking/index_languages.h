// The languages that an index holds: which of them a question is analysed in.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/snapshot.h"

namespace palpate {

// How many passages are analysed in each language, most first; those whose language is not known
// are analysed in the default one.
std::vector<std::pair<std::string, std::size_t>> analysed_languages(const Snapshot& index);

// Those that more than a few passages are in, most first; never empty.
std::vector<std::string> earnest_languages(const Snapshot& index);

// Those of them that are not the language: "en-GB" is "en" too.
std::vector<std::string> other_languages(const std::vector<std::string>& languages,
                                         std::string_view language);

// Of each passage, whether it is in one of the languages.
std::vector<bool> in_languages(const Snapshot& index, const std::vector<std::string>& languages,
                               std::span<const Xapian::docid> passages);

}  // namespace palpate
