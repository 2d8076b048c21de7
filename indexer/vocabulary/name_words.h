// Words and punctuation of running text, for reading names out of sentences.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace palpate {

struct NameWord {
  std::string_view text;  // a word with its hyphens and apostrophes, or one mark
  bool is_mark = false;   // of punctuation: one of ,;:()[] or a quotation mark or dash

  bool is(std::string_view other) const;      // but for capitals of ASCII
  bool is_like(const NameWord& other) const;  // likewise, and but for the s of a plural
};

using NameWords = std::vector<NameWord>;

// The sentences of a text, none empty; a line end also ends one. The views are of `text`.
std::vector<NameWords> name_sentences(std::string_view text);

}  // namespace palpate
