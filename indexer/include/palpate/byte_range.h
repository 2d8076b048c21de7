// A stretch of a text, in bytes of its UTF-8 form: [begin, end).
#pragma once

#include <cstddef>
#include <string_view>

namespace palpate {

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

}  // namespace palpate
