#include "article/html/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace palpate {
namespace {

constexpr std::size_t kDeclarationWindow = 4096;  // bytes; browsers look at 1024
constexpr std::size_t kMostControls = 20;         // one in so many bytes
constexpr std::size_t kDetectionWindow = 65536;   // bytes given to ICU's detector

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t i = 0;
  while (i < size) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 code_point = 0;
    U8_NEXT(data, i, size, code_point);
    if (code_point < 0) return false;
  }
  return true;
}

// Labels that browsers read as windows-1252, its superset.
bool means_windows_1252(std::string_view label) {
  constexpr std::array<std::string_view, 7> kLabels = {
      "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii", "ascii"};
  return std::find(kLabels.begin(), kLabels.end(), label) != kLabels.end();
}

struct ConverterDeleter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorDeleter {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// False when ICU does not know the label.
bool convert(std::string_view bytes, const std::string& label, std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string name = means_windows_1252(label) ? "windows-1252" : label;
  const std::unique_ptr<UConverter, ConverterDeleter> from(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status) || !from) return false;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), from.get(),
                                status);
  if (U_FAILURE(status)) return false;
  utf8.clear();
  text.toUTF8String(utf8);
  return true;
}

std::string detected_charset(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorDeleter> detector(ucsdet_open(&status));
  if (U_FAILURE(status) || !detector) return {};
  ucsdet_enableInputFilter(detector.get(), true);  // leaves markup out
  const auto size = static_cast<std::int32_t>(std::min(bytes.size(), kDetectionWindow));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  std::string name = ucsdet_getName(match, &status);
  if (U_FAILURE(status)) return {};
  std::transform(name.begin(), name.end(), name.begin(), lower_ascii);
  return name;
}

std::string marked_charset(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "utf-32le";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  if (bytes.starts_with(std::string_view("<\0", 2))) return "utf-16le";
  if (bytes.starts_with(std::string_view("\0<", 2))) return "utf-16be";
  return {};
}

std::string decode(std::string_view bytes) {
  std::string utf8;
  if (const std::string mark = marked_charset(bytes); !mark.empty() && mark != "utf-8") {
    if (convert(bytes, mark, utf8)) return utf8;
  }
  if (is_utf8(bytes)) return std::string(bytes);
  const std::string declared = declared_charset(bytes);
  // A page that was readable enough to find its <meta> cannot be UTF-16 or UTF-32.
  const bool usable = !declared.empty() && !declared.starts_with("utf-16") &&
                      !declared.starts_with("utf-32") && !declared.starts_with("unicode");
  if (usable && convert(bytes, declared, utf8)) return utf8;
  const std::string detected = detected_charset(bytes);
  if (!detected.empty() && convert(bytes, detected, utf8)) return utf8;
  convert(bytes, "windows-1252", utf8);
  return utf8;
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, kDeclarationWindow));
  std::transform(head.begin(), head.end(), head.begin(), lower_ascii);
  constexpr std::string_view kEnd = " \t\r\n\"'/>;?";
  for (const std::string_view key : {"charset", "encoding"}) {
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      std::size_t begin = head.find_first_not_of(" \t\r\n", at + key.size());
      if (begin == std::string::npos || head[begin] != '=') continue;
      begin = head.find_first_not_of(" \t\r\n\"'", begin + 1);
      if (begin == std::string::npos) continue;
      const std::size_t open = head.rfind('<', at);
      if (open == std::string::npos) continue;
      const std::string_view tag = std::string_view(head).substr(open);
      if (!tag.starts_with(key == "charset" ? "<meta" : "<?xml")) continue;
      std::string label = head.substr(begin, head.find_first_of(kEnd, begin) - begin);
      if (!label.empty()) return label;
    }
  }
  return {};
}

bool looks_binary(std::string_view bytes) {
  if (!marked_charset(bytes).empty()) return false;
  const std::string_view start = bytes.substr(0, kDetectionWindow);
  const auto control =
      static_cast<std::size_t>(std::count_if(start.begin(), start.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' &&
               byte != 0x1B;
      }));
  return control * kMostControls > start.size();
}

std::string html_to_utf8(std::string_view bytes) {
  std::string utf8 = decode(bytes);
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.erase(0, 3);
  if (utf8.find('\0') != std::string::npos) std::erase(utf8, '\0');
  return utf8;
}

}  // namespace palpate
