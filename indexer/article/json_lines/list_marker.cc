#include "article/json_lines/list_marker.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include <array>
#include <charconv>
#include <cstdint>

#include "article/characters.h"

namespace palpate {
namespace {

constexpr std::array<std::string_view, 9> kBullets = {"•", "‣", "▪", "●",           "○",
                                                      "◦", "■", "□", "\xef\x82\xb7"};
constexpr std::array<std::string_view, 3> kLineMarkers = {"–", "—", "·"};
constexpr std::array<std::string_view, 7> kOpeners = {"(", "[", "\"", "'", "“", "‘", "«"};
constexpr std::string_view kAbbreviations =
    " dr mr mrs ms prof st no fig vol approx ca vs cf al eg ie e.g i.e etc inc jr sr z.b bzw ";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t white_length(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_white) -
                                  text.begin());
}

// A marker of `size` bytes counts when white space and then something else stand behind it.
std::optional<ListMarker> with_blank(std::string_view text, ListMarker marker) {
  const std::size_t blank = white_length(text.substr(marker.size));
  if (blank == 0 || marker.size + blank == text.size()) return std::nullopt;
  marker.size += blank;
  return marker;
}

template <std::size_t N>
bool take_front(std::string_view& text, const std::array<std::string_view, N>& signs) {
  for (const std::string_view sign : signs) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    return true;
  }
  return false;
}

// Whether the full stop that `text` ends in belongs to its last word.
bool ends_in_abbreviation(std::string_view text) {
  text.remove_suffix(1);
  std::size_t begin = text.size();
  constexpr std::size_t kLongest = 8;
  while (begin > 0 && !is_white(text[begin - 1]) && text[begin - 1] != '(') {
    if (text.size() - --begin > kLongest) return false;
  }
  std::array<char, kLongest + 2> word{};
  const std::size_t size = text.size() - begin;
  if (size == 0 || size > kLongest) return false;
  if (size == 1 && text[begin] >= 'A' && text[begin] <= 'Z') return true;
  word.front() = ' ';
  std::transform(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), word.begin() + 1,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  word.at(size + 1) = ' ';
  return kAbbreviations.find(std::string_view(word.data(), size + 2)) != std::string_view::npos;
}

}  // namespace

std::optional<ListMarker> list_marker(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.front() == '-' || text.front() == '*') {
    return with_blank(text, {MarkerKind::dash, 1, 0});
  }
  if (is_digit(text.front())) {
    int number = 0;
    const char* end = text.data() + std::min<std::size_t>(text.size(), 3);
    const char* stop = std::from_chars(text.data(), end, number).ptr;
    const auto digits = static_cast<std::size_t>(stop - text.data());
    if (digits == text.size() || (text[digits] != '.' && text[digits] != ')')) return std::nullopt;
    return with_blank(text, {MarkerKind::number, digits + 1, number});
  }
  if (static_cast<unsigned char>(text.front()) < 0x80) return std::nullopt;
  std::string_view rest = text;
  const MarkerKind kind = take_front(rest, kBullets) ? MarkerKind::bullet : MarkerKind::line_only;
  if (kind == MarkerKind::line_only && !take_front(rest, kLineMarkers)) return std::nullopt;
  return with_blank(text, {kind, text.size() - rest.size(), 0});
}

bool begins_with_capital(std::string_view text) {
  for (int openers = 0; openers < 4 && take_front(text, kOpeners); ++openers) {
  }
  if (text.empty()) return false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = std::min<std::size_t>(text.size(), U8_MAX_LENGTH);
  std::size_t at = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, at, size, c);
  return c >= 0 && (u_isupper(c) || u_istitle(c));
}

std::size_t first_sentence_end(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!is_white(text[at]) || is_white(text[at - 1])) continue;
    const std::string_view before = text.substr(0, at);
    if (!ends_sentence(before)) continue;
    const std::string_view behind = text.substr(at + white_length(text.substr(at)));
    if (behind.empty()) break;
    if (!begins_with_capital(behind) && !is_digit(behind.front())) continue;
    if (before.back() == '.' && ends_in_abbreviation(before)) continue;
    return at;
  }
  return text.size();
}

}  // namespace palpate
