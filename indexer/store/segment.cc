#include "store/segment.h"

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
#include "store/xapian_error.h"

namespace palpate {
namespace {

// A segment is flushed after so many passages. Xapian gathers postings in maps of maps, which fall
// out of the processor's caches when they grow: flushing at Xapian's own 10,000 takes 1.6 times as
// long as at 500.
constexpr std::size_t kFlushPassages = 500;

}  // namespace

class Segment::Impl {
 public:
  Impl(const std::string& directory, int flags, bool transaction)
      : directory_(directory), database_(directory, flags), transaction_(transaction) {
    if (transaction_) database_.begin_transaction();
    last_before_ = database_.get_lastdocid();
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  // Left alone, Xapian commits what is pending when a database goes, and aborts the program when
  // that fails as what came before it did. What goes within a transaction is cancelled.
  ~Impl() {
    try {
      if (!transaction_) database_.begin_transaction(false);
    } catch (const Xapian::Error&) {
      return;  // a database that is closed already has nothing to commit
    }
  }

  void add(const Article& article, const std::vector<Passage>& passages, Analyser& analyser,
           const std::string& file) {
    PassageDocuments documents(article, analyser, file, words_);
    for (const Passage& passage : passages) database_.add_document(documents.document(passage));
    if (transaction_ && !added_.contains(article.id))
      if (auto replaced = stored_document(article.id))
        replaced_.emplace(article.id, *std::move(replaced));
    DocumentRecord record = record_of(article, passages.size());
    record.checksum = article_checksum(record, article, passages);
    words_.add(record, analyser, 1);
    database_.set_metadata(document_key(article.id), encode(record));
    if (transaction_) added_.insert(article.id);
    pending_ += passages.size();
    if (!transaction_ && pending_ >= kFlushPassages) {
      database_.commit();
      pending_ = 0;
    }
  }

  void remove(const FileRecord& file) {
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

  WordCounts take_words() { return std::exchange(words_, {}); }
  void add_words(const WordCounts& words) { words.write_to(database_); }

  void set_metadata(const std::string& key, const std::string& value) {
    database_.set_metadata(key, value);
  }

  // All keys with that beginning, and no others, come to be those given. What stays as it is is not
  // written: overwriting a large list takes its size once more on disk.
  void replace_metadata(const std::string& prefix, std::map<std::string, std::string> entries) {
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

  void commit() {
    if (transaction_) {
      database_.commit_transaction();
      database_.begin_transaction();
    } else {
      database_.commit();
    }
    pending_ = 0;
  }

  const std::string& directory() const { return directory_; }

 private:
  std::optional<DocumentRecord> stored_document(const std::string& id) const {
    return decode_document(database_.get_metadata(document_key(id)));
  }

  // As it was before anything was added.
  std::optional<DocumentRecord> old_document(const std::string& id) const {
    const auto replaced = replaced_.find(id);
    if (replaced != replaced_.end()) return replaced->second;
    return added_.contains(id) ? std::nullopt : stored_document(id);
  }

  void uncount(Xapian::docid number) {
    const Xapian::Document passage = database_.get_document(number);
    const auto record = decode_passage(passage.get_data());
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
  bool transaction_;
  Xapian::docid last_before_ = 0;
  std::unordered_set<std::string> added_;
  std::unordered_map<std::string, DocumentRecord> replaced_;  // of added ids, as they were
  WordCounts words_;                                          // since take_words()
  std::map<std::string, Analyser> analysers_;
  std::size_t pending_ = 0;  // passages
};

Segment::Segment(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&&) noexcept = default;
Segment::~Segment() = default;

Result<Segment> Segment::create(const std::string& directory) {
  return guarded("create " + directory, [&]() -> Result<Segment> {
    // Not synced: a segment is worth nothing until it is merged, and the merged generation is.
    const int flags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS;
    return Segment(std::make_unique<Impl>(directory, flags, false));
  });
}

Result<Segment> Segment::open(const std::string& directory) {
  return guarded("write " + directory, [&]() -> Result<Segment> {
    return Segment(std::make_unique<Impl>(directory, Xapian::DB_OPEN, true));
  });
}

Status Segment::add(const Article& article, const std::vector<Passage>& passages,
                    Analyser& analyser, const std::string& file) {
  return guarded("write " + impl_->directory(), [&]() -> Status {
    impl_->add(article, passages, analyser, file);
    return Done{};
  });
}

Status Segment::remove(const FileRecord& file) {
  return guarded("write " + impl_->directory(), [&]() -> Status {
    impl_->remove(file);
    return Done{};
  });
}

Status Segment::put(const FileRecord& file) {
  return put_setting(file_key(file.path), encode(file));
}

Status Segment::put_setting(std::string_view key, std::string_view value) {
  return guarded("write " + impl_->directory(), [&]() -> Status {
    impl_->set_metadata(std::string(key), std::string(value));
    return Done{};
  });
}

Status Segment::put(const IndexSettings& settings) {
  for (const auto& [name, value] : listed(settings)) {
    Status done = put_setting(std::string(kSettingKeys) + name, value);
    if (!done) return done;
  }
  return Done{};
}

WordCounts Segment::take_words() { return impl_->take_words(); }

Status Segment::add_words(const WordCounts& words) {
  return guarded("write " + impl_->directory(), [&]() -> Status {
    impl_->add_words(words);
    return Done{};
  });
}

Status Segment::put(const VocabularyList& list) {
  Result<std::map<std::string, std::string>> entries = metadata_of(list);
  if (!entries) return entries.error();
  return guarded("write " + impl_->directory(), [&]() -> Status {
    impl_->replace_metadata(vocabulary_keys(static_cast<char>(list.source)), *std::move(entries));
    return Done{};
  });
}

Status Segment::commit() {
  return guarded("write " + impl_->directory(), [&]() -> Status {
    impl_->commit();
    return Done{};
  });
}

Status merge_segments(const std::vector<std::string>& directories, const std::string& target) {
  return guarded("merge into " + target, [&]() -> Status {
    Xapian::Database all;
    for (const std::string& directory : directories) all.add_database(Xapian::Database(directory));
    all.compact(target);
    return Done{};
  });
}

}  // namespace palpate
