#include "program/open.h"

#include <utility>

namespace palpate {

Result<Searcher> open_searcher(const QueryCommand& command) {
  // One command is answered from one state of the index.
  Result<Searcher> searcher =
      Searcher::open(SearcherOptions{.shards = {command.directory}, .follow = false});
  if (!searcher && searcher.error().code == ErrorCode::invalid_argument) {
    // The folder holds other things; what a writer is to do about it does not help who asks.
    Error error = searcher.error();
    error.hint = "make one with: palpate-index --db DIR PATH..., and ask it with --db DIR";
    return error;
  }
  if (!searcher) return searcher;
  for (const auto& [name, value] : command.weights)
    if (const Status set = searcher->set_weight(name, value); !set) return set.error();
  return searcher;
}

}  // namespace palpate
