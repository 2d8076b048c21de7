#include <xapian.h>

#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "store/article_checksum.h"
#include "store/fields.h"
#include "store/keys.h"
#include "store/passage_terms.h"
#include "store/segment_writer.h"

namespace palpate {
namespace {

constexpr auto kRecordSlot = static_cast<unsigned>(Slot::record);

// An index itself: all changes are one transaction of Xapian's.
class LiveSegment : public SegmentWriter {
 public:
  explicit LiveSegment(const std::string& directory)
      : directory_(directory),
        database_(directory, Xapian::DB_OPEN),
        dictionary_(database_.get_metadata(std::string(kDictionaryKey))),
        packer_(dictionary_),
        unpacker_(dictionary_) {
    database_.begin_transaction();
    last_before_ = database_.get_lastdocid();
  }

  void add(const Article& article, const std::vector<Passage>& passages, Analyser& analyser,
           const std::string& file) override {
    PassageDocuments documents(article, analyser, file, words_);
    for (const Passage& passage : passages)
      database_.add_document(xapian_document(documents.entry(passage)));
    if (!added_.contains(article.id))
      if (auto replaced = stored_document(article.id))
        replaced_.emplace(article.id, *std::move(replaced));
    DocumentRecord record = record_of(article, passages.size());
    record.checksum = article_checksum(record, article, passages);
    words_.add(record, analyser, 1);
    std::string packed;
    packer_.append_packed(encode(record), packed);
    database_.set_metadata(document_key(article.id), packed);
    added_.insert(article.id);
  }

  void remove(const FileRecord& file) override {
    const std::string term = file_term(file.path);
    std::vector<Xapian::docid> passages;
    for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term);
         ++posting)
      if (*posting <= last_before_) passages.push_back(*posting);
    for (const Xapian::docid passage : passages) {
      uncount(passage);
      database_.delete_document(passage);
    }
    for (const std::string& id : file.documents) {
      if (const auto record = old_document(id)) words_.add(*record, analyser(record->language), -1);
      if (!added_.contains(id)) database_.set_metadata(document_key(id), "");
    }
    database_.set_metadata(file_key(file.path), "");
  }

  WordCounts take_words() override { return std::exchange(words_, {}); }
  void add_words(const WordCounts& words) override { words.write_to(database_); }

  void set_metadata(const std::string& key, const std::string& value) override {
    database_.set_metadata(key, value);
  }

  // All keys with that beginning, and no others, come to be those given. What stays as it is is not
  // written: overwriting a large list takes its size once more on disk.
  void replace_metadata(const std::string& prefix,
                        std::map<std::string, std::string> entries) override {
    std::vector<std::string> gone;
    const Xapian::TermIterator end = database_.metadata_keys_end(prefix);
    for (Xapian::TermIterator key = database_.metadata_keys_begin(prefix); key != end; ++key) {
      const auto found = entries.find(*key);
      if (found == entries.end()) {
        gone.push_back(*key);
      } else if (database_.get_metadata(*key) == found->second) {
        entries.erase(found);
      }
    }
    for (const std::string& key : gone) database_.set_metadata(key, "");
    for (const auto& [key, value] : entries) database_.set_metadata(key, value);
  }

  void finish() override {}
  void commit() override {
    database_.commit_transaction();
    database_.begin_transaction();
  }

  std::string dictionary() const override { return dictionary_; }
  std::vector<std::string> directories() const override { return {directory_}; }

 private:
  Xapian::Document xapian_document(const PassageEntry& entry) {
    Xapian::Document document;
    for (std::size_t i = 0; i < entry.terms(); ++i)
      document.add_term(std::string(entry.term(i).text), entry.term(i).count);
    for (std::size_t i = 0; i < entry.values(); ++i) {
      const auto [slot, bytes] = entry.value(i);
      if (slot != kRecordSlot) {
        document.add_value(slot, std::string(bytes));
        continue;
      }
      std::string packed;
      packer_.append_packed(bytes, packed);
      document.add_value(slot, packed);
    }
    return document;
  }

  std::optional<DocumentRecord> stored_document(const std::string& id) const {
    const auto record = unpacker_.unpacked(database_.get_metadata(document_key(id)));
    return record ? decode_document(*record) : std::nullopt;
  }

  // As it was before anything was added.
  std::optional<DocumentRecord> old_document(const std::string& id) const {
    const auto replaced = replaced_.find(id);
    if (replaced != replaced_.end()) return replaced->second;
    return added_.contains(id) ? std::nullopt : stored_document(id);
  }

  void uncount(Xapian::docid number) {
    const Xapian::Document passage = database_.get_document(number);
    const auto bytes = unpacker_.unpacked(passage.get_value(kRecordSlot));
    const auto record = bytes ? decode_passage(*bytes) : std::nullopt;
    const auto document = old_document(passage.get_value(static_cast<unsigned>(Slot::document)));
    if (record && document) words_.add(*record, analyser(document->language), -1);
  }

  // To count the words of what is removed as they were counted when it was added.
  Analyser& analyser(const std::string& language) {
    const auto found = analysers_.find(language);
    if (found != analysers_.end()) return found->second;
    Result<Analyser> made =
        Analyser::create({language.empty() ? AnalyserSettings{}.language : language});
    if (!made) throw Xapian::InternalError(made.error().message);
    return analysers_.emplace(language, std::move(*made)).first->second;
  }

  std::string directory_;
  Xapian::WritableDatabase database_;
  std::string dictionary_;
  TextPacker packer_;
  TextUnpacker unpacker_;
  Xapian::docid last_before_ = 0;
  std::unordered_set<std::string> added_;
  std::unordered_map<std::string, DocumentRecord> replaced_;  // of added ids, as they were
  WordCounts words_;                                          // since take_words()
  std::map<std::string, Analyser> analysers_;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_live_segment(const std::string& directory) {
  return std::make_unique<LiveSegment>(directory);
}

}  // namespace palpate
