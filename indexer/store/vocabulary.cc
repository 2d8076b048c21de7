#include "store/vocabulary.h"

#include <algorithm>
#include <set>
#include <utility>

#include "analysis/analysers.h"
#include "store/keys.h"
#include "store/record_bytes.h"

namespace palpate {
namespace {

constexpr char kListKind = 'V';
constexpr char kGroupKind = 'G';
constexpr char kTermsKind = 'T';

std::string encode(const VocabularyRecord& record) {
  Encoder to(kListKind);
  to.text(record.file).number(record.groups).text(record.hash).list(record.languages);
  return to.take();
}

std::string encode(const StoredGroup& group) {
  Encoder to(kGroupKind);
  to.text(group.language).number(group.terms.size());
  for (std::size_t i = 0; i < group.terms.size(); ++i)
    to.number(group.distinct[i] ? 1 : 0).text(group.terms[i]);
  return to.take();
}

std::string encode(const std::vector<StoredTerm>& terms) {
  Encoder to(kTermsKind);
  to.number(terms.size());
  for (const StoredTerm& term : terms)
    to.number(term.group).number(term.place).list(term.more_stems);
  return to.take();
}

class ListWriter {
 public:
  explicit ListWriter(const VocabularyList& list)
      : list_(list), source_(static_cast<char>(list.source)) {}

  Result<std::map<std::string, std::string>> write() {
    for (std::size_t number = 0; number < list_.groups.size(); ++number) {
      const EquivalentGroup& group = list_.groups[number];
      const Result<Analyser*> analyser = analysers_.of(group.language);
      if (!analyser) return analyser.error();
      add(number, group, **analyser);
    }
    std::map<std::string, std::string> metadata = std::move(groups_);
    for (const auto& [key, terms] : terms_) metadata.emplace(key, encode(terms));
    if (!list_.groups.empty()) metadata.emplace(vocabulary_key(source_), encode(record_of(list_)));
    return metadata;
  }

 private:
  static std::vector<std::string> stems_of(Analyser& analyser, const std::string& term) {
    std::vector<std::string> stems;
    for (const Token& token : analyser.analyse(term))
      if (!is_whole(token.kind)) stems.emplace_back(token.stem);
    return stems;
  }

  void add(std::size_t number, const EquivalentGroup& group, Analyser& analyser) {
    StoredGroup stored{group.language, group.terms, {}};
    std::set<std::vector<std::string>> seen;
    for (const std::string& term : group.terms) {
      std::vector<std::string> stems = stems_of(analyser, term);
      stored.distinct.push_back(!stems.empty() && seen.insert(stems).second);
      if (stored.distinct.back())
        add_term({number, stored.distinct.size() - 1, {}}, group.language, std::move(stems));
    }
    groups_.emplace(vocabulary_group_key(source_, number), encode(stored));
  }

  void add_term(StoredTerm term, const std::string& language, std::vector<std::string> stems) {
    constexpr std::ptrdiff_t kInKey = 2;
    const std::string key = stems.size() == 1
                                ? vocabulary_term_key(source_, language, stems[0])
                                : vocabulary_term_key(source_, language, stems[0], stems[1]);
    if (stems.size() > kInKey)
      term.more_stems.assign(std::make_move_iterator(stems.begin() + kInKey),
                             std::make_move_iterator(stems.end()));
    terms_[key].push_back(std::move(term));
  }

  const VocabularyList& list_;
  char source_;
  Analysers analysers_;
  std::map<std::string, std::string> groups_;
  std::map<std::string, std::vector<StoredTerm>> terms_;
};

}  // namespace

std::string_view name_of(VocabularySource source) {
  switch (source) {
    case VocabularySource::clinic:
      return "clinic";
    case VocabularySource::palpate:
      return "palpate";
    case VocabularySource::mesh:
      return "mesh";
  }
  return {};
}

VocabularyRecord record_of(const VocabularyList& list) {
  Encoder all(kListKind);
  std::set<std::string> languages;
  for (const EquivalentGroup& group : list.groups) {
    all.text(group.language).list(group.terms);
    languages.insert(group.language);
  }
  return {list.source,
          list.file,
          list.groups.size(),
          content_hash(all.take()),
          {languages.begin(), languages.end()}};
}

Result<std::map<std::string, std::string>> metadata_of(const VocabularyList& list) {
  return ListWriter(list).write();
}

std::optional<VocabularyRecord> decode_vocabulary(VocabularySource source, std::string_view bytes) {
  Decoder from(bytes, kListKind);
  VocabularyRecord record;
  record.source = source;
  record.file = from.text();
  record.groups = from.number();
  record.hash = from.text();
  record.languages = from.list();
  if (!from.ended()) return std::nullopt;
  return record;
}

std::optional<StoredGroup> decode_group(std::string_view bytes) {
  Decoder from(bytes, kGroupKind);
  StoredGroup group;
  group.language = from.text();
  group.terms.resize(from.count());
  for (std::string& term : group.terms) {
    group.distinct.push_back(from.number() != 0);
    term = from.text();
  }
  if (!from.ended()) return std::nullopt;
  return group;
}

std::optional<std::vector<StoredTerm>> decode_terms(std::string_view bytes) {
  Decoder from(bytes, kTermsKind);
  std::vector<StoredTerm> terms(from.count());
  for (StoredTerm& term : terms) {
    term.group = from.number();
    term.place = from.number();
    term.more_stems = from.list();
  }
  if (!from.ended()) return std::nullopt;
  return terms;
}

}  // namespace palpate
