// Words that say little of what a text or a question is about.
//
// Stopwords are indexed like all others, so that phrases and questions made of nothing else find
// their passages; a question drops them when other words are left. Question words ("best",
// "information") stay, with little weight. Lookup in sorted tables made at compile time; safe from
// any thread.
#pragma once

#include <string_view>

namespace palpate {

// `form` is a folded word as the analyser gives it. A language without a list has no stopwords.
bool is_stopword(std::string_view language, std::string_view form);
bool is_question_word(std::string_view language, std::string_view form);

}  // namespace palpate
