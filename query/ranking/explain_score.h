// A hit's score as a short table for a person. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "palpate/answer.h"

namespace palpate {

// Two decimals, "0.60".
std::string decimal(double value);

// The sum, then a line a part, "the article is about it   0.83 × 0.60 = 0.50", in the order given;
// below the first stage's part `stems`, what it is made of. Without parts the passage lies behind
// those that were ordered again, which the lines say.
std::vector<std::string> score_lines(const ScoreBreakdown& score, double sum, bool lifted,
                                     const std::vector<std::string>& stems);

}  // namespace palpate
