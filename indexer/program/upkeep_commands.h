// palpate-index --check, --compact, --backup and --export: what they print.
#pragma once

#include "program/command_line.h"

namespace palpate {

// Runs the one that the command asks for; its exit code.
int run_upkeep(const char* program, const IndexCommand& command);

}  // namespace palpate
