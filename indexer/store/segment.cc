#include "store/segment.h"

#include <xapian.h>

#include <map>
#include <utility>

#include "store/keys.h"
#include "store/segment_writer.h"
#include "store/xapian_error.h"

namespace palpate {

Segment::Segment(std::string directory, std::unique_ptr<SegmentWriter> writer)
    : directory_(std::move(directory)), writer_(std::move(writer)) {}
Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&&) noexcept = default;
Segment::~Segment() = default;

Result<Segment> Segment::create(const std::string& directory, const SegmentSettings& settings) {
  return guarded("create " + directory, [&]() -> Result<Segment> {
    return Segment(directory, make_bulk_segment(directory, settings));
  });
}

Result<Segment> Segment::open(const std::string& directory) {
  return guarded("write " + directory, [&]() -> Result<Segment> {
    return Segment(directory, make_live_segment(directory, true));
  });
}

Result<Segment> Segment::open_copy(const std::string& directory) {
  return guarded("write " + directory, [&]() -> Result<Segment> {
    return Segment(directory, make_live_segment(directory, false));
  });
}

Status Segment::add(const Article& article, const std::vector<Passage>& passages,
                    Analyser& analyser, const std::string& file) {
  return guarded("write " + directory_, [&]() -> Status {
    writer_->add(article, passages, analyser, file);
    return Done{};
  });
}

Status Segment::remove(const FileRecord& file) {
  return guarded("write " + directory_, [&]() -> Status {
    writer_->remove(file);
    return Done{};
  });
}

Status Segment::put(const FileRecord& file) {
  return put_setting(file_key(file.path), encode(file));
}

Status Segment::put_setting(std::string_view key, std::string_view value) {
  return guarded("write " + directory_, [&]() -> Status {
    writer_->set_metadata(std::string(key), std::string(value));
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

WordCounts Segment::take_words() { return writer_->take_words(); }

Status Segment::add_words(const WordCounts& words) {
  return guarded("write " + directory_, [&]() -> Status {
    writer_->add_words(words);
    return Done{};
  });
}

Status Segment::put(const VocabularyList& list) {
  Result<std::map<std::string, std::string>> entries = metadata_of(list);
  if (!entries) return entries.error();
  return guarded("write " + directory_, [&]() -> Status {
    writer_->replace_metadata(vocabulary_keys(static_cast<char>(list.source)), *std::move(entries));
    return Done{};
  });
}

std::vector<std::string> Segment::directories() const { return writer_->directories(); }

std::string Segment::dictionary() const { return writer_->dictionary(); }

Status Segment::finish() {
  return guarded("write " + directory_, [&]() -> Status {
    writer_->finish();
    return Done{};
  });
}

Status Segment::commit() {
  return guarded("write " + directory_, [&]() -> Status {
    writer_->commit();
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
