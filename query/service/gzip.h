#pragma once

#include <string>
#include <string_view>

namespace palpate {

// A gzip member of the text (RFC 1952), at the level that costs least time. Any thread.
std::string gzipped(std::string_view text);

}  // namespace palpate
