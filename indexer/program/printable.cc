#include "program/printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace palpate {
namespace {

// Joiners make one sign of several, in emoji and in scripts of India; a soft hyphen hyphenates.
bool is_harmless(UChar32 c) {
  constexpr UChar32 kSoftHyphen = 0xAD;
  constexpr UChar32 kNonJoiner = 0x200C;
  constexpr UChar32 kJoiner = 0x200D;
  if (c < 0) return false;
  const auto type = u_charType(c);
  if (type == U_FORMAT_CHAR) return c == kSoftHyphen || c == kNonJoiner || c == kJoiner;
  return type != U_CONTROL_CHAR && type != U_LINE_SEPARATOR && type != U_PARAGRAPH_SEPARATOR;
}

void append_escaped(std::string& out, const char* form, unsigned value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), form, value);
  out += text.data();
}

// `character` is the bytes of `c`, or of what is no character (-1).
void append_escape(std::string& out, UChar32 c, std::string_view character) {
  if (c == '\n' || c == '\t' || c == '\r') {
    out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r";
  } else if (c >= 0x80) {
    append_escaped(out, c > 0xFFFF ? "\\U%08X" : "\\u%04X", static_cast<unsigned>(c));
  } else {
    for (const char byte : character)
      append_escaped(out, "\\x%02X", static_cast<unsigned char>(byte));
  }
}

}  // namespace

std::string printable(std::string_view text, LineBreaks breaks) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    const std::string_view character = text.substr(begin, at - begin);
    const bool kept = breaks == LineBreaks::kept && (c == '\n' || c == '\t');
    if (kept || is_harmless(c)) {
      out += character;
    } else {
      append_escape(out, c, character);
    }
  }
  return out;
}

}  // namespace palpate
