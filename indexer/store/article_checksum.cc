#include "store/article_checksum.h"

#include <xxhash.h>

#include "store/record_bytes.h"

namespace palpate {
namespace {

constexpr char kAnyKind = 'C';

void put(Encoder& to, const Passage& passage) {
  to.number(passage.number).number(passage.range.begin).number(passage.range.end);
  to.number(passage.body_begin).number(static_cast<std::uint64_t>(passage.role));
  to.list(passage.heading_path).text(passage.context).number(passage.sentences.size());
  for (const ByteRange& sentence : passage.sentences)
    to.number(sentence.begin).number(sentence.end);
}

}  // namespace

std::string article_checksum(const DocumentRecord& document, const Article& article,
                             const std::vector<Passage>& passages) {
  DocumentRecord unsigned_record = document;
  unsigned_record.checksum.clear();
  Encoder about(kAnyKind);
  about.text(encode(unsigned_record)).number(article.text.size());
  for (const Passage& passage : passages) put(about, passage);
  const std::string bytes = about.take();
  const XXH64_hash_t sum = XXH3_64bits_withSeed(article.text.data(), article.text.size(),
                                                XXH3_64bits(bytes.data(), bytes.size()));
  XXH64_canonical_t canonical;
  XXH64_canonicalFromHash(&canonical, sum);
  return {reinterpret_cast<const char*>(canonical.digest), sizeof(canonical.digest)};
}

}  // namespace palpate
