// The version file of a glass database ("iamglass"): where its tables begin, and what is counted
// over all documents. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/glass/table_writer.h"

namespace palpate::glass {

struct Statistics {
  std::uint64_t documents = 0;
  std::uint64_t total_length = 0;
  std::uint32_t least_length = 0;
  std::uint32_t most_length = 0;
  std::uint32_t most_count = 0;  // of a term in a document
};

// Of a new database that has no other tables. Throws Xapian::DatabaseError without random numbers.
std::string version_of(const TableRoot& postings, const Statistics& statistics);

// Whether a version file names a table of term lists. Throws Xapian::DatabaseCorruptError when it
// is none.
bool names_term_lists(std::string_view version);
// The same with this root of the term lists in place of the one it names.
std::string with_term_lists(std::string_view version, const TableRoot& lists);

}  // namespace palpate::glass
