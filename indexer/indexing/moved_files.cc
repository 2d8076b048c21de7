#include "indexing/moved_files.h"

#include "indexing/file_hash.h"
#include "indexing/paths.h"

namespace palpate {

MovedFiles::MovedFiles(const Catalogue& catalogue) {
  std::unordered_map<std::string, bool> roots;  // whether they are there
  for (const FileRecord& record : catalogue.files) {
    const std::string& path = record.path;
    if (record.hash.empty() || is_there(path)) continue;
    by_size_.emplace(record.size, &record);
    const auto [root, fresh] = roots.emplace(record.root, false);
    if (fresh) root->second = is_there(record.root);
    if (!root->second) by_path_.emplace(path_below(path, record.root), &record);
  }
}

const FileRecord* MovedFiles::former(const PlannedFile& file, const SpokenFor& spoken_for) const {
  const auto [first, last] = by_path_.equal_range(path_below(file.path, file.root));
  for (auto same = first; same != last; ++same)
    if (!spoken_for(*same->second)) return same->second;
  const auto [begin, end] = by_size_.equal_range(file.found.size);
  if (begin == end) return nullptr;
  const std::string hash = hash_of_file(file.path);
  for (auto alike = begin; alike != end; ++alike) {
    const FileRecord& record = *alike->second;
    if (record.hash == hash && !spoken_for(record)) return &record;
  }
  return nullptr;
}

}  // namespace palpate
