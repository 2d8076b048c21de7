// Everything that an index says of its documents, as values that can be compared: what one run
// leaves behind must not depend on the way that led there.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "palpate/indexer.h"
#include "store/catalogue.h"
#include "store/fields.h"
#include "store/keys.h"
#include "store/snapshot.h"
#include "store/stored_terms.h"
#include "store/word_counts.h"

namespace palpate {

struct IndexState {
  std::map<std::string, std::string> documents;        // id → its record
  std::map<std::string, std::string> passages;         // DOCUMENT#n → its record
  std::map<std::string, std::set<std::string>> terms;  // DOCUMENT#n → its terms
  // DOCUMENT#n → its values but for the record.
  std::map<std::string, std::vector<std::string>> values;
  std::map<std::string, std::vector<std::string>> files;  // path → ids, then what else is known
  std::vector<std::tuple<std::string, std::uint64_t, std::string>> failed;
  std::map<std::string, std::uint64_t> words;        // as they are counted
  std::map<std::string, std::string> vocabulary;     // all that is stored of lists of equivalents
  std::map<std::string, std::string> url_prefixes;   // by folder
  std::map<std::string, std::size_t> abbreviations;  // short and long forms → how many passages
  double average_length = 0;
};

namespace index_state_detail {

inline void read_passages(const Snapshot& index, IndexState& state) {
  const Xapian::Database& database = index.database();
  std::map<Xapian::docid, std::string> ids;
  std::vector<Xapian::docid> numbers;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document passage = database.get_document(*at);
    const std::string id =
        index.document_of(passage) + "#" + std::to_string(index.number_of(passage));
    EXPECT_TRUE(state.passages.emplace(id, encode(index.passage(*at))).second) << id << " twice";
    for (unsigned slot = 0; slot < static_cast<unsigned>(Slot::record); ++slot)
      state.values[id].push_back(passage.get_value(slot));
    ids.emplace(*at, id);
    numbers.push_back(*at);
  }
  for (const auto& [number, terms] : terms_in_postings(database, numbers))
    for (const auto& [term, wdf] : terms)
      state.terms[ids[number]].insert(term + " " + std::to_string(wdf));
}

// A bucket's key ends in its words' letters.
inline void read_words(const Snapshot& index, IndexState& state) {
  for (const auto& [bucket, bytes] : index.metadata(kWordKeys)) {
    const std::size_t letters = bucket.find_first_of("0123456789");
    for (const CountedWord& word :
         counted_words(index, bucket.substr(0, letters), std::stoul(bucket.substr(letters))))
      EXPECT_TRUE(state.words.emplace(word.word, word.count).second) << word.word << " twice";
  }
}

inline void read_abbreviations(const Snapshot& index, IndexState& state) {
  const Xapian::Database& database = index.database();
  for (const Field field : {Field::abbreviation, Field::long_form}) {
    const std::string prefix(prefix_of(field));
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
      state.abbreviations.emplace(*term, term.get_termfreq());
  }
}

}  // namespace index_state_detail

inline IndexState state_of(const std::string& directory) {
  IndexState state;
  const Result<Snapshot> index = Snapshot::open(directory);
  const Result<Catalogue> catalogue = read_catalogue(directory);
  const Result<std::vector<FailedFile>> failed = failed_files(directory);
  EXPECT_TRUE(index && catalogue && failed);
  if (!index || !catalogue || !failed) return state;
  for (const auto& [key, packed] : index->metadata(kDocumentKeys)) {
    const std::optional<DocumentRecord> record = index->unpacked_document(packed);
    EXPECT_TRUE(record) << key;
    if (record) state.documents[key] = encode(*record);
  }
  for (const FileRecord& file : catalogue->files) {
    std::vector<std::string>& known = state.files[file.path];
    known = file.documents;
    known.insert(known.end(), {file.root, file.url, file.hash});
  }
  for (const FailedFile& one : *failed) state.failed.emplace_back(one.path, one.line, one.reason);
  for (auto& [key, value] : index->metadata("equivalents:")) state.vocabulary[key] = value;
  for (const auto& [folder, url] : catalogue->url_prefixes) state.url_prefixes[folder] = url;
  state.average_length = index->database().get_avlength();
  index_state_detail::read_passages(*index, state);
  index_state_detail::read_words(*index, state);
  index_state_detail::read_abbreviations(*index, state);
  return state;
}

inline void expect_same_state(const IndexState& one, const IndexState& other) {
  EXPECT_EQ(one.documents, other.documents);
  EXPECT_EQ(one.passages, other.passages);
  EXPECT_EQ(one.terms, other.terms);
  EXPECT_EQ(one.values, other.values);
  EXPECT_EQ(one.files, other.files);
  EXPECT_EQ(one.failed, other.failed);
  EXPECT_EQ(one.words, other.words);
  EXPECT_EQ(one.vocabulary, other.vocabulary);
  EXPECT_EQ(one.url_prefixes, other.url_prefixes);
  EXPECT_EQ(one.abbreviations, other.abbreviations);
  EXPECT_DOUBLE_EQ(one.average_length, other.average_length);
}

}  // namespace palpate
