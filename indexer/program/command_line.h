// palpate-index's command line: what was asked of the program.
#pragma once

#include <variant>

#include "palpate/indexer.h"
#include "program/program.h"

namespace palpate {

struct IndexCommand {
  IndexOptions options;  // with --show, `paths` are what to show
  bool show = false;
  bool json = false;
  bool failed = false;
  bool strict = false;
  bool quiet = false;
  bool verbose = false;
};

// Prints help and usage errors itself.
std::variant<IndexCommand, Exit> parse_index_command(int argc, const char* const* argv);

}  // namespace palpate
