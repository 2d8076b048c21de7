#include "question/lexer.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace palpate {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

struct Character {
  UChar32 code = 0;
  std::size_t size = 0;
};

// The character at `at`; texts here are valid UTF-8 and far below 2 GB.
Character character_at(std::string_view text, std::size_t at) {
  auto next = static_cast<std::int32_t>(at);
  UChar32 code = 0;
  U8_NEXT(bytes_of(text), next, static_cast<std::int32_t>(text.size()), code);
  return {code, static_cast<std::size_t>(next) - at};
}

bool is_blank(UChar32 code) { return u_isUWhiteSpace(code) != 0; }

bool is_angle_quote(UChar32 code) { return code == 0xAB || code == 0xBB; }

bool is_curved_quote(UChar32 code) {
  return code == 0x201C || code == 0x201D || code == 0x201E || code == 0x201F || code == 0xFF02;
}

bool is_quote(UChar32 code) { return code == '"' || is_angle_quote(code) || is_curved_quote(code); }

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view kLeadingPunctuation = "([{,;:?!";
constexpr std::string_view kTrailingPunctuation = ",;:?!.\"";
constexpr std::string_view kTrailingOrBracket = ")]},;:?!.\"";

// Walks the text once, token by token.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  LexedTokens run() {
    while (at_ < text_.size()) {
      const Character next = character_at(text_, at_);
      if (is_blank(next.code)) {
        at_ += next.size;
        starts_token_ = true;
      } else if (kLeadingPunctuation.find(text_[at_]) != std::string_view::npos) {
        ++at_;
      } else if (is_quote(next.code) && !opening_quote(at_)) {
        result_.unbalanced_quote = true;
        at_ += next.size;
      } else {
        token();
        starts_token_ = false;
      }
    }
    return std::move(result_);
  }

 private:
  struct Quoted {
    ByteRange inside;
    std::size_t end = 0;  // behind the closing mark
  };

  void token() {
    LexedToken token;
    token.whole.begin = at_;
    if (starts_token_ && text_[at_] == '-' && excludes(at_ + 1)) {
      token.excluded = true;
      ++at_;
    }
    field(token);
    if (const auto quoted = opening_quote(at_)) {
      token.phrase = true;
      token.value = without_blanks(quoted->inside);
      token.whole.end = at_ = quoted->end;
    } else {
      token.value = word();
      token.whole.end = token.value.end;
    }
    if (!token.field.empty() || has_substance(token.value.of(text_))) {
      result_.tokens.push_back(token);
    }
  }

  // A dash in front of a small or broken number is its sign: "T-score -2.5". One of four digits may
  // be a year that is not wanted.
  bool is_negative(std::size_t at) const {
    constexpr std::size_t kDigitsOfYear = 4;
    std::size_t end = at;
    while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
    const bool broken = end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
                        is_ascii_digit(text_[end + 1]);
    const bool whole = end == text_.size() || is_blank(static_cast<UChar32>(text_[end])) || broken;
    return end > at && whole && (broken || end - at < kDigitsOfYear);
  }

  bool excludes(std::size_t at) const {
    if (at >= text_.size() || is_negative(at)) return false;
    const Character next = character_at(text_, at);
    return u_isalnum(next.code) != 0 || opening_quote(at).has_value();
  }

  // Letters up to a colon, unless the colon belongs to an address ("https://…").
  void field(LexedToken& token) {
    std::size_t end = at_;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    if (end == at_ || end == text_.size() || text_[end] != ':') return;
    if (text_.substr(end, 3) == "://") return;
    token.field = {at_, end};
    at_ = end + 1;
  }

  // Up to a blank or a quotation mark; without the punctuation around it.
  ByteRange word() {
    ByteRange word{at_, at_};
    while (at_ < text_.size()) {
      const Character next = character_at(text_, at_);
      if (is_blank(next.code)) break;
      if (is_quote(next.code) && !measures(at_)) break;
      at_ += next.size;
    }
    word.end = at_;
    return trimmed(word);
  }

  // A closing bracket stays where the word holds the opening one: "vertebra(e)".
  ByteRange trimmed(ByteRange word) const {
    const bool brackets = word.of(text_).find_first_of("([{") != std::string_view::npos;
    const std::string_view trailing = brackets ? kTrailingPunctuation : kTrailingOrBracket;
    while (!word.empty() && trailing.find(text_[word.end - 1]) != std::string_view::npos)
      --word.end;
    while (!word.empty() && kLeadingPunctuation.find(text_[word.begin]) != std::string_view::npos) {
      ++word.begin;
    }
    return word;
  }

  ByteRange without_blanks(ByteRange phrase) const {
    while (!phrase.empty() && text_[phrase.end - 1] == ' ') --phrase.end;
    while (!phrase.empty() && text_[phrase.begin] == ' ') ++phrase.begin;
    return phrase;
  }

  // A straight mark behind a digit: 6" tube.
  bool measures(std::size_t at) const {
    return text_[at] == '"' && at > 0 && is_ascii_digit(text_[at - 1]);
  }

  // The phrase that the quotation mark at `at` opens, if it has a partner. Only the last mark of a
  // kind can be without one, so that looking for partners stays linear.
  std::optional<Quoted> opening_quote(std::size_t at) const {
    if (at >= text_.size()) return std::nullopt;
    const Character open = character_at(text_, at);
    if (!is_quote(open.code) || measures(at)) return std::nullopt;
    const std::size_t begin = at + open.size;
    if (open.code == '"') {
      const std::size_t close = text_.find('"', begin);
      if (close != std::string_view::npos) return Quoted{{begin, close}, close + 1};
    }
    return closed_by_curve_or_angle(open.code, begin);
  }

  std::optional<Quoted> closed_by_curve_or_angle(UChar32 open, std::size_t begin) const {
    for (std::size_t end = begin; end < text_.size();) {
      const Character next = character_at(text_, end);
      const bool closes = is_angle_quote(open) ? is_angle_quote(next.code)
                                               : is_curved_quote(next.code) || next.code == '"';
      if (closes) return Quoted{{begin, end}, end + next.size};
      end += next.size;
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool starts_token_ = true;
  LexedTokens result_;
};

}  // namespace

LexedTokens lex_question(std::string_view text) { return Lexer(text).run(); }

std::string clean_question(std::string_view words, std::size_t max_bytes, bool* replaced) {
  auto size = static_cast<std::int32_t>(std::min(words.size(), max_bytes));
  if (static_cast<std::size_t>(size) < words.size()) {
    U8_SET_CP_START(bytes_of(words), 0, size);
  }
  std::string clean(words.substr(0, static_cast<std::size_t>(size)));
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 code = 0;
    U8_NEXT(bytes_of(clean), at, size, code);
    const bool invalid = code < 0 || (u_iscntrl(code) != 0 && !is_blank(code));
    if (!invalid) continue;
    std::fill(clean.begin() + begin, clean.begin() + at, ' ');
    *replaced = true;
  }
  return clean;
}

bool has_substance(std::string_view text) {
  constexpr std::uint32_t kMeaningful = U_GC_L_MASK | U_GC_N_MASK | U_GC_SO_MASK;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character_at(text, at);
    if ((U_GET_GC_MASK(next.code) & kMeaningful) != 0) return true;
    at += next.size;
  }
  return false;
}

}  // namespace palpate
