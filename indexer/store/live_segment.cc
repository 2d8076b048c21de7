#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "analysis/analysers.h"
#include "store/article_checksum.h"
#include "store/fields.h"
#include "store/glass/term_lists.h"
#include "store/keys.h"
#include "store/passage_terms.h"
#include "store/segment_writer.h"
#include "store/settings.h"
#include "store/stored_terms.h"

namespace palpate {
namespace {

constexpr auto kRecordSlot = static_cast<unsigned>(Slot::record);
constexpr auto kSlots = kRecordSlot + 1;

unsigned slot(Slot value) { return static_cast<unsigned>(value); }

// An index itself. Changes are gathered, and become one transaction of Xapian's with commit().
class LiveSegment : public SegmentWriter {
 public:
  LiveSegment(const std::string& directory, bool has_readers)
      : directory_(directory),
        has_readers_(has_readers),
        database_(opened(directory)),
        dictionary_(database_.get_metadata(std::string(kDictionaryKey))),
        packer_(dictionary_),
        unpacker_(dictionary_),
        same_rules_(analysed_by_our_rules()) {}

  void add(const Article& article, const std::vector<Passage>& passages, Analyser& analyser,
           const std::string& file) override {
    DocumentRecord record = record_of(article, passages.size());
    record.checksum = article_checksum(record, article, passages);
    if (is_stored(record, file)) {
      kept_.emplace(article.id, file);
      return;
    }
    PassageDocuments documents(article, analyser, file, words_);
    for (const Passage& passage : passages)
      added_.emplace_back(Place{article.id, passage.number},
                          xapian_document(documents.entry(passage)));
    words_.add(record, analyser, 1);
    std::string packed;
    packer_.append_packed(encode(record), packed);
    metadata_.insert_or_assign(document_key(article.id), std::move(packed));
  }

  void remove(const FileRecord& file) override {
    std::map<std::string, std::map<std::size_t, Xapian::docid>> documents;
    const std::string term = file_term(file.path);
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
      const Xapian::Document passage = database_.get_document(*at);
      const double number = Xapian::sortable_unserialise(passage.get_value(slot(Slot::passage)));
      documents[passage.get_value(slot(Slot::document))].emplace(static_cast<std::size_t>(number),
                                                                 *at);
    }
    for (const auto& [id, passages] : documents)
      if (!is_kept(id, file.path)) remove_document(id, passages, file.path);
    // What was added under the same key stays.
    for (const std::string& id : file.documents) {
      if (is_kept(id, file.path)) continue;
      if (const auto record = stored_document(id))
        words_.add(*record, analyser(record->language), -1);
      metadata_.try_emplace(document_key(id), "");
    }
    metadata_.try_emplace(file_key(file.path), "");
    if (!has_readers_ && removed_bytes_ > kMostRemovedBytes) commit();
  }

  WordCounts take_words() override { return std::exchange(words_, {}); }
  void add_words(const WordCounts& words) override { words_to_write_.add(words); }

  void set_metadata(const std::string& key, const std::string& value) override {
    metadata_.insert_or_assign(key, value);
  }

  // What stays as it is is not written: overwriting a large list takes its size once more on disk.
  void replace_metadata(const std::string& prefix,
                        std::map<std::string, std::string> entries) override {
    const Xapian::TermIterator end = database_.metadata_keys_end(prefix);
    for (Xapian::TermIterator key = database_.metadata_keys_begin(prefix); key != end; ++key) {
      const auto found = entries.find(*key);
      if (found == entries.end()) {
        metadata_.insert_or_assign(*key, "");
      } else if (database_.get_metadata(*key) == found->second) {
        entries.erase(found);
      }
    }
    for (auto& [key, value] : entries) metadata_.insert_or_assign(key, std::move(value));
  }

  void finish() override {}

