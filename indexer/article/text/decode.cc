#include "article/text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "article/characters.h"

namespace palpate {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view format;
};

constexpr std::array<Signature, 10> kSignatures = {
    {{"%PDF-", "a PDF"},
     {"PK\x03\x04", "a zip archive or office document"},
     {"\x89PNG", "a PNG image"},
     {"\xFF\xD8\xFF", "a JPEG image"},
     {"GIF8", "a GIF image"},
     {"\x1F\x8B", "gzip data"},
     {"\xD0\xCF\x11\xE0", "an old office document"},
     {"\x7F"
      "ELF",
      "a program"},
     {"{\\rtf", "a rich text document"},
     {"RIFF", "sound, video or image data"}}};

// More than one control byte in a hundred: nobody typed this.
constexpr std::size_t kControlShare = 100;

Error malformed(std::string message) {
  return {ErrorCode::malformed, std::move(message), "is it a text file?"};
}

bool is_control(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value < 0x20 &&
          std::string_view("\t\n\v\f\r\x1B").find(byte) == std::string_view::npos) ||
         value == 0x7F;
}

struct Utf8Count {
  std::size_t invalid = 0;
  std::size_t multibyte = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    UChar32 character = 0;
    U8_NEXT(data, at, bytes.size(), character);
    if (character < 0) ++count.invalid;
    if (character >= 0x80) ++count.multibyte;
  }
  return count;
}

Result<std::string> convert(std::string_view bytes, const char* charset) {
  std::string utf8(bytes.size() * 3 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      ucnv_convert("UTF-8", charset, utf8.data(), static_cast<std::int32_t>(utf8.size()),
                   bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return malformed(std::string("cannot be read as ") + charset);
  utf8.resize(static_cast<std::size_t>(length));
  return utf8;
}

// One "\n" for every way to end a line.
std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    if (character == '\r' && at < text.size() && text[at] == '\n') continue;
    const bool line_end = character == '\r' || character == '\v' || character == '\f' ||
                          character == 0x85 || character == 0x2028 || character == 0x2029;
    if (line_end) {
      plain += '\n';
    } else if (character == 0xFFFD) {
      append_character(plain, character);
    } else if (character != 0 && character != 0xFEFF) {
      plain.append(text, begin, at - begin);
    }
  }
  return plain;
}

std::string not_text_because(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes))
      return "is " + std::string(signature.format) + ", not text";
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return "is binary, not text: a NUL byte at offset " + std::to_string(nul);
  }
  const auto controls =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  if (controls > 0 && controls >= bytes.size() / kControlShare) {
    return "is binary, not text: " + std::to_string(controls) + " control bytes";
  }
  return {};
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes) {
  constexpr std::size_t kConvertible = std::size_t{512} << 20;
  if (bytes.size() > kConvertible) return malformed("is too large to be one article");
  DecodedText decoded{{}, "UTF-8", 0};
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    Result<std::string> text = convert(bytes, "UTF-16");
    if (!text) return text.error();
    decoded.encoding = "UTF-16";
    decoded.text = with_plain_line_ends(*text);
  } else {
    if (std::string why = not_text_because(bytes); !why.empty()) return malformed(std::move(why));
    const Utf8Count count = count_utf8(bytes);
    if (count.invalid > count.multibyte) {
      Result<std::string> text = convert(bytes, "windows-1252");
      if (!text) return text.error();
      decoded.encoding = "windows-1252";
      decoded.text = with_plain_line_ends(*text);
    } else {
      decoded.replaced = count.invalid;
      decoded.text = with_plain_line_ends(bytes);
    }
  }
  if (fold_blanks(decoded.text).empty()) {
    return Error{ErrorCode::malformed, "empty", "there is no text in it"};
  }
  return decoded;
}

std::size_t line_of_invalid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t line = 1;
  for (std::size_t at = 0; at < bytes.size();) {
    UChar32 character = 0;
    U8_NEXT(data, at, bytes.size(), character);
    if (character < 0) return line;
    if (character == '\n') ++line;
  }
  return 0;
}

}  // namespace palpate
