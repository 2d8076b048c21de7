#include "store/snapshot.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <system_error>

#include "article/files/document_id.h"
#include "store/fields.h"
#include "store/generation.h"
#include "store/keys.h"

namespace palpate {
namespace {

constexpr std::size_t kMostTermsKept = 50'000;

unsigned slot(Slot value) { return static_cast<unsigned>(value); }

template <class Use>
void read_metadata(const Xapian::Database& database, std::string_view prefix, const Use& use) {
  const std::string start(prefix);
  const Xapian::TermIterator end = database.metadata_keys_end(start);
  for (Xapian::TermIterator key = database.metadata_keys_begin(start); key != end; ++key) {
    const std::string whole = *key;
    use(std::string_view(whole).substr(prefix.size()), database.get_metadata(whole));
  }
}

// The values of one slot for passages given in ascending order; empty where there is none.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Slot which)
      : at_(database.valuestream_begin(slot(which))), end_(database.valuestream_end(slot(which))) {}

  std::string value_of(Xapian::docid passage) {
    if (at_ != end_ && at_.get_docid() < passage) at_.skip_to(passage);
    return at_ != end_ && at_.get_docid() == passage ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace

Snapshot::Snapshot(Xapian::Database database, std::filesystem::path generation,
                   IndexSettings settings)
    : database_(std::move(database)),
      generation_(std::move(generation)),
      settings_(std::move(settings)),
      unpacker_(database_.get_metadata(std::string(kDictionaryKey))),
      state_(generation_.filename().string() + " " + database_.get_uuid() + " " +
             std::to_string(database_.get_revision())) {}

// Xapian numbers the documents of several databases in turn: 1 is the first of the first database,
// 2 the first of the second.
Snapshot::Snapshot(std::vector<Snapshot> parts)
    : generation_(parts.front().generation_),
      settings_(parts.front().settings_),
      unpacker_("") {  // each part has its own
  for (const Snapshot& part : parts) {
    database_.add_database(part.database_);
    state_.append(state_.empty() ? "" : "; ").append(part.state_);
    settings_.written = std::max(settings_.written, part.settings_.written);
  }
  parts_ = std::move(parts);
}

Snapshot Snapshot::together(std::vector<Snapshot> parts, std::vector<Error> missing) {
  Snapshot whole(std::move(parts));
  whole.missing_ = std::move(missing);
  return whole;
}

Result<Snapshot> Snapshot::open_generation(const std::string& directory,
                                           const std::filesystem::path& generation,
                                           bool& overtaken) {
  return guarded("open the index " + directory, [&]() -> Result<Snapshot> {
    try {
      Xapian::Database database(generation.string());
      IndexSettings settings;
      read_metadata(database, kSettingKeys, [&](std::string_view name, std::string value) {
        set(settings, name, std::move(value));
      });
      if (const Status readable = check_readable(settings, directory); !readable)
        return readable.error();
      return Snapshot(std::move(database), generation, std::move(settings));
    } catch (const Xapian::DatabaseModifiedError&) {
      overtaken = true;
      return overtaken_error(directory);
    }
  });
}

Result<Snapshot> Snapshot::open(const std::string& directory) {
  const auto deadline = std::chrono::steady_clock::now() + kOvertakenPatience;
  for (;;) {
    const Result<std::filesystem::path> current = existing_generation(directory);
    if (!current) return current.error();
    bool overtaken = false;
    Result<Snapshot> opened = open_generation(directory, *current, overtaken);
    // A generation is taken out of its place before its files go: while it is there it is whole.
    // Otherwise there is a newer one. Xapian would take a file that is gone for an empty table.
    std::error_code failed;
    const bool whole = std::filesystem::exists(*current, failed);
    if (whole && !overtaken) return opened;
    if (std::chrono::steady_clock::now() > deadline) return overtaken_error(directory);
  }
}

Error overtaken_error(const std::string& directory) {
  return {ErrorCode::locked, "the index " + directory + " changes faster than it can be read",
          "try again when the run that writes it is done"};
}

std::optional<DocumentRecord> Snapshot::document(const std::string& id) const {
  for (const Snapshot& part : parts_)
    if (std::optional<DocumentRecord> found = part.document(id)) return found;
  return parts_.empty() ? unpacked_document(database_.get_metadata(document_key(id)))
                        : std::nullopt;
}

std::optional<DocumentRecord> Snapshot::unpacked_document(std::string_view packed) const {
  const auto record = unpacker_.unpacked(packed);
  return record ? decode_document(*record) : std::nullopt;
}

std::string Snapshot::stored_id(const std::string& given) const {
  for (std::string id :
       {given, document_id(std::filesystem::path(given).generic_string()), encoded_id(given)})
    if (!metadata_of(document_key(id)).empty()) return id;
  return given;
}

bool Snapshot::is_superseded(Xapian::docid passage) const {
  if (parts_.size() < 2) return false;
  const auto own = parts_.begin() + static_cast<std::ptrdiff_t>((passage - 1) % parts_.size());
  if (own == parts_.begin()) return false;
  const std::string key = document_key(document_of(stored(passage)));
  return std::any_of(parts_.begin(), own,
                     [&](const Snapshot& part) { return !part.metadata_of(key).empty(); });
}

std::vector<Xapian::docid> Snapshot::passages_of(const std::string& id) const {
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    if (parts_[part].metadata_of(document_key(id)).empty()) continue;
    std::vector<Xapian::docid> passages = parts_[part].passages_of(id);
    for (Xapian::docid& passage : passages)
      passage = static_cast<Xapian::docid>((passage - 1) * parts_.size() + part + 1);
    return passages;
  }
  const std::string term = document_term(id);
  std::vector<std::pair<std::size_t, Xapian::docid>> numbered;
  for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term);
       ++posting)
    numbered.emplace_back(number_of(stored(*posting)), *posting);
  std::sort(numbered.begin(), numbered.end());
  std::vector<Xapian::docid> passages;
  passages.reserve(numbered.size());
  for (const auto& [number, passage] : numbered) passages.push_back(passage);
  return passages;
}

