// The hash of a file's bytes, for telling whether it changed.
#pragma once

#include <string>

namespace palpate {

// 16 bytes; empty when the file cannot be read to its end. Streams, with a small buffer.
std::string hash_of_file(const std::string& path);

}  // namespace palpate
