// Files that the index knows and that are no longer there, as what new files may once have been.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "indexing/plan.h"
#include "store/catalogue.h"

namespace palpate {

// Refers to the catalogue it was made from. Looks at the disk when it is made.
class MovedFiles {
 public:
  explicit MovedFiles(const Catalogue& catalogue);

  // What the new file was before it or its folder was moved or renamed: one of the same path below
  // a root that is no longer there, whatever it held, or one of the very same bytes. Whatever else
  // a missing root held stays. None of `spoken_for`.
  const FileRecord* former(const PlannedFile& file,
                           const std::unordered_set<std::string>& spoken_for) const;

 private:
  std::unordered_multimap<std::uint64_t, const FileRecord*> by_size_;
  std::unordered_multimap<std::string, const FileRecord*> by_path_;  // below a root that is gone
};

}  // namespace palpate