PassageRecord Snapshot::passage(Xapian::docid number) const {
  if (!parts_.empty()) {
    const std::size_t place = number - 1;
    return parts_[place % parts_.size()].passage(
        static_cast<Xapian::docid>(place / parts_.size() + 1));
  }
  const auto bytes = unpacker_.unpacked(stored(number).get_value(slot(Slot::record)));
  std::optional<PassageRecord> record = bytes ? decode_passage(*bytes) : std::nullopt;
  if (!record)
    throw Xapian::DatabaseCorruptError("passage " + std::to_string(number) + " cannot be read");
  return *std::move(record);
}

std::string Snapshot::document_of(const Xapian::Document& passage) const {
  return passage.get_value(slot(Slot::document));
}

std::string Snapshot::group_of(const Xapian::Document& passage) const {
  const std::string group = passage.get_value(slot(Slot::group));
  return group.empty() ? document_of(passage) : group;
}

std::size_t Snapshot::number_of(const Xapian::Document& passage) const {
  return static_cast<std::size_t>(
      Xapian::sortable_unserialise(passage.get_value(slot(Slot::passage))));
}

std::vector<std::string> Snapshot::values_of(const std::vector<Xapian::docid>& passages,
                                             Slot which) const {
  std::vector<std::size_t> ascending(passages.size());
  std::iota(ascending.begin(), ascending.end(), std::size_t{0});
  std::ranges::sort(ascending, {}, [&](std::size_t place) { return passages[place]; });
  SlotReader reader(database_, which);
  std::vector<std::string> values(passages.size());
  for (const std::size_t place : ascending) values[place] = reader.value_of(passages[place]);
  return values;
}

std::vector<std::string> Snapshot::groups_of(const std::vector<Xapian::docid>& passages) const {
  std::vector<std::string> groups = values_of(passages, Slot::group);
  std::vector<std::size_t> without;
  std::vector<Xapian::docid> documents;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!groups[i].empty()) continue;
    without.push_back(i);
    documents.push_back(passages[i]);
  }
  std::vector<std::string> ids = values_of(documents, Slot::document);
  for (std::size_t i = 0; i < without.size(); ++i) groups[without[i]] = std::move(ids[i]);
  return groups;
}

std::size_t Snapshot::passages_with(const std::string& term) const {
  const auto known = passages_with_.find(term);
  if (known != passages_with_.end()) return known->second;
  if (passages_with_.size() >= kMostTermsKept) passages_with_.clear();
  return passages_with_[term] = database_.get_termfreq(term);
}

void Snapshot::look_up(std::vector<std::string> terms) const {
  std::ranges::sort(terms);
  for (const std::string& term : terms) passages_with(term);
}

std::string Snapshot::metadata_of(const std::string& key) const {
  for (const Snapshot& part : parts_)
    if (std::string found = part.metadata_of(key); !found.empty()) return found;
  return parts_.empty() ? database_.get_metadata(key) : std::string();
}

std::vector<std::pair<std::string, std::string>> Snapshot::metadata(std::string_view prefix) const {
  std::vector<std::pair<std::string, std::string>> all;
  for_each_metadata(prefix, [&](std::string_view key, std::string value) {
    all.emplace_back(key, std::move(value));
  });
  return all;
}

void Snapshot::for_each_metadata(
    std::string_view prefix,
    const std::function<void(std::string_view key, std::string value)>& use) const {
  for (const Snapshot& part : parts_) part.for_each_metadata(prefix, use);
  if (parts_.empty()) read_metadata(database_, prefix, use);
}

std::vector<std::pair<std::string, std::size_t>> Snapshot::languages() const {
  const std::string prefix(prefix_of(Field::language));
  std::vector<std::pair<std::string, std::size_t>> languages;
  for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term)
    languages.emplace_back((*term).substr(prefix.size()), term.get_termfreq());
  std::stable_sort(languages.begin(), languages.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return languages;
}

std::size_t Snapshot::count_documents() const {
  std::size_t count = 0;
  for (const Snapshot& part : parts_) count += part.count_documents();
  if (!parts_.empty()) return count;
  const std::string prefix(kDocumentKeys);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix);
       ++key)
    ++count;
  return count;
}

}  // namespace palpate
