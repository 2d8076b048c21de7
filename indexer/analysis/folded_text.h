// A text after folding, with the way back: each UTF-16 unit knows the bytes that it came from.
// Private to this room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

struct FoldedText {
  std::u16string units;
  std::vector<std::uint32_t> begin;  // of each unit, in bytes of the source
  std::vector<std::uint32_t> end;
  bool ascii = true;

  void clear();
  void append(char16_t unit, std::size_t source_begin, std::size_t source_end);
};

// Folds `source` (at most 4 GB) into `folded`, replacing what was there. Beyond NFKC, case and
// accents it decides what touches what: typographic hyphens and apostrophes become the ASCII ones,
// and a blank without source keeps digits of different height apart (10⁹, 1½, pain³), so that no
// number arises that nobody wrote. Invalid UTF-8 and NUL become blanks.
void fold_text(std::string_view source, FoldedText& folded);

// Units of `text`, as UTF-8, cut to `max_bytes` between code points.
std::string to_utf8(std::u16string_view text, std::size_t max_bytes);

// `text`, cut to `max_bytes` between code points.
std::string_view cut_utf8(std::string_view text, std::size_t max_bytes);

}  // namespace palpate
