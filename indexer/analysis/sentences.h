// Where sentences begin and end (UAX #29 by ICU, then palpate's own corrections).
//
//   SentenceBreaker breaker;
//   for (const ByteRange& range : breaker.sentences("Ask Dr. Hill. He knows.", "en")) ...
//     "Ask Dr. Hill. "  "He knows."
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/byte_range.h"

namespace palpate {

// Not fooled by "Dr. Hill", "e.g. this", "at L4–L5. The", "p = 0.05.", initials ("K. J. Sherman")
// or "et al. (2019)". Not safe to share between threads: one a thread. Movable.
class SentenceBreaker {
 public:
  SentenceBreaker();
  SentenceBreaker(SentenceBreaker&&) noexcept;
  SentenceBreaker& operator=(SentenceBreaker&&) noexcept;
  ~SentenceBreaker();

  // The sentences of `text` in order; each range takes the white space behind it along, so that
  // together they are exactly `text`; white space at the very begin belongs to the first. A line
  // break is a blank, an empty line ends a sentence. `language` is a BCP 47 tag, "" for none in
  // particular; abbreviations are known of en, de, es and fr. If ICU has no rules (its data is
  // missing) the text is one sentence.
  std::vector<ByteRange> sentences(std::string_view text, std::string_view language);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace palpate
