#include "analysis/words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "analysis/numbers.h"

namespace palpate {
namespace {

// Longer chains are lists or paths; their whole is nothing anybody searches for.
constexpr std::size_t kMaxCompoundParts = 5;
constexpr std::size_t kMaxAcronymLetters = 8;
constexpr int kMaxApostrophes = 3;

bool contains(std::span<const std::u16string_view> words, std::u16string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_ascii_alnum(char16_t unit) {
  return (unit >= u'0' && unit <= u'9') || (unit >= u'a' && unit <= u'z');
}

// Letters of scripts whose words ICU ends by rule, not by dictionary: what is put together of them
// stays together when it is read again.
bool is_alphabetic(char16_t unit) { return unit < 0x0E00 || (unit >= 0x1E00 && unit < 0x2000); }

// What is cut must still be a number in its one form, not "12." or "0.10".
std::string cut_number(std::string_view form) {
  if (form.size() <= kMaxTermBytes) return std::string(form);
  std::string_view cut = form.substr(0, kMaxTermBytes);
  if (cut.ends_with('.')) cut.remove_suffix(1);
  return number_form(cut, '.').value_or(std::string(cut));
}

// Whether what stands before digits makes them a fraction: " .05", but neither "x.05" nor "..05".
bool has_leading_point(std::u16string_view before) {
  if (!before.ends_with(u'.')) return false;
  before.remove_suffix(1);
  return before.empty() || (!is_ascii_alnum(before.back()) && before.back() != u'.');
}

}  // namespace

void WordMaker::make(const FoldedText& folded, const std::vector<Atom>& atoms,
                     std::vector<Word>& words) {
  folded_ = &folded;
  atoms_ = &atoms;
  parts_.clear();
  words.clear();
  address_ = is_address();
  for (std::size_t i = 0; i < atoms.size();) {
    if (atoms[i].digits > 0) {
      i = number(i);
    } else if (const std::size_t after = acronym(i); after > i) {
      i = after;
    } else {
      i = word(i);
    }
  }
  for (std::size_t begin = 0; begin < parts_.size();) {
    std::size_t end = begin + 1;
    while (end < parts_.size() && connected(parts_[end - 1], parts_[end])) ++end;
    compound(begin, end, words);
    begin = end;
  }
}

std::u16string_view WordMaker::units(std::size_t begin, std::size_t end) const {
  return std::u16string_view(folded_->units).substr(begin, end - begin);
}

std::u16string_view WordMaker::gap(std::size_t atom) const {
  return units((*atoms_)[atom - 1].end, (*atoms_)[atom].begin);
}

// Whether there is such an atom, one of `signs` after the one before it.
bool WordMaker::touches(std::size_t atom, std::string_view signs) const {
  if (atom >= atoms_->size()) return false;
  const std::u16string_view between = gap(atom);
  return between.size() == 1 && between[0] < 0x80 &&
         signs.find(static_cast<char>(between[0])) != std::string_view::npos;
}

void WordMaker::put(std::size_t begin, std::size_t end, PartKind kind) {
  parts_.push_back({to_utf8(units(begin, end), kMaxTermBytes), static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(end), kind});
}

// A chain of digits with signs between them, and letters behind the last: "1,000.5mg".
std::size_t WordMaker::number(std::size_t atom) {
  const std::vector<Atom>& atoms = *atoms_;
  std::size_t end = atom + 1;
  while (atoms[end - 1].is_number() && touches(end, ".,'") && atoms[end].digits > 0) ++end;
  const Atom& last = atoms[end - 1];
  const std::size_t digits_end = last.begin + last.digits;
  std::optional<std::string> form;
  if (end - atom > 1) {
    const std::string written = to_utf8(units(atoms[atom].begin, digits_end), 4 * kMaxTermBytes);
    form = number_form(written, rules_.decimal_mark);
  }
  if (form) {
    put(atoms[atom].begin, digits_end, PartKind::number);
    parts_.back().form = cut_number(*form);
    if (!last.is_number()) put(digits_end, last.end, PartKind::unit);
  } else {
    for (std::size_t i = atom; i < end; ++i) one_number(i);
  }
  return lose_clitic(end);
}

void WordMaker::one_number(std::size_t atom) {
  const Atom& it = (*atoms_)[atom];
  const std::size_t digits_end = it.begin + it.digits;
  if (!it.is_number() && !is_unit(units(digits_end, it.end), it.digits)) {
    put(it.begin, it.end, PartKind::word);
    return;
  }
  put(it.begin, digits_end, PartKind::number);
  if (has_leading_point(units(0, it.begin))) {
    Part& part = parts_.back();
    part.form = cut_number(number_form("0." + part.form, '.').value_or(part.form));
    --part.begin;
  }
  if (!it.is_number()) put(digits_end, it.end, PartKind::unit);
}

// "U.S.A", "e.g": single letters with points between. Returns `atom` itself if there is none.
std::size_t WordMaker::acronym(std::size_t atom) {
  const std::vector<Atom>& atoms = *atoms_;
  const auto letter = [&](std::size_t i) {
    return atoms[i].size() == 1 && atoms[i].digits == 0 &&
           is_alphabetic(folded_->units[atoms[i].begin]);
  };
  std::size_t end = atom;
  if (!letter(atom)) return atom;
  ++end;
  while (end - atom < kMaxAcronymLetters && touches(end, ".") && letter(end)) ++end;
  if (end - atom == 1) return atom;
  put(atoms[atom].begin, atoms[end - 1].end, PartKind::word);
  std::erase(parts_.back().form, '.');
  return lose_clitic(end);
}

std::size_t WordMaker::word(std::size_t atom) {
  const std::vector<Atom>& atoms = *atoms_;
  const auto text = [&](std::size_t i) { return units(atoms[i].begin, atoms[i].end); };
  if (touches(atom + 1, "'") && contains(rules_.elisions, text(atom))) return atom + 1;
  put(atoms[atom].begin, atoms[atom].end, PartKind::word);
  std::size_t next = atom + 1;
  for (int count = 0; count < kMaxApostrophes && touches(next, "'"); ++count) {
    if (atoms[next].digits > 0 || contains(rules_.clitics, text(next))) break;
    if (!is_alphabetic(text(next - 1).back()) || !is_alphabetic(text(next).front())) break;
    Part& part = parts_.back();
    part.form = cut_utf8(part.form + to_utf8(text(next), kMaxTermBytes), kMaxTermBytes);
    part.end = part.extent_end = atoms[next].end;
    ++next;
  }
  return lose_clitic(next);
}

// Skips `atom` if it is a clitic of the part before it.
std::size_t WordMaker::lose_clitic(std::size_t atom) {
  if (!touches(atom, "'")) return atom;
  const Atom& it = (*atoms_)[atom];
  if (!contains(rules_.clitics, units(it.begin, it.end))) return atom;
  parts_.back().extent_end = it.end;
  return atom + 1;
}

bool WordMaker::connected(const Part& left, const Part& right) const {
  if (right.begin != left.extent_end + 1) return false;
  const char16_t sign = folded_->units[left.extent_end];
  return sign == u'-' || sign == u'/';
}

bool WordMaker::is_joined(std::size_t begin, std::size_t end) const {
  const std::size_t count = end - begin;
  if (count < 2 || count > kMaxCompoundParts || address_) return false;
  bool words = false;
  bool slashes = false;
  std::size_t bytes = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const Part& part = parts_[i];
    bytes += part.form.size();
    words = words || part.kind == PartKind::word;
    if (part.form.find('.') != std::string::npos) return false;
    if (part.kind == PartKind::unit) return false;
    if (i == begin) continue;
    slashes = slashes || folded_->units[part.begin - 1] == u'/';
    const Part& before = parts_[i - 1];
    const bool measure = before.kind == PartKind::number && part.kind == PartKind::word &&
                         is_unit(units(part.begin, part.end), before.end - before.begin);
    if (measure) return false;
  }
  // Two numbers are a range or a fraction; three with hyphens a date or a telephone number.
  return bytes <= kMaxTermBytes && (words || (count > 2 && !slashes));
}

void WordMaker::compound(std::size_t begin, std::size_t end, std::vector<Word>& words) const {
  const auto range = [&](const Part& first, const Part& last) {
    return ByteRange{folded_->begin[first.begin], folded_->end[last.end - 1]};
  };
  for (std::size_t i = begin; i < end; ++i) {
    const Part& part = parts_[i];
    words.push_back({part.form, range(part, part), static_cast<std::uint32_t>(i),
                     part.kind == PartKind::number ? TokenKind::number : TokenKind::word});
  }
  if (!is_joined(begin, end)) return;
  std::string whole;
  for (std::size_t i = begin; i < end; ++i) whole += parts_[i].form;
  words.push_back({std::move(whole), range(parts_[begin], parts_[end - 1]),
                   static_cast<std::uint32_t>(begin), TokenKind::joined});
}

bool WordMaker::is_address() const {
  const std::u16string& text = folded_->units;
  return text.find(u"://") != std::u16string::npos || text.find(u'@') != std::u16string::npos ||
         text.starts_with(u"www.");
}

}  // namespace palpate
