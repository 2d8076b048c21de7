// One reader of files, named by PALPATE_READER, must take any bytes: an article whose ranges fit,
// or one Error.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "article/reader.h"
#include "passage/passage.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const palpate::Result<palpate::Article> article =
      palpate::PALPATE_READER(bytes, {"fuzz", "fuzz", ""});
  if (!article) return 0;
  palpate::SentenceBreaker breaker;
  std::size_t end = 0;
  for (const palpate::Passage& passage : palpate::split_passages(*article, {}, breaker)) {
    if (passage.range.begin != end || passage.range.end < passage.body_begin) std::abort();
    end = passage.range.end;
  }
  if (!article->sections.empty() && end != article->text.size() && end != 0) std::abort();
  return 0;
}
