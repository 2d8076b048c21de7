// The few forms that queries of Xapian's are put together from.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "store/fields.h"

namespace palpate {

// A word as a term of the field.
inline std::string prefixed(Field field, std::string_view word) {
  return std::string(prefix_of(field)).append(word);
}

inline Xapian::Query any_of(const std::vector<Xapian::Query>& queries, Xapian::Query::op op) {
  return queries.size() == 1 ? queries.front() : Xapian::Query(op, queries.begin(), queries.end());
}

inline Xapian::Query scaled(const Xapian::Query& query, double factor) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, factor};
}

}  // namespace palpate
