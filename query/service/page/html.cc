#include "service/page/html.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace palpate::html {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// What stands for a character in HTML; "" for itself.
std::string_view reference(UChar32 character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\t':
    case '\n':
    case '\r':
      return {};
    default:
      break;
  }
  if (character < 0) return kReplacement;
  const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
  return control ? kReplacement : std::string_view{};
}

void append_escaped(std::string_view words, std::string& out) {
  std::size_t plain = 0;
  const auto copy_to = [&](std::size_t end) { out.append(words.substr(plain, end - plain)); };
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(words.data());
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    UChar32 character = 0;
    U8_NEXT(bytes, at, words.size(), character);
    const std::string_view instead = reference(character);
    if (instead.empty()) continue;
    copy_to(begin);
    out.append(instead);
    plain = at;
  }
  copy_to(words.size());
}

}  // namespace

Html& Html::operator<<(Markup markup) {
  out_.append(markup.view());
  return *this;
}

Html& Html::operator<<(const Html& part) {
  out_.append(part.out_);
  return *this;
}

Html& Html::text(std::string_view words) {
  append_escaped(words, out_);
  return *this;
}

Html& Html::text(std::size_t number) {
  out_.append(std::to_string(number));
  return *this;
}

}  // namespace palpate::html
