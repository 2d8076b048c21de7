#include "analysis/folded_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace palpate {
namespace {

// Longer runs of combining marks are cut, as in Unicode's stream-safe format: sorting them is
// quadratic.
constexpr int kMaxSegment = 30;

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

// How high digits stand. Neighbours of different height are different numbers.
enum class Height : std::uint8_t { line, raised, lowered, apart };

Height height_of(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_NONE:
    case U_DT_CANONICAL:
    case U_DT_WIDE:
    case U_DT_NARROW:
    case U_DT_FONT:
      return Height::line;
    case U_DT_SUPER:
      return Height::raised;
    case U_DT_SUB:
      return Height::lowered;
    default:
      return Height::apart;
  }
}

// What typographers write for the hyphen and the apostrophe, and signs that only separate.
UChar32 plain_sign(UChar32 c) {
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D:
      return '-';
    case 0x00B4:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0xFF07:
      return '\'';
    case 0x2122:  // trade mark and service mark: NFKC would add letters to the name
    case 0x2120:
    case 0:
      return ' ';
    default:
      return c;
  }
}

// Latin letters with a stroke or a bond that Unicode does not decompose.
std::u16string_view plain_letters(char16_t unit) {
  switch (unit) {
    case u'æ':
      return u"ae";
    case u'œ':
      return u"oe";
    case u'ø':
      return u"o";
    case u'đ':
    case u'ð':
      return u"d";
    case u'ł':
      return u"l";
    case u'ħ':
      return u"h";
    case u'ı':
      return u"i";
    case u'ŧ':
      return u"t";
    case u'þ':
      return u"th";
    default:
      return {};
  }
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0; }

// Whether a mark above or below `base` is an accent. Those that belong to another script, and those
// of й ў ї, are letters.
bool is_accent(UChar32 base, UChar32 mark) {
  UErrorCode status = U_ZERO_ERROR;
  if (uscript_getScript(mark, &status) != USCRIPT_INHERITED) return false;
  if (u_isdigit(base) != 0) return true;
  switch (uscript_getScript(base, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return true;
    case USCRIPT_CYRILLIC:
      return mark == 0x0300 || mark == 0x0301 || (mark == 0x0308 && base != 0x0456);
    default:
      return false;
  }
}

struct Normalizers {
  const icu::Normalizer2* casefold = nullptr;
  const icu::Normalizer2* decompose = nullptr;
  const icu::Normalizer2* compose = nullptr;
};

// ICU's own immutable singletons.
Normalizers normalizers(UErrorCode& status) {
  return {icu::Normalizer2::getNFKCCasefoldInstance(status),
          icu::Normalizer2::getNFDInstance(status), icu::Normalizer2::getNFCInstance(status)};
}

icu::UnicodeString without_accents(const icu::UnicodeString& decomposed) {
  icu::UnicodeString plain;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < decomposed.length();) {
    const UChar32 c = decomposed.char32At(i);
    i += U16_LENGTH(c);
    if (is_mark(c)) {
      if (!is_accent(base, c)) plain.append(c);
      continue;
    }
    base = c;
    const std::u16string_view letters =
        c <= 0xFFFF ? plain_letters(static_cast<char16_t>(c)) : std::u16string_view();
    if (letters.empty()) {
      plain.append(c);
    } else {
      plain.append(letters.data(), static_cast<std::int32_t>(letters.size()));
    }
  }
  return plain;
}

class Folding {
 public:
  Folding(std::string_view source, FoldedText& folded) : source_(source), folded_(folded) {}

  void run() {
    folded_.clear();
    while (at_ < source_.size()) {
      if (ascii_alone()) {
        put_ascii(source_[at_]);
        ++at_;
      } else {
        segment();
      }
    }
  }

