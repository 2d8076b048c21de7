// Words that were typed without the blanks between them: "backpain", "triggerpointtherapy".
//
// Private to the reading side; includes Xapian, whose exceptions pass through. Safe from any
// thread.
#pragma once

#include <optional>
#include <string>

#include "store/snapshot.h"

namespace palpate {

// Two words that the articles hold more than once or twice, or else three, which one behind the
// other are `word` (valid UTF-8, as the analyser folds it), with blanks between them. Of several
// ways that one whose rarest word is the most frequent.
std::optional<std::string> parted(const Snapshot& index, const std::string& word);

}  // namespace palpate
