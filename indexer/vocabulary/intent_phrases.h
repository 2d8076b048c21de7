// The phrases of lists/intents.txt, read.
//
// A list has sections, `[treatment]` and so on by the names of Intent, and `[warning]`. In them,
// lines of phrases (see phrase_matcher.h) separated by commas: `heading:` for headings, `question:`
// for questions, `both:` for either. [warning] has `sentence:` for the passages' sentences, and
// `both:` is then for headings and sentences. `#` begins a line that is a remark.
#pragma once

#include <string_view>

#include "palpate/error.h"
#include "vocabulary/phrase_matcher.h"

namespace palpate {

struct IntentPhrases {
  PhraseMatcher heading;
  PhraseMatcher question;
  PhraseMatcher warning_heading;
  PhraseMatcher warning_sentence;
  PhraseMatcher warning_question;
};

// Passages have headings and sentences. A program that asks needs questions alone, and starts
// sooner without the rest.
enum class IntentSide : unsigned char { passages, questions };

// The phrases of one side; the matchers of the other stay empty, though all lines are checked.
// `list` must outlive what is read from it. ErrorCode::malformed names the line at fault.
Result<IntentPhrases> read_intent_phrases(std::string_view list, IntentSide side);

}  // namespace palpate
