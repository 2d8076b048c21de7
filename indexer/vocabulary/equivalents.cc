#include "vocabulary/equivalents.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

namespace palpate {

extern const std::string_view kEquivalents;  // lists/equivalents.txt, see palpate_embed

namespace {

constexpr std::string_view kBlanks = " \t\r\v\f";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kLanguage = "language:";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lowered;
}

// Bytes that continue a character, and the least code point that needs so many.
struct Lead {
  std::size_t more;
  char32_t bits;
  char32_t least;
};

std::optional<Lead> lead_of(unsigned char byte) {
  if (byte < 0x80) return Lead{0, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return Lead{1, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return Lead{2, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return Lead{3, byte & 0x07U, 0x10000};
  return std::nullopt;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::optional<Lead> lead = lead_of(static_cast<unsigned char>(text[at]));
    if (!lead || lead->more >= text.size() - at) return false;
    char32_t point = lead->bits;
    for (std::size_t i = 0; i < lead->more; ++i) {
      const auto byte = static_cast<unsigned char>(text[++at]);
      if ((byte & 0xC0U) != 0x80) return false;
      point = (point << 6U) | (byte & 0x3FU);
    }
    if (point < lead->least || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
      return false;
  }
  return true;
}

// It holds something that can be a word: a letter, a digit or a character beyond ASCII.
bool has_word(std::string_view term) {
  return std::ranges::any_of(term, [](char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  });
}

class VocabularyReader {
 public:
  void read(std::string_view line) {
    ++line_;
    if (line.size() > kLongestVocabularyLine)
      return problem("longer than " + std::to_string(kLongestVocabularyLine) + " bytes");
    line = trimmed(line);
    if (line.empty()) return;
    if (line.find('\0') != std::string_view::npos || !is_utf8(line))
      return problem("not UTF-8 text");
    if (line.front() == '#') return comment(trimmed(line.substr(1)));
    group(line);
  }

  Vocabulary take() { return std::move(vocabulary_); }

 private:
  void problem(std::string reason) { vocabulary_.problems.push_back({line_, std::move(reason)}); }

  void comment(std::string_view text) {
    if (lower(text.substr(0, kLanguage.size())) != kLanguage) return;
    const std::string_view tag = trimmed(text.substr(kLanguage.size()));
    constexpr std::size_t kLongestTag = 8;
    const bool plausible =
        tag.size() >= 2 && tag.size() <= kLongestTag && std::ranges::all_of(tag, is_ascii_letter);
    if (!plausible)
      return problem("no language tag such as en or de: \"" + std::string(tag) + "\"");
    language_ = lower(tag);
  }

  void group(std::string_view line) {
    EquivalentGroup group{{}, language_, line_};
    std::unordered_set<std::string> seen;
    while (!line.empty()) {
      const std::size_t comma = std::min(line.find(','), line.size());
      const std::string_view term = trimmed(line.substr(0, comma));
      line.remove_prefix(std::min(comma + 1, line.size()));
      if (term.empty()) continue;
      if (!has_word(term)) return problem("no word in \"" + std::string(term) + "\"");
      if (!seen.insert(lower(term)).second)
        return problem("\"" + std::string(term) + "\" stands in it twice");
      group.terms.emplace_back(term);
    }
    if (group.terms.size() < 2) return problem("a group needs two terms, with a comma between");
    if (group.terms.size() > kMostTermsInGroup)
      return problem("more than " + std::to_string(kMostTermsInGroup) + " terms");
    vocabulary_.groups.push_back(std::move(group));
  }

  Vocabulary vocabulary_;
  std::string language_ = EquivalentGroup{}.language;
  std::size_t line_ = 0;
};

}  // namespace

Vocabulary parse_vocabulary(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  VocabularyReader reader;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.read(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return reader.take();
}

Vocabulary built_in_equivalents() { return parse_vocabulary(kEquivalents); }

}  // namespace palpate
