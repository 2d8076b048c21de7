#include "store/glass/term_lists.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "store/durability.h"
#include "store/glass/pack.h"
#include "store/glass/table_writer.h"
#include "store/glass/version_file.h"

namespace palpate::glass {
namespace {

namespace fs = std::filesystem;

fs::path lists_of(const std::string& database) { return fs::path(database) / "termlist.glass"; }

void demand(const Status& done) {
  if (!done) throw Xapian::DatabaseError(done.error().message);
}

std::string read_version(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Xapian::DatabaseOpeningError("cannot read " + file.string(), errno);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Under the name that Xapian gives its own, which whoever tidies up knows. What it says must be on
// disk before it takes the place of the old one; of the lists themselves nothing is lost with them.
void replace_version(const fs::path& database, const std::string& version) {
  const fs::path fresh = database / "v.tmp";
  {
    errno = 0;
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out.write(version.data(), static_cast<std::streamsize>(version.size()));
    if (!out.flush()) throw Xapian::DatabaseError("cannot write " + fresh.string(), errno);
  }
  demand(sync_file(fresh));
  std::error_code failed;
  fs::rename(fresh, database / "iamglass", failed);
  if (failed)
    throw Xapian::DatabaseError("cannot rename " + fresh.string() + ": " + failed.message());
}

}  // namespace

TermList term_list(std::span<const ListedTerm> terms, std::span<const unsigned> slots) {
  constexpr std::size_t kByte = 256;
  TermList list;
  std::uint64_t length = 0;
  for (const ListedTerm& term : terms) length += term.count;
  pack_number(list.terms, length);
  pack_number(list.terms, terms.size());
  std::string_view before;
  for (const auto& [text, count] : terms) {
    // What it shares with the one before it is left out.
    const auto [end, ignored] = std::ranges::mismatch(before, text);
    const auto shared = static_cast<std::size_t>(end - before.begin());
    const std::string_view rest = text.substr(shared);
    // A small count and the shared length go into one byte.
    const std::size_t both = (std::size_t{count} + 1) * (before.size() + 1) + shared;
    const bool is_first = before.empty();
    if (!is_first) list.terms += static_cast<char>(both < kByte ? both : shared);
    list.terms += static_cast<char>(rest.size());
    list.terms += rest;
    if (is_first || both >= kByte) pack_number(list.terms, count);
    before = text;
  }
  unsigned next = 0;
  for (const unsigned slot : slots) {
    pack_number(list.slots, slot - next);
    next = slot + 1;
  }
  return list;
}

void put_term_lists(const std::string& database, const TermLists& lists) {
  TableWriter table(lists_of(database).string());
  for (const auto& [document, list] : lists) {
    std::string key;
    pack_for_key(key, document);
    table.add(key, list.terms);
    if (!list.slots.empty()) table.add(key + '\0', list.slots);
  }
  const TableRoot root = table.finish();
  const std::string version = read_version(fs::path(database) / "iamglass");
  replace_version(database, with_term_lists(version, root));
}

// A table that is named and not there is one that nothing was written to yet, to readers too.
void drop_term_lists(const std::string& database) {
  const std::string version = read_version(fs::path(database) / "iamglass");
  const bool named = names_term_lists(version);
  std::error_code failed;
  const fs::path lists = lists_of(database);
  fs::remove(lists, failed);
  if (failed)
    throw Xapian::DatabaseError("cannot remove " + lists.string() + ": " + failed.message());
  if (named) replace_version(database, with_term_lists(version, TableRoot{}));
}

bool has_term_lists(const std::string& database) {
  std::error_code failed;
  return fs::exists(lists_of(database), failed) ||
         names_term_lists(read_version(fs::path(database) / "iamglass"));
}

}  // namespace palpate::glass
