// palpate-index's command line: what was asked of the program.
#pragma once

#include <string>
#include <variant>

#include "palpate/indexer.h"
#include "program/program.h"

namespace palpate {

struct IndexCommand {
  IndexOptions options;  // with --show, `paths` are what to show
  bool show = false;
  bool json = false;
  bool failed = false;
  bool check = false;
  bool compact = false;
  std::string backup;       // a folder; "": none asked for
  std::string export_file;  // "-": standard output
  bool watch = false;
  bool strict = false;
  bool quiet = false;
  bool verbose = false;

  // One of those that look after the index and index nothing.
  bool is_upkeep() const { return check || compact || !backup.empty() || !export_file.empty(); }
};

// Prints help and usage errors itself.
std::variant<IndexCommand, Exit> parse_index_command(int argc, const char* const* argv);

}  // namespace palpate
