#include "store/glass/table_writer.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>

namespace palpate::glass {
namespace {

constexpr std::size_t kDirectoryEntry = 2;
// So that four items fit into a block.
constexpr std::size_t kMostItemBytes = 2043;
constexpr std::size_t kMostKeyBytes = 255;
// Of an item that are not counted in its size: the size itself and that of the key.
constexpr std::size_t kUncountedBytes = 3;
constexpr std::size_t kComponentBytes = 2;
constexpr unsigned kFirst = 0x2000;
constexpr unsigned kLast = 0x4000;
constexpr std::uint32_t kRevision = 1;

void append_two(std::string& to, std::size_t value) {
  to += static_cast<char>(value >> 8U);
  to += static_cast<char>(value);
}

void append_four(std::string& to, std::uint32_t value) {
  append_two(to, value >> 16U);
  append_two(to, value & 0xFFFFU);
}

void set_two(std::string& bytes, std::size_t at, std::size_t value) {
  bytes[at] = static_cast<char>(value >> 8U);
  bytes[at + 1] = static_cast<char>(value);
}

}  // namespace

TableWriter::TableWriter(const std::string& file)
    : file_(file), out_(file, std::ios::binary | std::ios::trunc) {
  if (!out_) throw Xapian::DatabaseError("cannot write " + file_, errno);
  levels_.emplace_back(0U);
  // Every table begins with an item that has neither key nor tag.
  append_two(item_, kFirst | kLast);
  item_ += '\0';
  put(0, item_, {}, 0);
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  if (key.empty() || key.size() > kMostKeyBytes)
    throw Xapian::InvalidArgumentError("a key of " + std::to_string(key.size()) + " bytes");
  std::uint16_t component = 1;
  do {
    const bool first = component == 1;
    const std::size_t fixed = kUncountedBytes + key.size() + (first ? 0 : kComponentBytes);
    const std::string_view part = tag.substr(0, kMostItemBytes - fixed);
    tag.remove_prefix(part.size());
    const unsigned flags = (first ? kFirst : 0U) | (tag.empty() ? kLast : 0U);
    item_.clear();
    append_two(item_, flags | (fixed + part.size() - kUncountedBytes));
    item_ += static_cast<char>(key.size());
    item_ += key;
    if (!first) append_two(item_, component);
    item_ += part;
    put(0, item_, key, component);
    ++component;
  } while (!tag.empty());
  ++root_.entries;
}

TableRoot TableWriter::finish() {
  for (unsigned level = 0;; ++level) {
    const bool is_root = level + 1 == levels_.size();
    const std::string first_key = levels_[level].first_key;
    const bool is_first = levels_[level].is_first;
    root_.block = write(levels_[level]);
    root_.level = level;
    if (is_root) break;
    name_in_parent(level, root_.block, first_key, is_first);
  }
  out_.close();
  if (!out_) throw Xapian::DatabaseError("cannot write " + file_, errno);
  return root_;
}

// The item of `key` behind those that the level has; where the block is full, into a new one.
void TableWriter::put(unsigned level, std::string_view item, std::string_view key,
                      std::uint16_t component) {
  {
    Block& block = levels_[level];
    if (block.directory_end + kDirectoryEntry + item.size() > block.items_begin) {
      const std::string first_key = block.first_key;
      const bool is_first = block.is_first;
      const std::uint32_t number = write(block);
      Block next(level);
      next.is_first = false;
      levels_[level] = std::move(next);
      name_in_parent(level, number, first_key, is_first);
    }
  }
  Block& block = levels_[level];
  if (block.directory_end == kHeaderBytes) {
    block.first_key.assign(1, static_cast<char>(key.size())).append(key);
    append_two(block.first_key, component);
  }
  block.items_begin -= item.size();
  std::ranges::copy(item, block.bytes.begin() + static_cast<std::ptrdiff_t>(block.items_begin));
  set_two(block.bytes, block.directory_end, block.items_begin);
  block.directory_end += kDirectoryEntry;
}

// Gives the number of the block.
std::uint32_t TableWriter::write(Block& block) {
  std::string header;
  append_four(header, kRevision);
  header += static_cast<char>(block.level);
  const std::size_t free = block.items_begin - block.directory_end;
  append_two(header, free);  // the largest free stretch
  append_two(header, free);  // all that is free
  append_two(header, block.directory_end);
  std::ranges::copy(header, block.bytes.begin());
  if (!out_.write(block.bytes.data(), static_cast<std::streamsize>(block.bytes.size())))
    throw Xapian::DatabaseError("cannot write " + file_, errno);
  return root_.blocks++;
}

// The first block of a level stands under no key: all that sorts before the second's is in it.
void TableWriter::name_in_parent(unsigned level, std::uint32_t number, const std::string& first_key,
                                 bool is_first) {
  std::string item;
  append_four(item, number);
  item += is_first ? std::string(1 + kComponentBytes, '\0') : first_key;
  if (level + 1 == levels_.size()) levels_.emplace_back(level + 1);
  const auto size = static_cast<unsigned char>(first_key[0]);
  const std::string key = is_first ? std::string() : first_key.substr(1, size);
  const auto component = static_cast<std::uint16_t>(
      is_first ? 0
               : (static_cast<unsigned char>(first_key[1 + size]) << 8U) |
                     static_cast<unsigned char>(first_key[2 + size]));
  put(level + 1, item, key, component);
}

}  // namespace palpate::glass