  void commit() override {
    list_the_rest();
    const bool with_lists = !removed_.empty();
    if (with_lists) {
      database_.close();
      glass::put_term_lists(directory_, removed_);
      database_ = Xapian::WritableDatabase(directory_, Xapian::DB_OPEN);
    }
    database_.begin_transaction();
    write_passages();
    for (const auto& [key, value] : metadata_) database_.set_metadata(key, value);
    words_to_write_.write_to(database_);
    database_.commit_transaction();
    if (with_lists) {
      database_.close();
      glass::drop_term_lists(directory_);
      database_ = Xapian::WritableDatabase(directory_, kWithoutTermLists);
    }
    forget_changes();
  }

  std::string dictionary() const override { return dictionary_; }
  std::vector<std::string> directories() const override { return {directory_}; }

 private:
  // Removals from an index without readers are committed by so much.
  static constexpr std::size_t kMostRemovedBytes = std::size_t{32} << 20U;

  // Of a passage in the index: its document's id and its number in it.
  using Place = std::pair<std::string, std::size_t>;

  static constexpr int kWithoutTermLists = Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST;

  static Xapian::WritableDatabase opened(const std::string& directory) {
    glass::drop_term_lists(directory);  // of a run that died
    return Xapian::WritableDatabase(directory, kWithoutTermLists);
  }

  void forget_changes() {
    added_.clear();
    removed_.clear();
    removed_bytes_ = 0;
    places_.clear();
    kept_.clear();
    metadata_.clear();
    words_to_write_ = {};
  }

  // A passage that takes the place of another keeps its number, and only the postings of what
  // differs are written.
  void write_passages() {
    for (const auto& [place, passage] : added_) {
      const auto former = places_.find(place);
      if (former == places_.end() || removed_.erase(former->second) == 0) {
        database_.add_document(passage);
      } else {
        database_.replace_document(former->second, passage);
      }
    }
    for (const auto& [passage, list] : removed_) database_.delete_document(passage);
  }

  // Whether all that would be written of an article is there, and written by the same rules. The
  // checksum covers text and passages.
  bool is_stored(const DocumentRecord& record, const std::string& file) const {
    if (!same_rules_) return false;
    const auto stored = unpacker_.unpacked(database_.get_metadata(document_key(record.id)));
    if (!stored || *stored != encode(record)) return false;
    const std::string document = document_term(record.id);
    const std::string of_file = file_term(file);
    const auto first = database_.postlist_begin(document);
    auto in_file = database_.postlist_begin(of_file);
    if (first == database_.postlist_end(document) || in_file == database_.postlist_end(of_file))
      return false;
    in_file.skip_to(*first);
    return in_file != database_.postlist_end(of_file) && *in_file == *first;
  }

  bool is_kept(const std::string& id, const std::string& file) const {
    const auto kept = kept_.find(id);
    return kept != kept_.end() && kept->second == file;
  }

  Xapian::Document xapian_document(const PassageEntry& entry) {
    Xapian::Document document;
    for (std::size_t i = 0; i < entry.terms(); ++i)
      document.add_term(std::string(entry.term(i).text), entry.term(i).count);
    for (std::size_t i = 0; i < entry.values(); ++i) {
      const auto [where, bytes] = entry.value(i);
      if (where != kRecordSlot) {
        document.add_value(where, std::string(bytes));
        continue;
      }
      std::string packed;
      packer_.append_packed(bytes, packed);
      document.add_value(where, packed);
    }
    return document;
  }

  std::optional<DocumentRecord> stored_document(const std::string& id) const {
    const auto record = unpacker_.unpacked(database_.get_metadata(document_key(id)));
    return record ? decode_document(*record) : std::nullopt;
  }

  std::optional<PassageRecord> stored_passage(Xapian::docid number) const {
    const auto bytes =
        unpacker_.unpacked(database_.get_document(number).get_value(slot(Slot::record)));
    return bytes ? decode_passage(*bytes) : std::nullopt;
  }

