// Many questions in one go: a BEIR queries.jsonl in, a TREC run or one JSON answer a line out.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "palpate/error.h"
#include "program/command_line.h"

namespace palpate {

struct AskedTopic {
  std::string id;
  std::string question;
};

// Lines without a text in any of `fields` are an error that names the line.
Result<std::vector<AskedTopic>> read_topics(const std::string& file,
                                            const std::vector<std::string>& fields);

// Answers all topics over several threads, in the order of the file. Writes the run and the timings
// to the files that the command names (kStandardOutput: to `out`), JSON answers to `out`.
Status answer_topics(const QueryCommand& command, std::ostream& out);

}  // namespace palpate
