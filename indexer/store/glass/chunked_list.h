// Posting lists as glass tables hold them. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "store/glass/pack.h"
#include "store/glass/table_writer.h"

namespace palpate::glass {

// Chunks of postings and values are ended once they have so many bytes: as in Xapian, a little less
// than an item holds, so that what is over fills a block's rest.
inline constexpr std::size_t kChunkBytes = 2000;

// A posting list, or the list of the documents' lengths, as chunks under ascending keys.
class ChunkedList {
 public:
  // `key` is that of the first chunk; those behind it have `later_key` and their first document.
  ChunkedList(TableWriter& table, std::string key, std::string later_key)
      : table_(table), key_(std::move(key)), later_key_(std::move(later_key)) {}

  // `totals` stands before the first chunk.
  void begin(std::string totals) { header_ = std::move(totals); }

  void add(std::uint32_t document, std::uint32_t count) {
    if (body_.size() >= kChunkBytes) end_chunk(false);
    if (body_.empty()) {
      first_ = document;
      if (chunks_ == 0) pack_number(header_, document - 1);
    } else {
      pack_number(body_, document - last_ - 1);
    }
    pack_number(body_, count);
    last_ = document;
  }

  void end() { end_chunk(true); }

 private:
  void end_chunk(bool is_last) {
    std::string key = key_;
    if (chunks_ != 0) {
      key = later_key_;
      pack_for_key(key, first_);
    }
    header_ += is_last ? '1' : '0';
    pack_number(header_, last_ - first_);
    table_.add(key, header_ + body_);
    header_.clear();
    body_.clear();
    ++chunks_;
  }

  TableWriter& table_;
  std::string key_;
  std::string later_key_;
  std::string header_;
  std::string body_;
  std::size_t chunks_ = 0;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace palpate::glass
