// The contents of a database before it is written, in the order they came. Private to the room.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/word_numbers.h"

namespace palpate::glass {

struct Posting {
  std::uint32_t term = 0;   // its number
  std::uint32_t count = 0;  // wdf
};

struct GatheredDocument {
  std::size_t postings_end = 0;
  std::size_t values_end = 0;
  std::uint32_t length = 0;
};

struct GatheredValue {
  unsigned slot = 0;
  std::size_t end = 0;  // in value_bytes
};

struct Gathered {
  WordNumbers terms;
  std::vector<Posting> postings;            // document by document, each term once in each
  std::vector<GatheredDocument> documents;  // the first is number 1
  std::vector<GatheredValue> values;        // document by document, slots ascending
  std::string value_bytes;
  std::map<std::string, std::string> metadata;
};

// Into a folder that is not there yet. Throws Xapian::DatabaseError when it cannot be written.
void write_database(const Gathered& gathered, const std::string& directory);

}  // namespace palpate::glass
