#include "store/catalogue.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "store/keys.h"
#include "store/recorded_roots.h"
#include "store/snapshot.h"
#include "store/vocabulary_lookup.h"

namespace palpate {

KnownFiles::KnownFiles(std::vector<FileRecord> files) : files_(std::move(files)) {
  if (!std::ranges::is_sorted(files_, {}, &FileRecord::path))
    std::ranges::sort(files_, {}, &FileRecord::path);
}

const FileRecord* KnownFiles::find(std::string_view path) const {
  const auto found = std::ranges::lower_bound(files_, path, {}, &FileRecord::path);
  return found == files_.end() || found->path != path ? nullptr : &*found;
}

const FileRecord* KnownFiles::find_behind(const FileRecord* before, std::string_view path) const {
  const std::size_t next = before == nullptr ? 0 : place_of(*before) + 1;
  if (next < files_.size() && files_[next].path == path) return &files_[next];
  return find(path);
}

std::size_t Catalogue::documents() const {
  std::size_t count = 0;
  for (const FileRecord& file : files) count += file.documents.size();
  return count;
}

Result<Catalogue> read_catalogue(const std::string& directory) {
  Result<Snapshot> snapshot = Snapshot::open(directory);
  if (!snapshot) {
    if (snapshot.error().code == ErrorCode::not_found) return Catalogue{};
    return snapshot.error();
  }
  return guarded_read(directory, *snapshot, [&](const Snapshot& index) -> Result<Catalogue> {
    Catalogue catalogue;
    std::vector<FileRecord> files;
    std::optional<std::string> damaged;
    index.for_each_metadata(kFileKeys, [&](std::string_view key, const std::string& value) {
      if (std::optional<FileRecord> file = decode_file(value)) {
        files.push_back(*std::move(file));
      } else if (!damaged) {
        damaged = key;
      }
    });
    if (damaged)
      return Error{ErrorCode::malformed,
                   std::string("the index ")
                       .append(directory)
                       .append(" holds a damaged record of ")
                       .append(*damaged),
                   "rebuild it with: palpate-index --rebuild --db " + directory};
    catalogue.files = KnownFiles(std::move(files));
    // The values say it: a long path is cut in its key.
    for (const auto& [key, path] : index.metadata(kRootKeys)) catalogue.roots.push_back(path);
    for (const auto& [key, prefix] : index.metadata(kUrlPrefixKeys))
      catalogue.url_prefixes.push_back(url_prefix_from(prefix));
    catalogue.vocabularies = VocabularyLookup(index).lists();
    catalogue.passages = index.database().get_doccount();
    return catalogue;
  });
}

Result<VocabularyList> read_vocabulary(const std::string& directory,
                                       const VocabularyRecord& record) {
  Result<Snapshot> snapshot = Snapshot::open(directory);
  if (!snapshot) return snapshot.error();
  return guarded_read(directory, *snapshot, [&](const Snapshot& index) -> Result<VocabularyList> {
    return VocabularyList{record.source, record.file, VocabularyLookup(index).groups_of(record)};
  });
}

}  // namespace palpate
