// Footnotes of a Markdown text: "[^1]" where one belongs to, "[^1]: Doe 2019 …" what it says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate {

struct TextAndNotes {
  std::string text;                // without marks and without the notes
  std::vector<std::string> notes;  // Markdown, without their marks, in order
};

// Code blocks are left as they are. A mark of which there is no note goes when it is a number.
TextAndNotes take_footnotes(std::string_view text);

}  // namespace palpate
