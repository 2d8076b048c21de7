// What an index knows of what it was made from: for deciding what is new, changed or gone.
//
// A value read at one moment; it holds no database handle.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "palpate/error.h"
#include "store/record.h"
#include "store/vocabulary.h"

namespace palpate {

// Files by their absolute paths, in order. There may be many, and most runs change few: they lie
// side by side, and nothing else is made of them before it is needed.
class KnownFiles {
 public:
  KnownFiles() = default;
  explicit KnownFiles(std::vector<FileRecord> files);  // in any order

  auto begin() const { return files_.begin(); }
  auto end() const { return files_.end(); }
  std::size_t size() const { return files_.size(); }
  bool empty() const { return files_.empty(); }
  const FileRecord* find(std::string_view path) const;
  // The same, at once when it is the one behind `before`.
  const FileRecord* find_behind(const FileRecord* before, std::string_view path) const;
  // The place of one of them, from 0.
  std::size_t place_of(const FileRecord& file) const {
    return static_cast<std::size_t>(&file - files_.data());
  }

 private:
  std::vector<FileRecord> files_;
};

struct Catalogue {
  KnownFiles files;
  std::vector<std::string> roots;                                 // absolute, as named earlier
  std::vector<std::pair<std::string, std::string>> url_prefixes;  // folder, URL
  std::vector<VocabularyRecord> vocabularies;  // in the order of kVocabularySources
  std::size_t passages = 0;

  std::size_t documents() const;
};

// Of the current generation; empty when there is no index yet.
Result<Catalogue> read_catalogue(const std::string& directory);

// A list of equivalents that the current generation holds, for writing it anew.
Result<VocabularyList> read_vocabulary(const std::string& directory,
                                       const VocabularyRecord& record);

}  // namespace palpate
