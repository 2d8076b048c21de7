// A database of Xapian's glass format, gathered in memory and written at once.
//
//   DatabaseWriter writer;
//   writer.add_document(passage);      // numbered from 1
//   writer.set_metadata("key", "value");
//   writer.write("segment-0");         // a folder that Xapian::Database opens
//
// Xapian keeps the postings that are not flushed yet in maps of maps, a node a posting. Here a
// posting is twelve bytes in the order it came in, and is sorted once, by counting, when the
// database is written. One thread at a time; throws Xapian::DatabaseError when a file cannot be
// written.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/glass/gathered.h"
#include "store/passage_entry.h"

namespace palpate::glass {

class DatabaseWriter {
 public:
  void add_document(const PassageEntry& passage);
  // Of terms, for entries that hold numbers. Others after write().
  WordNumbers& term_numbers() { return gathered_.terms; }
  // Replaces what the key had; "" removes it.
  void set_metadata(const std::string& key, const std::string& value);

  bool empty() const { return gathered_.documents.empty() && gathered_.metadata.empty(); }
  // No document may be added any more: numbers are packed in so many bytes.
  bool full() const;
  // What is held, and what writing it takes besides.
  std::size_t bytes() const;

  std::size_t documents() const { return gathered_.documents.size(); }
  // Of the nth document, from 0; "" when it has none in that slot.
  std::string_view value_of(std::size_t nth, unsigned slot) const;
  // Appends to its second argument what is stored in place of the first.
  using Rewrite = std::function<void(std::string_view, std::string&)>;
  void rewrite_values(unsigned slot, const Rewrite& rewrite);

  // Into a folder that is not there yet; then the writer is empty.
  void write(const std::string& directory);

 private:
  void add_term(std::uint32_t term, unsigned count, std::size_t first_posting);

  Gathered gathered_;
  std::size_t metadata_bytes_ = 0;
  std::vector<std::size_t> last_posting_;  // of each term, its place in the postings and one
};

}  // namespace palpate::glass
