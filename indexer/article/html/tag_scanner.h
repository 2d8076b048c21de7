// Reads tags off a page's markup the way the HTML standard's tokenizer does. Linear: no byte is
// looked at twice for one tag.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace palpate {

// A tag's name in lower case as a number: up to eight bytes as they are, longer ones hashed.
constexpr std::uint64_t tag_key(std::string_view name) {
  const auto lower = [](char c) {
    return static_cast<std::uint64_t>(
        static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c));
  };
  std::uint64_t key = 0;
  if (name.size() <= 8) {
    for (const char c : name) key = key << 8 | lower(c);
    return key;
  }
  key = 14695981039346656037U;  // FNV-1a
  for (const char c : name) key = (key ^ lower(c)) * 1099511628211U;
  return key | std::uint64_t{1} << 63;
}

struct ScannedAttribute {
  std::string_view name;   // as written
  std::string_view value;  // between the quotes, character references not yet decoded
};

struct ScannedTag {
  std::uint64_t key = 0;
  bool closing = false;                      // </div>
  bool self_closing = false;                 // <br/>
  bool cut = false;                          // the page ends inside of it
  std::size_t end = 0;                       // the byte after its '>'
  std::vector<ScannedAttribute> attributes;  // at most kMaxAttributes
};

inline constexpr std::size_t kMaxAttributes = 64;

// Reads the tag that begins at page[at] == '<' followed by a letter, or by '/' and a letter.
void scan_tag(std::string_view page, std::size_t at, ScannedTag& tag);

// Where "</name" begins at or after `from`, any case; npos when it does not.
std::size_t find_end_tag(std::string_view page, std::string_view name, std::size_t from);

bool equals_ignoring_case(std::string_view text, std::string_view lower);

}  // namespace palpate
