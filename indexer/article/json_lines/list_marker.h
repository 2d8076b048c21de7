// Signs of layout within running text: list markers and the ends of sentences.
//
// The functions hold no state and may be called from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace palpate {

enum class MarkerKind : unsigned char {
  dash,       // "- ", "* ": also stands between words
  bullet,     // "• " and its like: never stands between words
  number,     // "1. ", "2) "
  line_only,  // "– ", "· ": marks an item at the start of a line only
};

struct ListMarker {
  MarkerKind kind = MarkerKind::dash;
  std::size_t size = 0;  // in bytes, with the white space behind it
  int number = 0;        // of a number
};

// The list marker that `text` begins with, when something to list follows it.
std::optional<ListMarker> list_marker(std::string_view text);

// Whether `text` begins with an upper-case letter, quotes and brackets before it aside.
bool begins_with_capital(std::string_view text);

// Where the first sentence of `text` ends, before the white space behind it; text.size() when there
// is only one. "Dr. Hill", "e.g. this" and initials do not end one.
std::size_t first_sentence_end(std::string_view text);

inline bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

}  // namespace palpate
