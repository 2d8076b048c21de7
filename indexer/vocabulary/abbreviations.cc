#include "vocabulary/abbreviations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace palpate {
namespace {

constexpr std::size_t kShortest = 2;   // characters of a short form
constexpr std::size_t kLongest = 10;   // likewise
constexpr std::size_t kReach = 200;    // bytes of a long form, or of what brackets hold
constexpr std::size_t kUncertain = 3;  // a longer word with one capital is a name, not a short form

// They stand in brackets behind the words they abbreviate, but nobody asks by them.
constexpr std::array<std::string_view, 8> kUnits = {"mL",  "dL", "kJ",  "mmHg",
                                                    "mEq", "Hz", "kHz", "MHz"};
constexpr std::array<std::string_view, 5> kLeads = {"or ", "called ", "abbreviated as ",
                                                    "abbreviated ", "short "};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
// Bytes of letters beyond ASCII count as letters.
bool is_letter(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view without_plural(std::string_view word) {
  const bool is_plural = word.size() > 2 && word.back() == 's' && is_upper(word[word.size() - 2]);
  return is_plural ? word.substr(0, word.size() - 1) : word;
}

bool is_short_form(std::string_view word) {
  if (word.size() > kLongest * 4 || word.empty() || !is_alphanumeric(word.front())) return false;
  const std::size_t length = characters_of(word);
  if (length < kShortest || length > kLongest) return false;
  if (std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end()) return false;
  const auto count = [&](auto is_kind) { return std::count_if(word.begin(), word.end(), is_kind); };
  const auto blanks = count(is_blank);
  const auto capitals = count(is_upper);
  const auto others = count([](char c) {
    return !is_alphanumeric(c) && !is_blank(c) &&
           std::string_view("-/.&+").find(c) == std::string_view::npos;
  });
  if (others > 0 || blanks > 1 || capitals == 0) return false;
  // Two words are a short form only in capitals: "IT band" and "Table 2" are none.
  if (blanks == 1) return capitals == count(is_letter);
  return capitals >= 2 || length <= kUncertain || count(is_digit) > 0;
}

// Where the long form begins in `candidate`, which ends with it: the letters of the short form are
// sought from the back, the first of them at the begin of a word, the last of them in the last
// word.
std::optional<std::size_t> begin_of_long_form(std::string_view short_form,
                                              std::string_view candidate) {
  const std::size_t last_word = candidate.find_last_of(" \t") + 1;
  std::size_t end = candidate.size();
  bool is_first_sought = true;
  for (std::size_t at = short_form.size(); at-- > 0;) {
    if (!is_alphanumeric(short_form[at])) continue;
    const auto fits = [&](std::size_t place) {
      if (lower(candidate[place]) != lower(short_form[at])) return false;
      return at > 0 || place == 0 || !is_alphanumeric(candidate[place - 1]);
    };
    while (end > 0 && !fits(end - 1)) --end;
    if (end == 0) return std::nullopt;
    --end;
    if (is_first_sought && end < last_word) return std::nullopt;
    is_first_sought = false;
  }
  const std::size_t blank = candidate.substr(0, end).find_last_of(" \t");
  return blank == std::string_view::npos ? 0 : blank + 1;
}

// Behind "the Academy of Hands and Feet (AHF)" no "and Feet" is meant; nor what begins with a
// bracket.
bool begins_a_name(std::string_view long_form) {
  constexpr std::array<std::string_view, 7> kLinks = {"and", "or", "of", "the", "for", "in", "a"};
  const std::string_view first = long_form.substr(0, long_form.find_first_of(" \t"));
  return is_alphanumeric(long_form.front()) &&
         std::find(kLinks.begin(), kLinks.end(), first) == kLinks.end();
}

// A word that ends a sentence; "St." and "vs." do not.
bool ends_sentence(std::string_view word) {
  if (word.size() <= 3 && word.back() == '.') return false;
  return std::string_view(".!?;:()[]").find(word.back()) != std::string_view::npos;
}

// The last words before `end` in which a long form may lie: of the same sentence, and not more
// than the paper allows for a short form of `length` characters.
std::size_t begin_of_candidate(std::string_view text, std::size_t end, std::size_t length) {
  const std::size_t floor = end > kReach ? end - kReach : 0;
  const std::size_t most_words = std::min(length + 5, length * 2);
  std::size_t begin = end;
  for (std::size_t words = 0; words < most_words; ++words) {
    std::size_t word_end = begin;
    while (word_end > floor && is_blank(text[word_end - 1])) --word_end;
    std::size_t word_begin = word_end;
    while (word_begin > floor && !is_blank(text[word_begin - 1]) && text[word_begin - 1] != '\n')
      --word_begin;
    const bool is_cut = word_begin == floor && floor > 0;
    if (word_begin == word_end || is_cut) break;
    const std::string_view word = text.substr(word_begin, word_end - word_begin);
    if (words > 0 && ends_sentence(word)) break;
    begin = word_begin;
  }
  return begin;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Abbreviation> find() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] == '(') {
        read_brackets(at);
      } else if (text_[at] == ',') {
        read_or(at);
      }
    }
    return std::move(found_);
  }

 private:
  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text_.data());
  }

  // "long form (SHORT)", or "SHORT (long form)".
  void read_brackets(std::size_t open) {
    const std::string_view rest = text_.substr(open + 1, kReach);
    const std::size_t close = rest.find_first_of("()\n");
    if (close == std::string_view::npos || rest[close] != ')') return;
    const std::string_view all = trimmed(rest.substr(0, close));
    std::string_view inside = trimmed(all.substr(0, all.find_first_of(",;")));
    for (const std::string_view lead : kLeads) {
      if (inside.starts_with(lead)) inside.remove_prefix(lead.size());
    }
    if (add_before(without_plural(inside), open)) return;

    std::size_t word_end = open;
    while (word_end > 0 && is_blank(text_[word_end - 1])) --word_end;
    std::size_t word_begin = word_end;
    while (word_begin > 0 && word_end - word_begin <= kLongest * 4 &&
           is_alphanumeric_or_hyphen(text_[word_begin - 1])) {
      --word_begin;
    }
    const std::string_view word = without_plural(text_.substr(word_begin, word_end - word_begin));
    if (is_short_form(word)) add(word, inside);
  }

  // "long form, or SHORT," as texts for patients write it; all capitals, since words follow "or".
  void read_or(std::size_t comma) {
    constexpr std::string_view kOr = ", or ";
    if (text_.substr(comma, kOr.size()) != kOr) return;
    const std::string_view rest = text_.substr(comma + kOr.size(), kLongest * 4);
    const auto* const end = std::find_if_not(rest.begin(), rest.end(), is_alphanumeric_or_hyphen);
    const std::string_view word =
        without_plural(rest.substr(0, static_cast<std::size_t>(end - rest.begin())));
    const auto is_small = [](char c) { return is_letter(c) && !is_upper(c); };
    if (std::none_of(word.begin(), word.end(), is_small)) add_before(word, comma);
  }

  static bool is_alphanumeric_or_hyphen(char c) { return is_alphanumeric(c) || c == '-'; }

  bool add_before(std::string_view short_form, std::size_t end) {
    if (!is_short_form(short_form)) return false;
    while (end > 0 && is_blank(text_[end - 1])) --end;
    const std::size_t begin = begin_of_candidate(text_, end, characters_of(short_form));
    return add(short_form, text_.substr(begin, end - begin));
  }

  bool add(std::string_view short_form, std::string_view candidate) {
    const auto begin = begin_of_long_form(short_form, candidate);
    if (!begin) return false;
    const std::string_view long_form = candidate.substr(*begin);
    const auto words = std::count_if(long_form.begin(), long_form.end(), is_blank) + 1;
    const std::size_t length = characters_of(short_form);
    const bool is_too_long = static_cast<std::size_t>(words) > std::min(length + 5, length * 2);
    const bool explains_itself = long_form.find(short_form) != std::string_view::npos;
    const bool is_longer = characters_of(long_form) > length;
    if (is_too_long || explains_itself || !is_longer || !begins_a_name(long_form)) return false;
    found_.push_back({short_form, long_form, range_of(short_form), range_of(long_form)});
    return true;
  }

  ByteRange range_of(std::string_view part) const {
    return {offset_of(part), offset_of(part) + part.size()};
  }

  std::string_view text_;
  std::vector<Abbreviation> found_;
};

}  // namespace

std::vector<Abbreviation> find_abbreviations(std::string_view text) { return Finder(text).find(); }

}  // namespace palpate
