// Abbreviations that a text itself explains, after Schwartz and Hearst, "A simple algorithm for
// identifying abbreviation definitions in biomedical text" (Pacific Symposium on Biocomputing,
// 2003).
//
//   find_abbreviations("Polycystic kidney disease (PKD) is inherited.")
//     → {short_form "PKD", long_form "Polycystic kidney disease"}
//   find_abbreviations("ROM (range of motion) was full.")
//     → {short_form "ROM", long_form "range of motion"}
//
// Each letter of the short form is found in the long form, in order, its first at the begin of a
// word. What stands in brackets and is no abbreviation ("(see below)", "(mg)", "(n = 20)") gives
// nothing. Time is linear in the text. Nothing fails; safe from any thread.
#pragma once

#include <string_view>
#include <vector>

#include "palpate/byte_range.h"

namespace palpate {

struct Abbreviation {
  std::string_view
      short_form;  // as written, 2 to 10 characters; the s of a plural ("NSAIDs") is off
  std::string_view long_form;  // as written
  ByteRange short_range;       // of both, in the text
  ByteRange long_range;
};

// In the order of the text; one that the text explains twice comes twice. The views are of `text`.
std::vector<Abbreviation> find_abbreviations(std::string_view text);

}  // namespace palpate
