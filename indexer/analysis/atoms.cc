#include "analysis/atoms.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

namespace palpate {
namespace {

bool is_ascii_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

bool is_ascii_alnum(char16_t unit) {
  return is_ascii_digit(unit) || (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
}

void put(const std::u16string& units, std::size_t begin, std::size_t end,
         std::vector<Atom>& atoms) {
  std::size_t digits = begin;
  while (digits < end && is_ascii_digit(units[digits])) ++digits;
  atoms.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                   static_cast<std::uint32_t>(digits - begin)});
}

// UAX #29 never breaks between ASCII letters and digits, and at its signs palpate's own rules
// decide: nothing is left for ICU to do.
void find_in_ascii(const std::u16string& units, std::vector<Atom>& atoms) {
  for (std::size_t i = 0; i < units.size();) {
    const std::size_t begin = i;
    while (i < units.size() && is_ascii_alnum(units[i])) ++i;
    if (i > begin) {
      put(units, begin, i, atoms);
    } else {
      ++i;
    }
  }
}

// The atoms of one word of UAX #29, which may hold signs such as ' . : _
void find_in_word(const std::u16string& units, std::size_t begin, std::size_t end,
                  std::vector<Atom>& atoms) {
  constexpr std::uint32_t kMarks = U_GC_M_MASK;
  constexpr std::uint32_t kWord = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  std::size_t start = begin;
  bool more_than_marks = false;
  std::size_t i = begin;
  while (i < end) {
    const std::size_t at = i;
    UChar32 c = 0;
    U16_NEXT(units, i, end, c);
    const std::uint32_t category = U_GET_GC_MASK(c);
    if ((category & kWord) != 0) {
      more_than_marks = more_than_marks || (category & kMarks) == 0;
      continue;
    }
    if (more_than_marks) put(units, start, at, atoms);
    start = i;
    more_than_marks = false;
  }
  if (more_than_marks) put(units, start, end, atoms);
}

}  // namespace

Result<AtomFinder> AtomFinder::create() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    return Error{ErrorCode::internal,
                 std::string("ICU has no rules for word breaks: ") + u_errorName(status),
                 "check the installation of libicu and its data"};
  }
  return AtomFinder(std::move(words));
}

void AtomFinder::find(const FoldedText& folded, std::vector<Atom>& atoms) {
  atoms.clear();
  const std::u16string& units = folded.units;
  if (folded.ascii) {
    find_in_ascii(units, atoms);
    return;
  }
  const icu::UnicodeString text(false, units.data(), static_cast<std::int32_t>(units.size()));
  words_->setText(text);
  std::int32_t begin = words_->first();
  for (std::int32_t end = words_->next(); end != icu::BreakIterator::DONE;
       begin = end, end = words_->next()) {
    if (words_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    find_in_word(units, static_cast<std::size_t>(begin), static_cast<std::size_t>(end), atoms);
  }
}

}  // namespace palpate
