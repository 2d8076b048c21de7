#include "answer/columns.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace palpate {
namespace {

constexpr UChar32 kJoiner = 0x200D;
constexpr UChar32 kEmojiSelector = 0xFE0F;
constexpr std::string_view kReplacement = "\xef\xbf\xbd";

struct Character {
  UChar32 code = 0;  // below 0: not UTF-8
  std::size_t size = 0;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto left = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 8));
  std::int32_t next = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, next, left, code);
  return {code, static_cast<std::size_t>(next)};
}

bool is(UChar32 code, UProperty property) { return u_hasBinaryProperty(code, property) != 0; }

// Whether it belongs to the character before it.
bool extends(UChar32 code) {
  return code >= 0x300 && (code == kJoiner || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0 ||
                           is(code, UCHAR_EMOJI_MODIFIER));
}

std::size_t code_begin(std::string_view text, std::size_t at) {
  const std::size_t stop = at - std::min<std::size_t>(at, 3);
  while (at > stop && at < text.size() && U8_IS_TRAIL(text[at])) --at;
  return at;
}

bool breaks_to_blank(UChar32 code) {
  return code == '\n' || code == '\r' || code == '\t' || code == 0x0B || code == 0x0C ||
         code == 0x85 || code == 0x2028 || code == 0x2029;
}

// Selectors, joiners and tags make emoji; what else has no shape of its own only steers display.
bool steers_display(UChar32 code) {
  if (code == kJoiner || code == 0x200C || code == 0x200B) return false;
  if (is(code, UCHAR_VARIATION_SELECTOR) || (code >= 0xE0020 && code <= 0xE007F)) return false;
  return is(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || is(code, UCHAR_BIDI_CONTROL);
}

bool is_wide(UChar32 code) {
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

// Vowels and final consonants of Hangul that are typed apart join the syllable before them.
bool joins_syllable(UChar32 code) {
  const int type = u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE);
  return type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO;
}

// Counts along a text, since emoji sequences take the columns of their first character.
class ColumnCounter {
 public:
  std::size_t add(UChar32 code) {
    const std::size_t columns = columns_of(code);
    joined_ = code == kJoiner;
    if (columns > 0) previous_ = code;
    return columns;
  }

 private:
  std::size_t columns_of(UChar32 code) const {
    if (code < 0x300) return 1;
    if (code == kEmojiSelector) {
      return is(previous_, UCHAR_EXTENDED_PICTOGRAPHIC) && !is_wide(previous_) ? 1 : 0;
    }
    if ((U_GET_GC_MASK(code) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
    if (joins_syllable(code)) return 0;
    if (joined_ && is(code, UCHAR_EXTENDED_PICTOGRAPHIC)) return 0;
    if (is(code, UCHAR_EMOJI_MODIFIER) && is(previous_, UCHAR_EMOJI_MODIFIER_BASE)) return 0;
    return is_wide(code) ? 2 : 1;
  }

  UChar32 previous_ = 0;
  bool joined_ = false;
};

// Scripts whose words or lines break without blanks.
bool breaks_without_blanks(UChar32 code) {
  return code >= 0x0E00 &&
         (is_wide(code) || u_getIntPropertyValue(code, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT);
}

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

// ICU's line breaks that are not at blanks and have such a script on one side, in order.
std::vector<std::size_t> breaks_inside_words(const std::string& text) {
  std::vector<std::size_t> breaks;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> view(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) != 0) return breaks;
  iterator->setText(view.get(), status);
  if (U_FAILURE(status) != 0) return breaks;
  for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    const auto here = static_cast<std::size_t>(at);
    if (here == 0 || here >= text.size() || text[here - 1] == ' ' || text[here] == ' ') continue;
    const UChar32 before = character_at(text, code_begin(text, here - 1)).code;
    if (breaks_without_blanks(before) || breaks_without_blanks(character_at(text, here).code)) {
      breaks.push_back(here);
    }
  }
  return breaks;
}

bool any_breaks_without_blanks(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character_at(text, at);
    if (breaks_without_blanks(next.code)) return true;
    at += next.size;
  }
  return false;
}

}  // namespace

void append_safe(std::string_view raw, std::string& safe) {
  for (std::size_t at = 0; at < raw.size();) {
    const Character next = character_at(raw, at);
    if (breaks_to_blank(next.code)) {
      safe += ' ';
    } else if (next.code < 0 || u_charType(next.code) == U_CONTROL_CHAR) {
      safe += kReplacement;
    } else if (next.code < 0x7F || !steers_display(next.code)) {
      safe += raw.substr(at, next.size);
    }
    at += next.size;
  }
}

std::vector<std::size_t> column_sums(std::string_view safe) {
  std::vector<std::size_t> sums(safe.size() + 1, 0);
  ColumnCounter counter;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < safe.size();) {
    const Character next = character_at(safe, at);
    std::fill_n(sums.begin() + static_cast<std::ptrdiff_t>(at), next.size, columns);
    columns += counter.add(next.code);
    at += next.size;
  }
  sums.back() = columns;
  return sums;
}

std::vector<LineBreak> line_breaks(const std::string& safe) {
  std::vector<std::size_t> inside;
  if (any_breaks_without_blanks(safe)) inside = breaks_inside_words(safe);
  std::vector<LineBreak> breaks;
  auto next_inside = inside.begin();
  for (std::size_t at = 0; at < safe.size();) {
    if (next_inside != inside.end() && *next_inside == at) {
      breaks.push_back({at, at});
      ++next_inside;
    }
    if (safe[at] != ' ') {
      ++at;
      continue;
    }
    const std::size_t next = std::min(safe.find_first_not_of(' ', at), safe.size());
    if (at > 0 && next < safe.size()) breaks.push_back({at, next});
    at = next;
  }
  const std::size_t last = safe.find_last_not_of(' ');
  breaks.push_back({last == std::string::npos ? 0 : last + 1, safe.size()});
  return breaks;
}

std::size_t character_begin(std::string_view text, std::size_t at, std::size_t floor) {
  at = code_begin(text, at);
  while (at > floor && at < text.size()) {
    const std::size_t before = code_begin(text, at - 1);
    if (!extends(character_at(text, at).code) && character_at(text, before).code != kJoiner) break;
    at = before;
  }
  return at;
}

std::size_t character_end(std::string_view text, std::size_t at) {
  for (int left = 3; left > 0 && at < text.size() && U8_IS_TRAIL(text[at]); --left) ++at;
  bool joined = at > 0 && character_at(text, code_begin(text, at - 1)).code == kJoiner;
  while (at < text.size()) {
    const Character next = character_at(text, at);
    if (!joined && !extends(next.code)) break;
    joined = next.code == kJoiner;
    at += next.size;
  }
  return at;
}

}  // namespace palpate
