// The passages of a document as they are stored. Includes Xapian, whose exceptions pass through.
#pragma once

#include <string>
#include <vector>

#include "store/record.h"
#include "store/snapshot.h"

namespace palpate {

inline std::vector<PassageRecord> passages_of_document(const Snapshot& index,
                                                       const std::string& id) {
  std::vector<PassageRecord> passages;
  for (const Xapian::docid number : index.passages_of(id))
    passages.push_back(index.passage(number));
  return passages;
}

}  // namespace palpate
