#include "analysis/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string>

#include "analysis/language_rules.h"
#include "analysis/sentence_abbreviations.h"

namespace palpate {
namespace {

// ICU counts in int32_t; longer texts are broken piece by piece.
constexpr std::size_t kMaxPiece = std::size_t{1} << 30;
// How far back a word before a full stop may begin: no abbreviation is longer.
constexpr std::size_t kMaxWord = 32;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_digit);
}

UChar32 code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return -1;
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(4, text.size() - at));
  std::int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()) + at, used, length, c);
  return c;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  for (UChar32 c = code_point_at(text, at); c >= 0 && u_isUWhiteSpace(c) != 0;
       c = code_point_at(text, at)) {
    at += static_cast<std::size_t>(U8_LENGTH(c));
  }
  return at;
}

// The word that ends at `end`, points inside included: "U.S" of "the U.S.".
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kMaxWord &&
         (is_word_byte(text[begin - 1]) || text[begin - 1] == '.' || text[begin - 1] == '-')) {
    --begin;
  }
  return text.substr(begin, end - begin);
}

std::string_view word_after(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < kMaxWord && is_word_byte(text[end])) ++end;
  return text.substr(begin, end - begin);
}

// "K", "U.S", "É": capitals with points between.
bool is_initials(std::string_view word) {
  bool letter = true;
  for (std::size_t at = 0; at < word.size(); letter = !letter) {
    const UChar32 c = code_point_at(word, at);
    if (c < 0 || (letter ? u_isupper(c) == 0 : c != '.')) return false;
    at += static_cast<std::size_t>(U8_LENGTH(c));
  }
  return !word.empty() && !letter;
}

bool is_letter(std::string_view word) {
  const UChar32 c = code_point_at(word, 0);
  return c >= 0 && u_isalpha(c) != 0 && word.size() == static_cast<std::size_t>(U8_LENGTH(c));
}

// What stands around a full stop that ICU takes for the end of a sentence.
struct Stop {
  std::string_view before_word;  // the word before `word`
  std::string_view word;         // without its full stop
  std::string_view next;         // after the blanks; empty if no letter or digit follows
  UChar32 next_sign = -1;
  bool first_word = false;  // nothing stands before `word` in its sentence
  bool next_has_stop = false;
};

// "3. Juni", "am 2. Tag".
bool is_german_ordinal(const Stop& stop) {
  if (!all_digits(stop.word) || stop.word.size() > 2) return false;
  return is_german_month(stop.next) || is_before_ordinal(stop.before_word);
}

bool is_initial_of_name(std::string_view language, const Stop& stop) {
  if (!is_initials(stop.word) || u_isupper(stop.next_sign) == 0) return false;
  if (is_sentence_opener(language, stop.next) && !stop.next_has_stop) return false;
  return !is_letter(stop.word) || may_precede_name(language, stop.before_word);
}

bool goes_on(std::string_view language, const Stop& stop) {
  if (stop.first_word && (all_digits(stop.word) ? stop.word.size() <= 3 : is_letter(stop.word))) {
    return true;  // "1. Item"
  }
  const bool number = stop.next_sign >= 0 && u_isdigit(stop.next_sign) != 0;
  const bool bracket = stop.next_sign == '(' || stop.next_sign == '[';
  switch (abbreviation(language, stop.word)) {
    case Abbreviation::open:
      return true;
    case Abbreviation::number:
      return number;
    case Abbreviation::loose:
      return number || bracket || (stop.next_sign >= 0 && u_islower(stop.next_sign) != 0);
    case Abbreviation::none:
      break;
  }
  // "z. B. Ibuprofen", "p. ej. Esto": letters of one abbreviation.
  const bool letter = is_letter(stop.word);
  if (letter && is_letter(stop.next) && stop.next_has_stop) return true;
  if (language == "de" && (is_german_ordinal(stop) ||
                           (letter && stop.before_word.size() == 2 && stop.before_word[1] == '.')))
    return true;
  return is_initial_of_name(language, stop);
}

}  // namespace

