// Filters that are given apart from a question, as a program's parameters: what they mean.
#pragma once

#include <span>

#include "palpate/error.h"
#include "palpate/searcher.h"
#include "question/question.h"

namespace palpate {

// invalid_argument, naming the first field or value that is not understood. A date, a language and
// the names of fields are as in a question.
Status check_filters(std::span<const Filter> filters);

// Each as if its field and value stood in the question, except that what the question itself holds
// must hold as well. Of the names of authors, sources and tags all words must stand there, in
// titles and headings in that order. What check_filters refuses is left out.
void add_filters(std::span<const Filter> filters, Question& question);

}  // namespace palpate
