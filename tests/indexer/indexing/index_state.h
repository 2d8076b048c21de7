// Everything that an index says of its documents, as values that can be compared: what one run
// leaves behind must not depend on the way that led there.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "palpate/indexer.h"
#include "store/catalogue.h"
#include "store/keys.h"
#include "store/snapshot.h"
#include "store/stored_terms.h"

namespace palpate {

struct IndexState {
  std::map<std::string, std::string> documents;           // id → its record
  std::map<std::string, std::string> passages;            // DOCUMENT#n → its record
  std::map<std::string, std::set<std::string>> terms;     // DOCUMENT#n → its terms
  std::map<std::string, std::vector<std::string>> files;  // path → ids
  std::vector<std::tuple<std::string, std::uint64_t, std::string>> failed;
  double average_length = 0;
};

inline IndexState state_of(const std::string& directory) {
  IndexState state;
  const Result<Snapshot> index = Snapshot::open(directory);
  const Result<Catalogue> catalogue = read_catalogue(directory);
  const Result<std::vector<FailedFile>> failed = failed_files(directory);
  EXPECT_TRUE(index && catalogue && failed);
  if (!index || !catalogue || !failed) return state;
  for (auto& [key, record] : index->metadata(kDocumentKeys)) state.documents[key] = record;
  for (const FileRecord& file : catalogue->files) state.files[file.path] = file.documents;
  for (const FailedFile& one : *failed) state.failed.emplace_back(one.path, one.line, one.reason);
  const Xapian::Database& database = index->database();
  state.average_length = database.get_avlength();
  std::map<Xapian::docid, std::string> ids;
  std::vector<Xapian::docid> numbers;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document passage = database.get_document(*at);
    const std::string id =
        index->document_of(passage) + "#" + std::to_string(index->number_of(passage));
    EXPECT_TRUE(state.passages.emplace(id, encode(index->passage(*at))).second) << id << " twice";
    ids.emplace(*at, id);
    numbers.push_back(*at);
  }
  for (const auto& [number, terms] : terms_in_postings(database, numbers))
    for (const auto& [term, wdf] : terms)
      state.terms[ids[number]].insert(term + " " + std::to_string(wdf));
  return state;
}

inline void expect_same_state(const IndexState& one, const IndexState& other) {
  EXPECT_EQ(one.documents, other.documents);
  EXPECT_EQ(one.passages, other.passages);
  EXPECT_EQ(one.terms, other.terms);
  EXPECT_EQ(one.files, other.files);
  EXPECT_EQ(one.failed, other.failed);
  EXPECT_DOUBLE_EQ(one.average_length, other.average_length);
}

}  // namespace palpate
