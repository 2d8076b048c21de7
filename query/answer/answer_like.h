// Passages of other articles that are like one, as an answer.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <string>

#include "answer/answering.h"
#include "palpate/error.h"

namespace palpate {

// See Searcher::like; `directory` is for the message.
Result<Answer> answer_like(const Answering& with, const std::string& directory,
                           const std::string& id, const Request& request);

}  // namespace palpate
