// palpate-query's command line: what was asked of the program.
//
// After the first word of the question, a token with a single dash ("-surgery") belongs to the
// question; options with two dashes are options anywhere; "--" ends options.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "palpate/searcher.h"
#include "program/program.h"

namespace palpate {

enum class Colour : unsigned char { automatic, always, never };

// The FILE that stands for standard output.
inline constexpr const char* kStandardOutput = "-";

struct QueryCommand {
  std::string directory;
  Request request;
  bool json = false;
  Colour colour = Colour::automatic;
  std::string full;  // --full ID
  std::string like;  // --like ID
  bool stats = false;
  std::string topics;   // --topics FILE
  std::string run;      // --run FILE
  std::string timings;  // --timings FILE
  std::string tag = "palpate";
  std::vector<std::string> topics_fields{"text"};
  RunUnit run_unit = RunUnit::document;
  std::size_t run_count = 100;
  unsigned jobs = 0;
  std::vector<std::pair<std::string, double>> weights;  // --weight NAME=VALUE
  bool list_weights = false;
};

// Prints help and usage errors itself.
std::variant<QueryCommand, Exit> parse_query_command(int argc, const char* const* argv);

}  // namespace palpate
