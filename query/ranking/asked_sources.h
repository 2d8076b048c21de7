// Whether a question asks for a source: a reference or a note on an author, which are kept apart
// from answers.
//
// "Cherkin 2011" names one. So does a word that stands nowhere else, "Cherkin", but not beside
// words that nothing holds ("bitcoin price" asks for no D. D. Price), nor when it may be somebody's
// initials ("ms").
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <string>
#include <vector>

#include "ranking/concept.h"
#include "store/snapshot.h"

namespace palpate {

struct AskedSources {
  bool all_words = false;         // every word is looked for in them, too
  bool words_only_there = false;  // words that stand nowhere else are
  bool named = false;             // by name and year: they count as much as bodies
};

// `unknown` are the question's words that nothing holds; `wanted` says to ask them in any case.
AskedSources asked_sources(const Snapshot& index, const std::vector<Concept>& concepts,
                           const std::vector<std::string>& unknown, bool wanted);

// Whether sources are worth asking when nothing else was found.
bool may_name_a_source(const std::vector<Concept>& concepts,
                       const std::vector<std::string>& unknown);

// Whether a word, which is long enough to be a name, is in sources but in no body.
bool stands_only_in_sources(const Snapshot& index, const QuestionToken& word);

}  // namespace palpate
