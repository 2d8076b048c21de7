#include "store/vocabulary_lookup.h"

#include <algorithm>
#include <utility>

#include "store/keys.h"

namespace palpate {
namespace {

[[noreturn]] void damaged(const std::string& key) {
  throw Xapian::DatabaseCorruptError("the vocabulary's entry \"" + key + "\" cannot be read");
}

}  // namespace

// Groups are numbered within an index.
const Snapshot& VocabularyLookup::holder_of(VocabularySource source) const {
  const std::string key = vocabulary_key(static_cast<char>(source));
  const auto holder = std::ranges::find_if(
      index_.parts(), [&](const Snapshot& part) { return !part.metadata_of(key).empty(); });
  return holder == index_.parts().end() ? index_ : *holder;
}

VocabularyLookup::VocabularyLookup(const Snapshot& index) : index_(index) {
  for (const VocabularySource source : kVocabularySources) {
    const std::string key = vocabulary_key(static_cast<char>(source));
    const std::string bytes = index_.metadata_of(key);
    if (bytes.empty()) continue;
    std::optional<VocabularyRecord> list = decode_vocabulary(source, bytes);
    if (!list) damaged(key);
    lists_.push_back(*std::move(list));
  }
}

std::vector<Equivalent> VocabularyLookup::starting_at(std::span<const std::string> stems,
                                                      std::string_view language) const {
  std::vector<Equivalent> found;
  if (stems.empty()) return found;
  for (const VocabularyRecord& list : lists_) {
    if (std::ranges::find(list.languages, language) == list.languages.end()) continue;
    const char source = static_cast<char>(list.source);
    find(list.source, vocabulary_term_key(source, language, stems[0]), {}, 1, found);
    if (stems.size() > 1)
      find(list.source, vocabulary_term_key(source, language, stems[0], stems[1]), stems.subspan(2),
           2, found);
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &Equivalent::stems);
  return found;
}

void VocabularyLookup::find(VocabularySource source, const std::string& key,
                            std::span<const std::string> behind, std::size_t stems_in_key,
                            std::vector<Equivalent>& found) const {
  const std::string bytes = holder_of(source).metadata_of(key);
  if (bytes.empty()) return;
  const std::optional<std::vector<StoredTerm>> terms = decode_terms(bytes);
  if (!terms) damaged(key);
  for (const StoredTerm& term : *terms) {
    const std::size_t more = term.more_stems.size();
    if (more > behind.size() || !std::ranges::equal(term.more_stems, behind.first(more))) continue;
    StoredGroup whole = group(source, term.group);
    if (term.place >= whole.terms.size()) damaged(key);
    Equivalent one{stems_in_key + more, whole.terms[term.place], {}, source};
    for (std::size_t i = 0; i < whole.terms.size(); ++i)
      if (i != term.place && whole.distinct[i])
        one.equivalents.push_back(std::move(whole.terms[i]));
    if (!one.equivalents.empty()) found.push_back(std::move(one));
  }
}

StoredGroup VocabularyLookup::group(VocabularySource source, std::size_t number) const {
  const std::string key = vocabulary_group_key(static_cast<char>(source), number);
  std::optional<StoredGroup> stored = decode_group(holder_of(source).metadata_of(key));
  if (!stored) damaged(key);
  return *std::move(stored);
}

std::vector<EquivalentGroup> VocabularyLookup::groups_of(const VocabularyRecord& list) const {
  std::vector<EquivalentGroup> groups;
  for (std::size_t number = 0; number < list.groups; ++number) {
    StoredGroup stored = group(list.source, number);
    groups.push_back({std::move(stored.terms), std::move(stored.language), 0});
  }
  return groups;
}

}  // namespace palpate