 private:
  // No mark follows that could belong to it.
  bool ascii_alone() const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(source_[i]); };
    return byte(at_) < 0x80 && (at_ + 1 == source_.size() || byte(at_ + 1) < 0x80);
  }

  void put_ascii(char byte) {
    const bool upper = byte >= 'A' && byte <= 'Z';
    const char16_t unit = byte == '\0' ? u' ' : static_cast<char16_t>(upper ? byte + 32 : byte);
    if (is_digit(unit)) keep_apart(Height::line);
    folded_.append(unit, at_, at_ + 1);
    height_ = Height::line;
  }

  // The code point at `at`, moving it on; negative where the bytes are not UTF-8.
  UChar32 next(std::size_t& at) const {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(source_.data());
    // ICU counts in int32_t: it sees at most the four bytes of this code point.
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(4, source_.size() - at));
    std::int32_t used = 0;
    UChar32 c = 0;
    U8_NEXT(bytes + at, used, length, c);
    at += static_cast<std::size_t>(used);
    return c;
  }

  // The raised decimal point of British journals: 0·05.
  bool is_decimal_dot(UChar32 c, std::size_t end) const {
    return c == 0x00B7 && !folded_.units.empty() && is_digit(folded_.units.back()) &&
           end < source_.size() && source_[end] >= '0' && source_[end] <= '9';
  }

  // One code point with the marks and jamo that may fuse with it.
  void segment() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    const UChar32 read = next(end);
    const UChar32 first = read < 0 ? ' ' : is_decimal_dot(read, end) ? '.' : plain_sign(read);
    icu::UnicodeString text(first);
    for (int count = 1; read >= 0 && count < kMaxSegment && end < source_.size(); ++count) {
      std::size_t after = end;
      const UChar32 c = next(after);
      if (c < 0x80 || normalizers_.casefold->hasBoundaryBefore(c)) break;
      text.append(c);
      end = after;
    }
    at_ = end;
    put(first, normalized(text), begin);
  }

  icu::UnicodeString normalized(const icu::UnicodeString& text) {
    const icu::UnicodeString cased = normalizers_.casefold->normalize(text, status_);
    const icu::UnicodeString plain =
        without_accents(normalizers_.decompose->normalize(cased, status_));
    return normalizers_.compose->normalize(plain, status_);
  }

  void put(UChar32 original, const icu::UnicodeString& text, std::size_t begin) {
    const Height height = height_of(original);
    for (std::int32_t i = 0; i < text.length();) {
      const UChar32 c = text.char32At(i);
      const std::int32_t length = U16_LENGTH(c);
      if (u_isdigit(c)) {
        if (i == 0) keep_apart(height);
        folded_.append(static_cast<char16_t>(u'0' + u_charDigitValue(c)), begin, at_);
      } else {
        for (std::int32_t k = i; k < i + length; ++k) folded_.append(text.charAt(k), begin, at_);
      }
      i += length;
    }
    if (!text.isEmpty()) height_ = height;
  }

  // Called before a digit.
  void keep_apart(Height height) {
    const std::u16string& units = folded_.units;
    if (units.empty()) return;
    const bool beside_digit =
        is_digit(units.back()) && (height != height_ || height == Height::apart);
    if (beside_digit || (height == Height::raised && ends_in_word())) {
      folded_.append(u' ', at_, at_);
    }
  }

  // A raised digit behind a word is a footnote; behind a symbol of one or two letters (m², Fe³⁺) it
  // belongs to it.
  bool ends_in_word() const {
    const std::u16string& units = folded_.units;
    if (units.size() < 3) return false;
    return std::all_of(units.end() - 3, units.end(), [](char16_t unit) { return u_isalpha(unit); });
  }

  std::string_view source_;
  FoldedText& folded_;
  std::size_t at_ = 0;
  Height height_ = Height::line;
  UErrorCode status_ = U_ZERO_ERROR;
  Normalizers normalizers_ = normalizers(status_);
};

}  // namespace

void FoldedText::clear() {
  units.clear();
  begin.clear();
  end.clear();
  ascii = true;
}

void FoldedText::append(char16_t unit, std::size_t source_begin, std::size_t source_end) {
  units += unit;
  begin.push_back(static_cast<std::uint32_t>(source_begin));
  end.push_back(static_cast<std::uint32_t>(source_end));
  ascii = ascii && unit < 0x80;
}

void fold_text(std::string_view source, FoldedText& folded) { Folding(source, folded).run(); }

std::string_view cut_utf8(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t size = max_bytes;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

std::string to_utf8(std::u16string_view text, std::size_t max_bytes) {
  std::string utf8;
  // No unit takes less than a byte.
  const auto length = static_cast<std::int32_t>(std::min(text.size(), max_bytes));
  icu::UnicodeString(false, text.data(), length).toUTF8String(utf8);
  utf8.resize(cut_utf8(utf8, max_bytes).size());
  return utf8;
}

}  // namespace palpate
