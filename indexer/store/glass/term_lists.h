// Term lists beside a database that keeps none.
//
// They would be a third of an index, and Xapian needs them for one thing only: to remove a
// document. So those of the documents that are about to go are put beside the database, and taken
// away when they are gone.
//
//   put_term_lists(generation, lists);
//   …                                  // Xapian removes the documents
//   drop_term_lists(generation);
//
// The version file is replaced by an atomic rename: whatever dies in between leaves a database that
// readers see unchanged, and drop_term_lists() makes it as it was. For the only writer of a
// database, while nothing has it open for writing. Throw Xapian::DatabaseError when a file cannot
// be written.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::glass {

struct ListedTerm {
  std::string_view text;
  std::uint32_t count = 0;  // wdf
};

// As the table holds it.
struct TermList {
  std::string terms;
  std::string slots;
};

// Terms in the order of their bytes, each once; slots ascending.
TermList term_list(std::span<const ListedTerm> terms, std::span<const unsigned> slots);

// By documents' numbers.
using TermLists = std::map<std::uint32_t, TermList>;
void put_term_lists(const std::string& database, const TermLists& lists);
// Does nothing where there are none. Their room on the disk is free first, which the version file
// may need.
void drop_term_lists(const std::string& database);
// Whether there is something to drop.
bool has_term_lists(const std::string& database);

}  // namespace palpate::glass
