#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "article/reader.h"

namespace palpate {

Format format_of(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, Format>, 9> kEndings = {{
      {".txt", Format::text},
      {".text", Format::text},
      {".html", Format::html},
      {".htm", Format::html},
      {".xhtml", Format::html},
      {".md", Format::markdown},
      {".markdown", Format::markdown},
      {".jsonl", Format::json_lines},
      {".ndjson", Format::json_lines},
  }};
  std::string name(path.substr(path.rfind('/') + 1));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  for (const auto& [ending, format] : kEndings) {
    if (name.size() > ending.size() && name.ends_with(ending)) return format;
  }
  return Format::unsupported;
}

}  // namespace palpate
