#include "article/files/document_id.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>

namespace palpate {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

void append_encoded(std::string& out, std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHexDigits[byte >> 4U];
    out += kHexDigits[byte & 15U];
  }
}

// Copies `text` character by character; those that `keep` refuses, and bytes that are not UTF-8
// (given to it as -1), are percent-encoded.
template <class Keep>
std::string encoded(std::string_view text, Keep keep) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    const std::string_view character = text.substr(begin, at - begin);
    if (keep(c)) {
      out += character;
    } else {
      append_encoded(out, character);
    }
  }
  return out;
}

// Invisible format characters count as control characters.
bool is_blank_or_control(UChar32 c) { return u_isUWhiteSpace(c) || u_iscntrl(c); }

bool is_unreserved(UChar32 c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

}  // namespace

std::string document_id(std::string_view relative) {
  return encoded(relative, [](UChar32 c) {
    return c >= 0 && c != '#' && c != '%' && !is_blank_or_control(c);
  });
}

std::string encoded_id(std::string_view given) {
  return encoded(given, [](UChar32 c) { return c >= 0 && !is_blank_or_control(c); });
}

std::string url_path(const std::filesystem::path& relative) {
  return encoded(relative.generic_string(), [](UChar32 c) { return c == '/' || is_unreserved(c); });
}

}  // namespace palpate
