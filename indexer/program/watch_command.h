// palpate-index --watch: what it prints.
#pragma once

#include <atomic>

#include "program/command_line.h"

namespace palpate {

// Watches until `stop` is set; the exit code.
int run_watch(const char* program, const IndexCommand& command, const std::atomic<bool>& stop);

}  // namespace palpate
