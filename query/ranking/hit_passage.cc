#include "ranking/hit_passage.h"

#include <string>

namespace palpate {

Xapian::docid passage_number(const Snapshot& index, const Hit& hit) {
  const std::size_t hash = hit.passage.rfind('#');
  if (hash == std::string::npos) return 0;
  const std::string wanted = hit.passage.substr(hash + 1);
  for (const Xapian::docid number : index.passages_of(hit.document))
    if (std::to_string(index.number_of(index.stored(number))) == wanted) return number;
  return 0;
}

unsigned occurrences(const Snapshot& index, Xapian::docid passage, const std::string& stem) {
  auto at = index.database().postlist_begin(stem);
  const auto end = index.database().postlist_end(stem);
  if (at != end) at.skip_to(passage);
  return at != end && *at == passage ? at.get_wdf() : 0;
}

}  // namespace palpate
