// What else a term of a question is called, looked up in an index by key.
//
//   const VocabularyLookup vocabulary(snapshot);
//   const std::vector<std::string> stems = {"heart", "attack", "sign"};
//   for (const Equivalent& found : vocabulary.starting_at(stems, "en"))
//     ...  // {stems = 2, term = "heart attack", equivalents = {"myocardial infarction"}}, then
//          // {stems = 1, term = "heart", equivalents = {"cardiac"}}
//
// Of several indexes as one, a list is that of the first that has it.
//
// Includes Xapian, whose exceptions pass through, as with Snapshot. Making one reads a record a
// source; a lookup costs one or two keys a source that the index holds for the language, and one
// more an entry found. Safe to share between threads as little as the snapshot is.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/snapshot.h"
#include "store/vocabulary.h"

namespace palpate {

struct Equivalent {
  std::size_t stems = 0;                 // how many of those asked for the term takes
  std::string term;                      // as written in the list
  std::vector<std::string> equivalents;  // as written, the other terms of its group
  VocabularySource source = VocabularySource::palpate;
};

class VocabularyLookup {
 public:
  // Refers to the snapshot, which must outlive it.
  explicit VocabularyLookup(const Snapshot& index);

  // The lists that the index holds, in the order of kVocabularySources.
  const std::vector<VocabularyRecord>& lists() const { return lists_; }

  // All terms that the stems begin with, longest first; of equal length the clinic's, then
  // palpate's, then MeSH's, each in the order of its list. A term that stands in two groups comes
  // twice. `stems` are those of all words in a row, stopwords too, without joined tokens, analysed
  // in `language`; equivalents are to be analysed in the same.
  std::vector<Equivalent> starting_at(std::span<const std::string> stems,
                                      std::string_view language) const;

  // All groups of a list, for writing it anew.
  std::vector<EquivalentGroup> groups_of(const VocabularyRecord& list) const;

 private:
  void find(VocabularySource source, const std::string& key, std::span<const std::string> behind,
            std::size_t stems_in_key, std::vector<Equivalent>& found) const;
  StoredGroup group(VocabularySource source, std::size_t number) const;

  const Snapshot& holder_of(VocabularySource source) const;

  const Snapshot& index_;
  std::vector<VocabularyRecord> lists_;
};

}  // namespace palpate
