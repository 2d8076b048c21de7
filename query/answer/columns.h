// How many terminal columns characters take, and where a line of them may break.
#pragma once

#include <unicode/umachine.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

// Appends `raw` so that a terminal can only show it; see DisplayText::append.
void append_safe(std::string_view raw, std::string& safe);

// For each byte position of `safe` (and its end) the columns of what stands before it.
std::vector<std::size_t> column_sums(std::string_view safe);

// A place where a line may end: its text ends at `end`, the next line's begins at `next`.
struct LineBreak {
  std::size_t end = 0;
  std::size_t next = 0;
};

// In order; the last is the end of the text.
std::vector<LineBreak> line_breaks(const std::string& safe);

// `at` moved forward past the rest of its character, the combining marks on it and what a joiner
// ties to it.
std::size_t character_end(std::string_view text, std::size_t at);
// `at` moved back to where such a character begins, but not before `floor`.
std::size_t character_begin(std::string_view text, std::size_t at, std::size_t floor = 0);

}  // namespace palpate
