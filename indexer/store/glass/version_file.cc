#include "store/glass/version_file.h"

#include <sys/random.h>
#include <xapian.h>

#include <array>
#include <cerrno>
#include <optional>

#include "store/glass/pack.h"

namespace palpate::glass {
namespace {

constexpr std::string_view kMagic("\x0f\x0dXapian Glass\x04\x6e", 16);
constexpr std::size_t kIdentityBytes = 16;
constexpr unsigned kDeflateFrom = 18;  // bytes of a tag, in the tables where Xapian deflates

constexpr unsigned kNoTable = 1;  // in what is told of a table's root

void append_root(std::string& to, const TableRoot& root, unsigned deflate_from) {
  constexpr unsigned kSequential = 2;
  const bool there = root.blocks != 0;
  pack_number(to, root.block);
  pack_number(to, (root.level << 2U) | kSequential | (there ? 0U : kNoTable));
  pack_number(to, root.entries);
  pack_number(to, kBlockBytes >> 11U);
  pack_number(to, deflate_from);
  std::string free_blocks;
  if (there) {
    pack_number(free_blocks, 1);  // revision
    pack_number(free_blocks, root.blocks);
    free_blocks.append(4, '\0');  // none
  }
  pack_text(to, free_blocks);
}

void append_statistics(std::string& to, const Statistics& statistics) {
  pack_number(to, statistics.documents);
  pack_number(to, 0);  // numbers that no document has
  pack_number(to, statistics.least_length);
  pack_number(to, statistics.most_count);
  pack_number(to, statistics.most_length - statistics.most_count);
  pack_number(to, 0);  // changesets
  pack_number(to, statistics.total_length);
  pack_number(to, 0);  // spelling
}

std::uint64_t number_in(std::string_view& bytes) {
  const std::optional<std::uint64_t> number = take_number(bytes);
  if (!number) throw Xapian::DatabaseCorruptError("a version file that ends too early");
  return *number;
}

void skip_root(std::string_view& bytes) {
  constexpr int kNumbers = 5;
  for (int i = 0; i < kNumbers; ++i) number_in(bytes);
  const std::uint64_t free_blocks = number_in(bytes);
  if (free_blocks > bytes.size())
    throw Xapian::DatabaseCorruptError("a version file that ends too early");
  bytes.remove_prefix(free_blocks);
}

// What stands behind the roots of postings and documents' data.
std::string_view from_term_lists_on(std::string_view version) {
  if (!version.starts_with(kMagic) || version.size() < kMagic.size() + kIdentityBytes)
    throw Xapian::DatabaseCorruptError("no version file of a glass database");
  std::string_view rest = version.substr(kMagic.size() + kIdentityBytes);
  number_in(rest);  // revision
  skip_root(rest);  // postings
  skip_root(rest);  // documents' data
  return rest;
}

}  // namespace

std::string version_of(const TableRoot& postings, const Statistics& statistics) {
  std::string bytes(kMagic);
  std::array<unsigned char, kIdentityBytes> identity{};
  if (::getrandom(identity.data(), identity.size(), 0) < 0)
    throw Xapian::DatabaseError("no random numbers", errno);
  bytes.append(reinterpret_cast<const char*>(identity.data()), identity.size());
  pack_number(bytes, 1);  // revision
  const TableRoot none;
  append_root(bytes, postings, 0);
  append_root(bytes, none, kDeflateFrom);  // documents' data
  append_root(bytes, none, kDeflateFrom);  // term lists
  append_root(bytes, none, 0);             // positions
  append_root(bytes, none, kDeflateFrom);  // spelling
  append_root(bytes, none, kDeflateFrom);  // synonyms
  append_statistics(bytes, statistics);
  return bytes;
}

bool names_term_lists(std::string_view version) {
  std::string_view rest = from_term_lists_on(version);
  number_in(rest);  // block
  return (number_in(rest) & kNoTable) == 0;
}

std::string with_term_lists(std::string_view version, const TableRoot& lists) {
  std::string_view rest = from_term_lists_on(version);
  std::string changed(version.substr(0, version.size() - rest.size()));
  append_root(changed, lists, kDeflateFrom);
  skip_root(rest);
  return changed.append(rest);
}

}  // namespace palpate::glass
