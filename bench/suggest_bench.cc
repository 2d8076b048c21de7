// How long completing takes in process: palpate's own floor is 2 ms.
//
//   PALPATE_DB=medquad.db build/release/bench/suggest_bench
//
// Every beginning of one to six letters of words that titles begin with is typed in turn.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "palpate/searcher.h"

namespace palpate {
namespace {

void complete(benchmark::State& state) {
  const char* const directory = std::getenv("PALPATE_DB");
  auto searcher = Searcher::open(directory != nullptr ? directory : "palpate.db");
  if (!searcher) {
    state.SkipWithError(searcher.error().message.c_str());
    return;
  }
  std::vector<std::string> typed;
  for (const std::string word :
       {"diabetes", "headache", "treatment", "what are the", "a", "syndrome"})
    for (std::size_t letters = 1; letters <= std::min<std::size_t>(6, word.size()); ++letters)
      typed.push_back(word.substr(0, letters));
  std::size_t at = 0;
  std::size_t found = 0;
  while (state.KeepRunning()) {
    const auto suggestions = searcher->suggest(typed[at++ % typed.size()], 8);
    if (!suggestions) state.SkipWithError(suggestions.error().message.c_str());
    found += suggestions->size();
  }
  if (found == 0) state.SkipWithError("nothing was suggested");
}
BENCHMARK(complete)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace palpate
