// Words that the articles do not hold, read as words that they do.
//
// A slip is one letter replaced, dropped, doubled or swapped with its neighbour, in words of ten
// letters two (Damerau's distance, see slips.h; the first letter is taken to be right). An English
// word may also be written as it sounds ("numonia", see sound.h). Words that are run together are
// parted, parted ones joined. Of several candidates the one that is frequent and found beside the
// question's other words wins. Numbers, short words (all of up to four letters, and those of
// vocabulary/known_words.h) and what stands in quotes are left as typed.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ranking/clause.h"
#include "ranking/deadline.h"
#include "store/snapshot.h"

namespace palpate {

// Shorter words are never corrected: too many others are near them.
inline constexpr std::size_t kLeastCorrectedLetters = 4;
// In words that are shorter than this only two swapped neighbours ("pian") and a dropped letter
// ("molr") are put right.
inline constexpr std::size_t kAnySlipLetters = 5;

struct Correction {
  std::string typed;
  std::string read_as;
};

// Changes the clauses, and tells what was read otherwise, in order.
std::vector<Correction> correct_spelling(const Snapshot& index, QuestionAnalyser& analyser,
                                         const std::string& language,
                                         std::vector<AskedClause>& clauses, Deadline deadline = {});

}  // namespace palpate
