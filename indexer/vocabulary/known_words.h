// Short words that the correction of spelling leaves alone, although an index may lack them: "gout"
// is no slip of "gut", nor "mumps" of "bumps".
//
// The list is indexer/vocabulary/lists/known_short_words.txt. Safe from any thread.
#pragma once

#include <string_view>

namespace palpate {

// `word` is folded, as Token::form is.
bool is_known_short_word(std::string_view word);

}  // namespace palpate
