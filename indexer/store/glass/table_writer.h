// A table of Xapian's glass format (a B-tree in blocks of 8 KB), written once, in the order of its
// keys.
//
// Xapian builds its tables by inserting into them, which is most of the cost of indexing. What is
// known in full beforehand is written from the bottom up instead: blocks of items are filled one
// after the other, and each full block puts its first key into the block above. Only segments are
// made this way; Xapian itself reads them and writes the tables that are kept (see
// bulk_segment.cc).
//
// The layout is that of format 2016-03-14, which every Xapian 1.4 reads; tests check tables with
// Xapian's own checker. Throws Xapian::DatabaseError where a file cannot be written.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::glass {

inline constexpr std::size_t kBlockBytes = 8192;

// Where a finished table begins: what the version file says of it.
struct TableRoot {
  std::uint32_t block = 0;
  unsigned level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  // 0: there is no such table
};

class TableWriter {
 public:
  explicit TableWriter(const std::string& file);

  // Keys come in ascending order and are not empty. A tag longer than an item is spread over
  // several.
  void add(std::string_view key, std::string_view tag);
  TableRoot finish();

 private:
  struct Block {
    explicit Block(unsigned level_of_tree) : level(level_of_tree), bytes(kBlockBytes, '\0') {}
    unsigned level;
    std::string bytes;
    std::size_t directory_end = kHeaderBytes;
    std::size_t items_begin = kBlockBytes;
    std::string first_key;  // with its component: how the block above names this one
    bool is_first = true;   // of its level
  };
  static constexpr std::size_t kHeaderBytes = 11;

  void put(unsigned level, std::string_view item, std::string_view key, std::uint16_t component);
  std::uint32_t write(Block& block);
  void name_in_parent(unsigned level, std::uint32_t number, const std::string& first_key,
                      bool is_first);

  std::string file_;
  std::ofstream out_;
  std::vector<Block> levels_;  // the blocks being filled, leaves first
  TableRoot root_;
  std::string item_;
};

}  // namespace palpate::glass
