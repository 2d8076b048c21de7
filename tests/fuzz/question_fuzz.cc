// A person's question is never an error: any bytes parse, and every term lies inside the text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "question/question.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const palpate::Question question =
      palpate::parse_question({reinterpret_cast<const char*>(data), size});
  for (const palpate::Clause& clause : question.clauses) {
    if (clause.alternatives.empty()) std::abort();
    for (const palpate::Term& term : clause.alternatives)
      if (term.range.end > question.text.size() || term.range.begin > term.range.end) std::abort();
  }
  return 0;
}
