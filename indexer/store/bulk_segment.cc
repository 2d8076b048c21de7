#include <algorithm>
#include <utility>

#include "store/article_checksum.h"
#include "store/fields.h"
#include "store/glass/database_writer.h"
#include "store/keys.h"
#include "store/passage_terms.h"
#include "store/segment_writer.h"

namespace palpate {
namespace {

constexpr auto kRecordSlot = static_cast<unsigned>(Slot::record);

// Gathers documents in memory and writes them as databases of so many bytes, which Xapian reads
// when they are merged.
class BulkSegment : public SegmentWriter {
 public:
  BulkSegment(std::string directory, SegmentSettings settings)
      : directory_(std::move(directory)), settings_(std::move(settings)) {}

  void add(const Article& article, const std::vector<Passage>& passages, Analyser& analyser,
           const std::string& file) override {
    PassageDocuments documents(article, analyser, file, words_, &writer_.term_numbers());
    for (const Passage& passage : passages) {
      if (writer_.full()) write_out();
      writer_.add_document(documents.entry(passage));
    }
    DocumentRecord record = record_of(article, passages.size());
    record.checksum = article_checksum(record, article, passages);
    words_.add(record, analyser, 1);
    documents_.emplace_back(document_key(article.id), encode(record));
    document_bytes_ += documents_.back().first.size() + 2 * documents_.back().second.size();
    if (writer_.bytes() + document_bytes_ > settings_.most_bytes) write_out();
  }

  void remove(const FileRecord& file) override {
    throw Xapian::InvalidOperationError("nothing is removed from a new segment: " + file.path);
  }

  WordCounts take_words() override { return std::exchange(words_, {}); }
  void add_words(const WordCounts& words) override {
    for (const auto& [key, bucket] : words.buckets()) writer_.set_metadata(key, bucket);
  }
  void set_metadata(const std::string& key, const std::string& value) override {
    writer_.set_metadata(key, value);
  }
  // It has none of them yet.
  void replace_metadata(const std::string& /*prefix*/,
                        std::map<std::string, std::string> entries) override {
    for (const auto& [key, value] : entries) writer_.set_metadata(key, value);
  }

  void finish() override {
    if (!writer_.empty() || !documents_.empty()) write_out();
  }
  void commit() override {
    finish();
    if (directories_.empty()) write_out();
  }
  std::string dictionary() const override { return settings_.dictionary->get(); }
  std::vector<std::string> directories() const override { return directories_; }

 private:
  void write_out() {
    TextPacker packer(settings_.dictionary->get_or_train(sample()));
    writer_.rewrite_values(kRecordSlot, [&](std::string_view record, std::string& to) {
      packer.append_packed(record, to);
    });
    for (const auto& [key, record] : documents_) {
      std::string packed;
      packer.append_packed(record, packed);
      writer_.set_metadata(key, packed);
    }
    documents_.clear();
    document_bytes_ = 0;
    const std::string directory = directory_ + "." + std::to_string(directories_.size());
    writer_.write(directory);
    directories_.push_back(directory);
  }

  // From all over the segment: one from each stretch of it.
  TextSample sample() const {
    TextSample sample;
    const std::size_t count = writer_.documents();
    if (count == 0) return sample;
    const std::size_t stretch = std::max<std::size_t>(1, count / kSampled);
    for (std::size_t i = 0; i < count && !sample.full(); i += stretch)
      sample.add(writer_.value_of(i, kRecordSlot));
    const std::size_t documents = std::max<std::size_t>(1, documents_.size() / kSampledDocuments);
    for (std::size_t i = 0; i < documents_.size(); i += documents) sample.add(documents_[i].second);
    return sample;
  }

  static constexpr std::size_t kSampled = 2500;
  static constexpr std::size_t kSampledDocuments = 500;

  std::string directory_;
  SegmentSettings settings_;
  glass::DatabaseWriter writer_;
  std::vector<std::pair<std::string, std::string>> documents_;  // key, record
  std::size_t document_bytes_ = 0;
  WordCounts words_;
  std::vector<std::string> directories_;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_bulk_segment(const std::string& directory,
                                                 const SegmentSettings& settings) {
  return std::make_unique<BulkSegment>(directory, settings);
}

}  // namespace palpate
