#include "article/html/character_references.h"

#include <unicode/utf8.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

namespace palpate {
namespace {

constexpr std::size_t kLongestReference = 10;  // "&#x10FFFF;"

std::optional<std::string> utf8_of(std::uint32_t code_point) {
  if (code_point == 0 || code_point > 0x10FFFF) return std::nullopt;
  if (code_point >= 0xD800 && code_point <= 0xDFFF) return std::nullopt;
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, code_point);
  return std::string(bytes.begin(), std::next(bytes.begin(), static_cast<std::ptrdiff_t>(size)));
}

// `name` stands between '&' and ';'.
std::optional<std::string> decode(std::string_view name) {
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (hexadecimal) name.remove_prefix(1);
    std::uint32_t code_point = 0;
    const char* const end = name.data() + name.size();
    const auto [last, error] = std::from_chars(name.data(), end, code_point, hexadecimal ? 16 : 10);
    if (error != std::errc() || last != end) return std::nullopt;
    return utf8_of(code_point);
  }
  using Named = std::pair<std::string_view, std::string_view>;
  constexpr auto kNamed = std::to_array<Named>({
      {"amp", "&"},
      {"apos", "'"},
      {"gt", ">"},
      {"hellip", "\u2026"},
      {"laquo", "\u00AB"},
      {"ldquo", "\u201C"},
      {"lsquo", "\u2018"},
      {"lt", "<"},
      {"mdash", "\u2014"},
      {"nbsp", " "},
      {"ndash", "\u2013"},
      {"quot", "\""},
      {"raquo", "\u00BB"},
      {"rdquo", "\u201D"},
      {"rsquo", "\u2019"},
  });
  for (const auto& [known, character] : kNamed) {
    if (name == known) return std::string(character);
  }
  return std::nullopt;
}

}  // namespace

std::string decode_character_references(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t at = text.find('&');
    out += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    const std::size_t end = text.substr(0, kLongestReference).find(';');
    const auto decoded =
        end == std::string_view::npos ? std::nullopt : decode(text.substr(1, end - 1));
    out += decoded ? *decoded : "&";
    text.remove_prefix(decoded ? end + 1 : 1);
  }
  return out;
}

}  // namespace palpate
