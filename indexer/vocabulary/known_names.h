// Names that a question keeps whole although a word of theirs is a stopword: "hepatitis A",
// "IT band", and "WHO" in capitals.
//
// The list is indexer/vocabulary/lists/known_names.txt. Safe from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

// `name` is as typed, its words apart by one blank; a name of the list in capitals alone must be
// typed so, and never counts when the whole question is `shouted`.
bool is_known_name(std::string_view name, bool shouted);

// The names of several words, each as its words in small letters: {"hepatitis", "a"}. Hyphens and
// slashes part words, and a possessive is the word it is of, as the analyser has it.
std::span<const std::vector<std::string>> known_names_of_words();

// "WHO", "ALL": a name only in capitals. Takes it as it is written.
bool is_known_in_capitals(std::string_view word);

}  // namespace palpate
