// The characters of a line, looked at without knowing its language: what it begins with, what it
// ends with, how many words it has. All texts are UTF-8; invalid bytes count as U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palpate {

// The character at `at`, which moves behind it. `at` must lie inside `text`.
char32_t next_character(std::string_view text, std::size_t& at);
void append_character(std::string& text, char32_t character);

// One blank for every run of white space (no-break and other blanks of Unicode too), none at the
// ends; control characters, byte order marks and zero-width spaces are left out.
std::string fold_blanks(std::string_view text);

// `text` without white space (ASCII) at its ends.
std::string_view trimmed(std::string_view text);

// Words are counted by blanks, and only those that hold a letter or a digit.
std::size_t count_words(std::string_view text);
std::size_t count_characters(std::string_view text);

bool has_letter(std::string_view text);
bool has_digit(std::string_view text);

// True when the first letter or digit, behind quotes and brackets, is not a lower-case letter.
bool begins_upper(std::string_view text);
// True when every word of four letters or more begins with an upper-case letter, and one does.
bool is_title_case(std::string_view text);
// True when it has upper-case letters only, and four at least: "REFERENCES", "TREATING TMJ PAIN".
bool is_all_caps(std::string_view text);
// Ends as a sentence does: . ! ? … or their like, closing quotes and brackets left aside.
bool ends_sentence(std::string_view text);
// Says something, as a picture's alternative text may: four words and the end of a sentence, or
// many words.
bool is_sentence_like(std::string_view text);
// The last character that is not a closing quote or bracket; 0 when there is none.
char32_t last_mark(std::string_view text);

}  // namespace palpate