  // `passages` by their numbers in the document.
  void remove_document(const std::string& id, const std::map<std::size_t, Xapian::docid>& passages,
                       const std::string& file) {
    const std::optional<DocumentRecord> document = stored_document(id);
    std::vector<PassageRecord> records;
    std::vector<Xapian::docid> numbers;
    for (const auto& [number, passage] : passages) {
      numbers.push_back(passage);
      places_.emplace(Place{id, number}, passage);
      if (auto record = stored_passage(passage)) records.push_back(*std::move(record));
    }
    if (document && same_rules_ && list_terms(*document, records, numbers, file)) return;
    unlisted_.insert(unlisted_.end(), numbers.begin(), numbers.end());
    if (!document) return;
    for (const PassageRecord& record : records)
      words_.add(record, analyser(document->language), -1);
  }

  // False, with nothing listed, when what is worked out is not what was stored.
  bool list_terms(const DocumentRecord& document, const std::vector<PassageRecord>& records,
                  const std::vector<Xapian::docid>& numbers, const std::string& file) {
    if (records.size() != numbers.size()) return false;
    std::map<Xapian::docid, glass::TermList> lists;
    WordCounts words;
    bool same = true;
    const bool whole =
        for_each_entry(document, records, file, analyser(document.language), words,
                       [&](std::size_t i, const PassageEntry& entry) {
                         std::vector<glass::ListedTerm> terms;
                         std::uint64_t length = 0;
                         for (const auto& [term, count] : terms_of(entry)) {
                           terms.push_back({term, count});
                           length += count;
                         }
                         same = same && length == database_.get_doclength(numbers[i]);
                         lists.emplace(numbers[i], glass::term_list(terms, slots_of(numbers[i])));
                       });
    if (!whole || !same) return false;
    for (auto& [number, list] : lists) keep(number, std::move(list));
    words_.add(words, -1);
    return true;
  }

  // What cannot be worked out is looked up, at the price of reading all postings once.
  void list_the_rest() {
    if (unlisted_.empty()) return;
    std::ranges::sort(unlisted_);
    for (const auto& [number, found] : terms_in_postings(database_, unlisted_)) {
      std::vector<glass::ListedTerm> terms;
      for (const auto& [term, count] : found) terms.push_back({term, count});
      keep(number, glass::term_list(terms, slots_of(number)));
    }
    unlisted_.clear();
  }

  void keep(Xapian::docid number, glass::TermList list) {
    removed_bytes_ += list.terms.size() + list.slots.size();
    removed_.emplace(number, std::move(list));
  }

  std::vector<unsigned> slots_of(Xapian::docid number) const {
    const Xapian::Document passage = database_.get_document(number);
    std::vector<unsigned> slots;
    for (unsigned i = 0; i < kSlots; ++i)
      if (!passage.get_value(i).empty()) slots.push_back(i);
    return slots;
  }

  bool analysed_by_our_rules() const {
    const IndexSettings ours = current_settings();
    const auto same = [&](std::string_view name, const std::string& value) {
      return database_.get_metadata(std::string(kSettingKeys).append(name)) == value;
    };
    return same("unicode", ours.unicode) && same("stemmer", ours.stemmer);
  }

  // To count the words of what is removed as they were counted when it was added.
  Analyser& analyser(const std::string& language) {
    const Result<Analyser*> analyser = analysers_.of(language);
    if (!analyser) throw Xapian::InternalError(analyser.error().message);
    return **analyser;
  }

  std::string directory_;
  bool has_readers_;
  Xapian::WritableDatabase database_;  // holds Xapian's lock; without changes but within commit()
  std::string dictionary_;
  TextPacker packer_;
  TextUnpacker unpacker_;
  bool same_rules_;
  Analysers analysers_;
  WordCounts words_;  // since take_words()

  std::vector<std::pair<Place, Xapian::Document>> added_;
  std::map<std::string, std::string> kept_;  // documents that were added as they are → their files
  std::map<Xapian::docid, glass::TermList> removed_;
  std::map<Place, Xapian::docid> places_;  // of what is removed
  std::size_t removed_bytes_ = 0;
  std::vector<Xapian::docid> unlisted_;  // to be removed too
  std::map<std::string, std::string> metadata_;
  WordCounts words_to_write_;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_live_segment(const std::string& directory, bool has_readers) {
  return std::make_unique<LiveSegment>(directory, has_readers);
}

}  // namespace palpate
