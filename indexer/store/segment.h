// A database that passages are written into: a private one that will be merged, or the current
// generation itself.
//
// Nothing written is visible to readers before commit(). One thread writes a segment; different
// segments may be written at the same time. Not committing loses what was written and leaves the
// database as it was.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "article/article.h"
#include "palpate/error.h"
#include "passage/passage.h"
#include "store/record.h"
#include "store/settings.h"
#include "store/text_packing.h"
#include "store/vocabulary.h"
#include "store/word_counts.h"

namespace palpate {

class SegmentWriter;

// Of new segments.
struct SegmentSettings {
  std::size_t most_bytes = std::size_t{256} << 20U;  // that it holds in memory
  // Of all segments of the index.
  std::shared_ptr<SharedDictionary> dictionary = std::make_shared<SharedDictionary>("");
};

class Segment {
 public:
  // New databases, in folders whose names begin with `directory`; see directories().
  static Result<Segment> create(const std::string& directory, const SegmentSettings& settings);
  // An existing one, all of whose changes become visible at once with commit().
  static Result<Segment> open(const std::string& directory);
  // One that nobody reads: some changes may be written before commit().
  static Result<Segment> open_copy(const std::string& directory);
  Segment(Segment&&) noexcept;
  Segment& operator=(Segment&&) noexcept;
  ~Segment();

  Status add(const Article& article, const std::vector<Passage>& passages, Analyser& analyser,
             const std::string& file);
  // Removes a file's documents, their passages and its record, as they were when the segment was
  // opened: what was added since stays, even under the same path or id.
  Status remove(const FileRecord& file);
  Status put(const FileRecord& file);
  Status put_setting(std::string_view key, std::string_view value);
  Status put(const IndexSettings& settings);
  // In place of the former list of its source; one without groups leaves none.
  Status put(const VocabularyList& list);
  // The words of what was added since, less those of what was removed. They are not in the database
  // yet: when segments are merged one of them must take the words of all.
  WordCounts take_words();
  Status add_words(const WordCounts& words);
  // Writes what a new segment holds, so that commit() has no work left. Once all is added.
  Status finish();
  Status commit();
  // What its records are packed with.
  std::string dictionary() const;
  // Of the databases that were committed, in the order of their documents.
  std::vector<std::string> directories() const;

 private:
  Segment(std::string directory, std::unique_ptr<SegmentWriter> writer);
  std::string directory_;
  std::unique_ptr<SegmentWriter> writer_;
};

// Joins databases into a new one at `target`, which must not exist. Document numbers follow the
// order given.
Status merge_segments(const std::vector<std::string>& directories, const std::string& target);

}  // namespace palpate
