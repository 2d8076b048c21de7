#include "store/catalogue.h"

#include <optional>
#include <utility>

#include "store/keys.h"
#include "store/recorded_roots.h"
#include "store/snapshot.h"
#include "store/vocabulary_lookup.h"

namespace palpate {

Result<Catalogue> read_catalogue(const std::string& directory) {
  Result<Snapshot> snapshot = Snapshot::open(directory);
  if (!snapshot) {
    if (snapshot.error().code == ErrorCode::not_found) return Catalogue{};
    return snapshot.error();
  }
  return guarded_read(directory, *snapshot, [&](const Snapshot& index) -> Result<Catalogue> {
    Catalogue catalogue;
    for (const auto& [key, value] : index.metadata(kFileKeys)) {
      std::optional<FileRecord> file = decode_file(value);
      if (!file)
        return Error{ErrorCode::malformed,
                     std::string("the index ")
                         .append(directory)
                         .append(" holds a damaged record of ")
                         .append(key),
                     "rebuild it with: palpate-index --rebuild --db " + directory};
      for (const std::string& id : file->documents)
        catalogue.document_files.emplace(id, file->path);
      std::string path = file->path;
      catalogue.files.emplace(std::move(path), *std::move(file));
    }
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
