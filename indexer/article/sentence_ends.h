// Rough sentences, for judging a line or finding the sentence that leads into a list.
//
// It sees . ! ? behind a word and in front of a blank and something that may begin a sentence, and
// is not fooled by initials and the commonest abbreviations. Passages are cut by SentenceBreaker
// (analysis/sentences.h), which knows more and costs more.
#pragma once

#include <string_view>
#include <vector>

namespace palpate {

// The sentences of `text` in order, without the blanks between them.
std::vector<std::string_view> rough_sentences(std::string_view text);

}  // namespace palpate