class SentenceBreaker::Impl {
 public:
  Impl() {
    UErrorCode status = U_ZERO_ERROR;
    breaks_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) breaks_.reset();
  }

  std::vector<ByteRange> sentences(std::string_view text, std::string_view language) {
    sentences_.clear();
    language_ = primary_tag(language);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t size = std::min(kMaxPiece, text.size() - begin);
      piece(text.substr(begin, size), begin);
      begin += size;
    }
    return std::move(sentences_);
  }

 private:
  // Line breaks inside a paragraph become blanks, of the same length; of those between two, one
  // stays.
  void unwrap_lines(std::string_view text) {
    unwrapped_ = text;
    const auto is_line_break = [](char c) { return c == '\n' || c == '\r'; };
    const auto next_break = [&](std::size_t from) {
      const auto begin = unwrapped_.begin() + static_cast<std::ptrdiff_t>(from);
      return static_cast<std::size_t>(std::find_if(begin, unwrapped_.end(), is_line_break) -
                                      unwrapped_.begin());
    };
    for (std::size_t at = next_break(0); at < unwrapped_.size(); at = next_break(at)) {
      std::size_t lines = 0;
      std::size_t last = at;
      for (; at < unwrapped_.size() && is_blank(unwrapped_[at]); ++at) {
        if (unwrapped_[at] != '\n' && unwrapped_[at] != '\r') continue;
        // Carriage return and line feed are one line break.
        const bool pair = unwrapped_[at] == '\r' && text.substr(at + 1).starts_with('\n');
        unwrapped_[at] = ' ';
        if (pair) continue;
        ++lines;
        last = at;
      }
      if (lines > 1) unwrapped_[last] = '\n';
    }
  }

  void piece(std::string_view text, std::size_t offset) {
    unwrap_lines(text);
    std::size_t begin = 0;
    const auto put = [&](std::size_t end) {
      sentences_.push_back({offset + begin, offset + end});
      begin = end;
    };
    UErrorCode status = breaks_ == nullptr ? U_UNSUPPORTED_ERROR : U_ZERO_ERROR;
    const icu::LocalUTextPointer utext(utext_openUTF8(
        nullptr, unwrapped_.data(), static_cast<std::int64_t>(unwrapped_.size()), &status));
    if (U_SUCCESS(status)) breaks_->setText(utext.getAlias(), status);
    while (U_SUCCESS(status)) {
      const std::int32_t next = breaks_->next();
      if (next == icu::BreakIterator::DONE) break;
      const auto boundary = static_cast<std::size_t>(next);
      if (boundary <= begin) continue;
      const std::size_t end = skip_blanks(unwrapped_, boundary);
      if (end < unwrapped_.size() && !goes_on_at(begin, boundary, end)) put(end);
    }
    if (begin < text.size()) put(text.size());
  }

  // "Is it?" he asked.
  static bool is_quoted(std::string_view sentence, std::string_view text, std::size_t next) {
    const bool quote = sentence.ends_with('"') || sentence.ends_with('\'') ||
                       sentence.ends_with("”") || sentence.ends_with("’");
    const UChar32 c = code_point_at(text, next);
    return quote && c >= 0 && u_islower(c) != 0;
  }

  // Whether the sentence that began at `begin` goes on behind the boundary, with what is at `end`.
  bool goes_on_at(std::size_t begin, std::size_t boundary, std::size_t end) const {
    const std::string_view text = unwrapped_;
    std::size_t stop = boundary;
    while (stop > begin && is_blank(text[stop - 1])) --stop;
    if (stop == begin) return true;  // blanks at the very begin
    const bool paragraph = text.substr(stop, end - stop).find('\n') != std::string_view::npos;
    if (paragraph) return false;
    if (text[stop - 1] != '.') return is_quoted(text.substr(begin, stop - begin), text, end);
    const std::string_view word = word_before(text, stop - 1);
    std::size_t before = stop - 1 - word.size();
    Stop around;
    around.word = word;
    around.first_word = before <= begin;
    while (before > begin && stop - before < 2 * kMaxWord && is_blank(text[before - 1])) --before;
    around.before_word = word_before(text, before);
    around.next = word_after(text, end);
    around.next_sign = code_point_at(text, end);
    const std::size_t behind = end + around.next.size();
    around.next_has_stop = behind < text.size() && text[behind] == '.';
    return goes_on(language_, around);
  }

  std::unique_ptr<icu::BreakIterator> breaks_;
  std::string unwrapped_;
  std::string language_;
  std::vector<ByteRange> sentences_;
};

SentenceBreaker::SentenceBreaker() : impl_(std::make_unique<Impl>()) {}
SentenceBreaker::SentenceBreaker(SentenceBreaker&&) noexcept = default;
SentenceBreaker& SentenceBreaker::operator=(SentenceBreaker&&) noexcept = default;
SentenceBreaker::~SentenceBreaker() = default;

std::vector<ByteRange> SentenceBreaker::sentences(std::string_view text,
                                                  std::string_view language) {
  return impl_->sentences(text, language);
}

}  // namespace palpate
