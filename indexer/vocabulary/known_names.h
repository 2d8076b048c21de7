// Names that a question keeps whole although a word of theirs is a stopword: "hepatitis A",
// "IT band", and "WHO" in capitals.
//
// The list is indexer/vocabulary/lists/known_names.txt. Safe from any thread.
#pragma once

#include <string_view>

namespace palpate {

// `name` is as typed, its words apart by one blank; a name of the list in capitals alone must be
// typed so, and never counts when the whole question is `shouted`.
bool is_known_name(std::string_view name, bool shouted);

}  // namespace palpate
