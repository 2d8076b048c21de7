// What tells that an article in the index is, byte for byte, the one that was put there.
//
// Over everything a reader is shown of it: its metadata, its text, how it is cut. Xapian has no
// checksums of its own. Pure functions, safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "passage/passage.h"
#include "store/record.h"

namespace palpate {

// 8 bytes. DocumentRecord::checksum counts as empty.
std::string article_checksum(const DocumentRecord& document, const Article& article,
                             const std::vector<Passage>& passages);

}  // namespace palpate
