// The two ways of writing a segment behind one face; see segment.h. Private to the store.
//
// Xapian's exceptions pass through.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "article/article.h"
#include "passage/passage.h"
#include "store/record.h"
#include "store/segment.h"
#include "store/text_packing.h"
#include "store/word_counts.h"

namespace palpate {

class SegmentWriter {
 public:
  SegmentWriter() = default;
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;
  virtual ~SegmentWriter() = default;

  virtual void add(const Article& article, const std::vector<Passage>& passages, Analyser& analyser,
                   const std::string& file) = 0;
  virtual void remove(const FileRecord& file) = 0;
  virtual WordCounts take_words() = 0;
  virtual void add_words(const WordCounts& words) = 0;
  virtual void set_metadata(const std::string& key, const std::string& value) = 0;
  // All keys with that beginning, and no others, come to be those given.
  virtual void replace_metadata(const std::string& prefix,
                                std::map<std::string, std::string> entries) = 0;
  virtual void finish() = 0;
  virtual void commit() = 0;
  virtual std::string dictionary() const = 0;
  virtual std::vector<std::string> directories() const = 0;
};

std::unique_ptr<SegmentWriter> make_bulk_segment(const std::string& directory,
                                                 const SegmentSettings& settings);
std::unique_ptr<SegmentWriter> make_live_segment(const std::string& directory, bool has_readers);

}  // namespace palpate
