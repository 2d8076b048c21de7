#include "program/open.h"

#include <utility>

namespace palpate {

Result<Searcher> open_searcher(const QueryCommand& command) {
  Result<Searcher> searcher = Searcher::open(command.directory);
  if (!searcher) return searcher;
  for (const auto& [name, value] : command.weights)
    if (const Status set = searcher->set_weight(name, value); !set) return set.error();
  return searcher;
}

}  // namespace palpate
