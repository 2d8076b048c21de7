// The index that a command names, opened as the command wants it.
#pragma once

#include "program/command_line.h"

namespace palpate {

Result<Searcher> open_searcher(const QueryCommand& command);

}  // namespace palpate
