#include "article/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace palpate {
namespace {

UChar32 code(char32_t character) { return static_cast<UChar32>(character); }

bool is_alnum(char32_t character) { return u_isalnum(code(character)) != 0; }

bool is_invisible(char32_t character) {
  return character == 0x200B || character == 0xFEFF || character == 0x2060 || character == 0x200E ||
         character == 0x200F || (u_charType(code(character)) == U_CONTROL_CHAR);
}

bool is_closing(char32_t character) {
  constexpr std::u32string_view kClosing = U"\"')]}»”’›*_";
  return kClosing.find(character) != std::u32string_view::npos;
}

// Calls visit(word) for each run between blanks until it says false.
template <class Visit>
void each_word(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) return;
    const std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
    if (!visit(text.substr(begin, end - begin))) return;
    at = end;
  }
}

char32_t first_alnum(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (is_alnum(character)) return character;
  }
  return 0;
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 character = 0;
  U8_NEXT_OR_FFFD(bytes, at, text.size(), character);
  return static_cast<char32_t>(character);
}

void append_character(std::string& text, char32_t character) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  UBool failed = 0;
  U8_APPEND(bytes, length, bytes.size(), code(character), failed);
  if (!failed) text.append(bytes.data(), length);
}

std::string fold_blanks(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    if (character > 0x20 && character < 0x7F) {
      if (blank && !folded.empty()) folded += ' ';
      blank = false;
      folded += static_cast<char>(character);
    } else if (u_isUWhiteSpace(code(character))) {
      blank = true;
    } else if (!is_invisible(character)) {
      if (blank && !folded.empty()) folded += ' ';
      blank = false;
      if (character == 0xFFFD) {
        append_character(folded, character);
      } else {
        folded.append(text, begin, at - begin);
      }
    }
  }
  return folded;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  each_word(text, [&](std::string_view word) {
    if (first_alnum(word) != 0) ++count;
    return true;
  });
  return count;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_character(text, at);
  return count;
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_isalpha(code(next_character(text, at)))) return true;
  }
  return false;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool begins_upper(std::string_view text) {
  const char32_t first = first_alnum(text);
  return first != 0 && !u_islower(code(first));
}

bool is_title_case(std::string_view text) {
  bool capital = false;
  bool all = true;
  each_word(text, [&](std::string_view word) {
    const bool upper = u_isupper(code(first_alnum(word))) != 0;
    capital = capital || upper;
    all = upper || !has_letter(word) || count_characters(word) < 4 || has_digit(word);
    return all;
  });
  return capital && all;
}

bool is_all_caps(std::string_view text) {
  std::size_t upper = 0;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 character = code(next_character(text, at));
    if (u_islower(character)) return false;
    if (u_isupper(character)) ++upper;
  }
  return upper >= 4;
}

char32_t last_mark(std::string_view text) {
  char32_t last = 0;
  std::size_t end = text.size();
  // Bounded: a long row of quotes and brackets ends nothing.
  constexpr int kMostClosing = 8;
  for (int looked = 0; end > 0 && looked < kMostClosing; ++looked) {
    std::size_t begin = end - 1;
    while (begin > 0 && end - begin < 4 &&
           (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
      --begin;
    std::size_t at = begin;
    last = next_character(text, at);
    if (!is_closing(last) && !u_isUWhiteSpace(code(last))) return last;
    end = begin;
  }
  return 0;
}

bool ends_sentence(std::string_view text) {
  constexpr std::u32string_view kMarks = U".!?…。！？‼⁈";
  const char32_t mark = last_mark(text);
  return mark != 0 && kMarks.find(mark) != std::u32string_view::npos;
}

bool is_sentence_like(std::string_view text) {
  constexpr std::size_t kSentenceWords = 4;
  constexpr std::size_t kManyWords = 8;
  const std::size_t words = count_words(text);
  return words >= kManyWords ||
         (words >= kSentenceWords && begins_upper(text) && ends_sentence(text));
}

}  // namespace palpate
