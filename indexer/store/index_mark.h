// Whether an index has changed, without opening it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace palpate {

// Opaque bytes that differ for any two states of an index: what names its current generation, and
// that generation's own version file, which each commit replaces. Reads these two small files. ""
// when there is no index, or it changes this very moment. Any thread.
std::string index_mark(const std::filesystem::path& index);
// Of several indexes that are read as one.
std::string index_mark(const std::vector<std::string>& indexes);

}  // namespace palpate
