// Changing a database behind palpate's back.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "store/fields.h"
#include "store/glass/term_lists.h"
#include "store/stored_terms.h"

namespace palpate {

// As Xapian would keep it.
inline glass::TermList list_of(const std::string& directory, Xapian::docid passage) {
  const Xapian::Database database(directory);
  const auto held = terms_in_postings(database, {passage});
  std::vector<glass::ListedTerm> terms;
  for (const auto& [term, count] : held.at(passage)) terms.push_back({term, count});
  const Xapian::Document stored = database.get_document(passage);
  std::vector<unsigned> slots;
  for (unsigned slot = 0; slot <= static_cast<unsigned>(Slot::record); ++slot)
    if (!stored.get_value(slot).empty()) slots.push_back(slot);
  return glass::term_list(terms, slots);
}

// Runs `change(database)`, which may replace or remove that passage.
template <class Change>
void alter_database(const std::string& directory, Xapian::docid passage, Change&& change) {
  glass::put_term_lists(directory, {{passage, list_of(directory, passage)}});
  {
    Xapian::WritableDatabase database(directory, Xapian::DB_OPEN);
    change(database);
    database.commit();
  }
  glass::drop_term_lists(directory);
}

}  // namespace palpate
