#include "vocabulary/superseded.h"

#include "vocabulary/phrase_matcher.h"

namespace palpate {
namespace {

// Said of the page; "outdated" is more often said of a belief, and "withdrawn" of a drug.
constexpr std::string_view kPhrases =
    "superseded, ^ out of date $, page is out of date, leaflet is out of date, no longer valid $, "
    "no longer current $, obsolete $, archived $, uberholt $, veraltet $, nicht mehr gultig $, "
    "obsoleto $, obsoleta $, desactualizado $, desactualizada $, ya no vigente $";

const PhraseMatcher& matcher() {
  // Never destroyed: a thread that hangs in a shard may look it up when the program ends.
  static const PhraseMatcher& phrases = *[] {
    auto* const made = new PhraseMatcher;
    (void)made->add(kPhrases, 1);  // a test finds each of them
    return made;
  }();
  return phrases;
}

}  // namespace

bool says_superseded(std::span<const std::string_view> words) {
  return matcher().match(words) != 0;
}

}  // namespace palpate
