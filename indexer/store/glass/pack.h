// Numbers and strings as Xapian's glass tables hold them. Private to the store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/record_bytes.h"

namespace palpate::glass {

// Seven bits a byte, low first.
inline void pack_number(std::string& to, std::uint64_t value) { append_number(to, value); }

inline void pack_text(std::string& to, std::string_view text) {
  append_number(to, text.size());
  to += text;
}

// Document numbers below this can be packed for a key.
inline constexpr std::uint32_t kDocumentNumbers = 1U << 22U;

// High byte first, so that keys sort as the numbers do: two bytes below 2^15, three with a mark
// above.
inline void pack_for_key(std::string& to, std::uint32_t document) {
  constexpr std::uint32_t kTwoBytes = 1U << 15U;
  constexpr std::uint32_t kThreeBytesMark = 0x80;
  if (document >= kTwoBytes) to += static_cast<char>(kThreeBytesMark | (document >> 16U));
  to += static_cast<char>(document >> 8U);
  to += static_cast<char>(document);
}

// A term as the beginning of a key: a NUL in it is marked, so that it does not end the term.
inline std::string key_of_term(std::string_view term) {
  std::string key;
  for (const char byte : term) {
    key += byte;
    if (byte == '\0') key += '\xff';
  }
  return key;
}

}  // namespace palpate::glass
