// The questions of a BEIR collection: the "text" of each line of its queries.jsonl.
#pragma once

#include <string>
#include <vector>

namespace palpate::bench {

// Throws std::runtime_error when there is none.
std::vector<std::string> read_questions(const std::string& file);

}  // namespace palpate::bench
