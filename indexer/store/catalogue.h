// What an index knows of what it was made from: for deciding what is new, changed or gone.
//
// A value read at one moment; it holds no database handle.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "palpate/error.h"
#include "store/record.h"
#include "store/vocabulary.h"

namespace palpate {

struct Catalogue {
  std::unordered_map<std::string, FileRecord> files;  // by absolute path
  std::vector<std::string> roots;                     // absolute, as named in earlier runs
  std::vector<std::pair<std::string, std::string>> url_prefixes;  // folder, URL
  std::unordered_map<std::string, std::string>
      document_files;                          // a document's id → its file's absolute path
  std::vector<VocabularyRecord> vocabularies;  // in the order of kVocabularySources
  std::size_t passages = 0;
};

// Of the current generation; empty when there is no index yet.
Result<Catalogue> read_catalogue(const std::string& directory);

// A list of equivalents that the current generation holds, for writing it anew.
Result<VocabularyList> read_vocabulary(const std::string& directory,
                                       const VocabularyRecord& record);

}  // namespace palpate
