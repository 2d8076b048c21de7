// Files that the index knows and that are no longer there, as what new files may once have been.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

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
  using SpokenFor = std::function<bool(const FileRecord&)>;
  const FileRecord* former(const PlannedFile& file, const SpokenFor& spoken_for) const;

 private:
  std::unordered_multimap<std::uint64_t, const FileRecord*> by_size_;
  std::unordered_multimap<std::string, const FileRecord*> by_path_;  // below a root that is gone
};

}  // namespace palpate
