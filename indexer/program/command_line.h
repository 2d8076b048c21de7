// palpate-index's command line: what was asked of the program.
#pragma once

#include <variant>

#include "palpate/indexer.h"

namespace palpate {

struct IndexCommand {
  IndexOptions options;  // with --show, `paths` are the files to show
  bool show = false;
  bool json = false;
  bool failed = false;
  bool strict = false;
  bool quiet = false;
  bool verbose = false;
};

// The program is done: --help, --version (0) or a usage error (2).
struct Exit {
  int code = 0;
};

// Prints help and usage errors itself.
std::variant<IndexCommand, Exit> parse_index_command(int argc, const char* const* argv);

}  // namespace palpate
