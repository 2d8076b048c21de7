// Any bytes analyse: tokens are ordered, not empty, and lie inside the text; sentences tile it.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analysis/analyser.h"
#include "analysis/sentences.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static palpate::Result<palpate::Analyser> analyser = palpate::Analyser::create({});
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const palpate::Token& token : analyser->analyse(text))
    if (token.form.empty() || token.range.empty() || token.range.end > size) std::abort();
  palpate::SentenceBreaker breaker;
  std::size_t end = 0;
  for (const palpate::ByteRange& sentence : breaker.sentences(text, "en")) {
    if (sentence.begin != end) std::abort();
    end = sentence.end;
  }
  if (end != size) std::abort();
  return 0;
}
