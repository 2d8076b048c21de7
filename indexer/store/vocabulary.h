// Lists of equivalents as an index holds them, one a source.
//
// A list is stored as metadata, so that a question finds a term by key and nothing is parsed when
// an index is opened: what the list is (VocabularyRecord), each group once, and for each term of a
// group an entry under its first stem, or first two, that names the group. Groups are never merged:
// a term that stands in two has two entries. The layout belongs to kFormatVersion. Pure functions.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/error.h"
#include "vocabulary/equivalents.h"

namespace palpate {

// Whose list it is. The letter stands in the keys.
enum class VocabularySource : char { clinic = 'c', palpate = 'p', mesh = 'm' };

// The nearer to the people who ask, the earlier.
inline constexpr std::array kVocabularySources = {
    VocabularySource::clinic, VocabularySource::palpate, VocabularySource::mesh};

std::string_view name_of(VocabularySource source);  // "clinic", "palpate", "mesh"

struct VocabularyList {
  VocabularySource source = VocabularySource::palpate;
  std::string file;  // that it was read from, absolute; "" for palpate's own
  std::vector<EquivalentGroup> groups;
};

// What an index says of a list that it holds.
struct VocabularyRecord {
  VocabularySource source = VocabularySource::palpate;
  std::string file;
  std::size_t groups = 0;
  std::string hash;                    // of the groups: tells whether a list changed
  std::vector<std::string> languages;  // of the groups, each once
  friend bool operator==(const VocabularyRecord&, const VocabularyRecord&) = default;
};

// A group as it is stored.
struct StoredGroup {
  std::string language;
  std::vector<std::string> terms;  // as written
  // Of each term: it holds a word, and no term before it has the same stems.
  std::vector<bool> distinct;
};

// A term of more stems than its key tells.
struct StoredTerm {
  std::size_t group = 0;
  std::size_t place = 0;                // in the group's terms
  std::vector<std::string> more_stems;  // behind those in the key
};

VocabularyRecord record_of(const VocabularyList& list);

// Everything that is stored of a list, by its key; nothing for a list without groups.
Result<std::map<std::string, std::string>> metadata_of(const VocabularyList& list);

// Nothing when the bytes are not such a record.
std::optional<VocabularyRecord> decode_vocabulary(VocabularySource source, std::string_view bytes);
std::optional<StoredGroup> decode_group(std::string_view bytes);
std::optional<std::vector<StoredTerm>> decode_terms(std::string_view bytes);

}  // namespace palpate
