// Abbreviations whose full stop may not end a sentence. Private to this room.
#pragma once

#include <string_view>

namespace palpate {

enum class Abbreviation {
  none,
  open,    // something always follows: Dr. Hill, e.g. this
  number,  // a number follows: Fig. 2, No. 5
  loose,   // may end a sentence, but not before a bracket or a number: et al. (2019)
};

// `word` is what stands before the full stop, as "Dr" or "e.g"; `language` a lower-case primary tag
// (en, de, es, fr; English for any other). A capital initial matches a small one in the table.
Abbreviation abbreviation(std::string_view language, std::string_view word);

// Words that begin a sentence and are nobody's name: "in the U.S. The" is two sentences,
// "J. Sherman" is not.
bool is_sentence_opener(std::string_view language, std::string_view word);

// Whether an initial of a name may follow `word`: "by J. Sherman" and "Ann J. Sherman" are names,
// "vitamin D. Take" and "lamin A. Some" are two sentences.
bool may_precede_name(std::string_view language, std::string_view word);

// Words between which and a noun a German ordinal stands: "am 3. Tag".
bool is_before_ordinal(std::string_view word);

bool is_german_month(std::string_view word);

}  // namespace palpate
