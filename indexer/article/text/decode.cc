#include "article/text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "article/characters.h"

namespace palpate {
namespace {

using namespace std::string_view_literals;

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

// One control character in so many is more than slips of a program that wrote the text: compressed
// data has one in ten.
constexpr std::size_t kTextPerControl = 20;
// Of so many bytes one that is not ASCII and not UTF-8: no text in a Latin script.
constexpr std::size_t kTextPerForeign = 3;
constexpr std::size_t kDetectionWindow = 65536;  // bytes given to ICU's detector
constexpr std::int32_t kSure = 90;               // of 100

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

// One "\n" for every way to end a line, a blank for each control character.
void take_plain(std::string_view text, DecodedText& decoded) {
  std::string& plain = decoded.text;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    if (character == '\r' && at < text.size() && text[at] == '\n') continue;
    const bool line_end = character == '\r' || character == '\v' || character == '\f' ||
                          character == 0x85 || character == 0x2028 || character == 0x2029;
    const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    if (line_end) {
      plain += '\n';
    } else if (control && character != '\t' && character != '\n') {
      plain += ' ';
      ++decoded.blanked;
    } else if (character == 0xFFFD) {
      append_character(plain, character);
    } else if (character != 0xFEFF) {
      plain.append(text, begin, at - begin);
    }
  }
}

std::string not_text_because(std::string_view bytes, const Utf8Count& count) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes))
      return "is " + std::string(signature.format) + ", not text";
  }
  // Some programs fill the last block of a file up.
  const std::string_view typed = bytes.substr(0, bytes.find_last_not_of("\0\x1A"sv) + 1);
  const auto controls =
      static_cast<std::size_t>(std::count_if(typed.begin(), typed.end(), is_control));
  if (controls * kTextPerControl > typed.size() ||
      (controls > 0 && count.invalid * kTextPerForeign > typed.size())) {
    return "is binary, not text: " + std::to_string(controls) + " of " +
           std::to_string(typed.size()) + " bytes are control bytes";
  }
  return {};
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// UTF-16 without a byte order mark, as far as ICU is sure: it is of text in a Latin script.
const char* detected_utf16(std::string_view bytes) {
  const std::size_t whole_units = std::min(bytes.size(), kDetectionWindow) / 2 * 2;
  const std::string_view sample = bytes.substr(0, whole_units);
  if (sample.find('\0') == std::string_view::npos) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return nullptr;
  const std::string_view name = ucsdet_getName(match, &status);
  if (ucsdet_getConfidence(match, &status) < kSure || U_FAILURE(status)) return nullptr;
  if (name == "UTF-16LE") return "UTF-16LE";
  return name == "UTF-16BE" ? "UTF-16BE" : nullptr;
}

Result<DecodedText> decode_utf16(std::string_view bytes, const char* charset) {
  const Result<std::string> text = convert(bytes, charset);
  if (!text) return text.error();
  DecodedText decoded{{}, "UTF-16", 0, 0};
  take_plain(*text, decoded);
  if (decoded.blanked * kTextPerControl > bytes.size() / 2)
    return malformed("is binary, not text: it would be UTF-16 full of control characters");
  return decoded;
}

Result<DecodedText> decode_bytes(std::string_view bytes) {
  const Utf8Count count = count_utf8(bytes);
  if (std::string why = not_text_because(bytes, count); !why.empty())
    return malformed(std::move(why));
  DecodedText decoded{{}, "UTF-8", 0, 0};
  if (count.invalid <= count.multibyte) {
    decoded.replaced = count.invalid;
    take_plain(bytes, decoded);
    return decoded;
  }
  const Result<std::string> text = convert(bytes, "windows-1252");
  if (!text) return text.error();
  decoded.encoding = "windows-1252";
  take_plain(*text, decoded);
  return decoded;
}

}  // namespace

const char* utf16_of(std::string_view bytes) {
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  return marked ? "UTF-16" : detected_utf16(bytes);
}

Result<DecodedText> decode_text(std::string_view bytes) {
  constexpr std::size_t kConvertible = std::size_t{512} << 20;
  if (bytes.size() > kConvertible) return malformed("is too large to be one article");
  const char* utf16 = utf16_of(bytes);
  Result<DecodedText> decoded = utf16 != nullptr ? decode_utf16(bytes, utf16) : decode_bytes(bytes);
  if (decoded && fold_blanks(decoded->text).empty())
    return Error{ErrorCode::malformed, "empty", "there is no text in it"};
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
