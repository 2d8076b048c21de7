#include "service/etag.h"

#include <xxhash.h>

#include <array>
#include <cinttypes>
#include <cstdio>

namespace palpate {

std::string etag_of(std::initializer_list<std::string_view> parts) {
  std::string all = PALPATE_VERSION;
  for (const std::string_view part : parts) all.append(1, '\n').append(part);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "W/\"%016" PRIx64 "\"",
                XXH3_64bits(all.data(), all.size()));
  return text.data();
}

}  // namespace palpate
