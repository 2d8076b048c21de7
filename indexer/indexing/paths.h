// Paths as the index knows them: absolute, canonical, without a slash at the end.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace palpate {

std::string absolute_path(const std::filesystem::path& path);

// Also of the folder itself.
bool lies_below(std::string_view path, std::string_view folder);

bool is_there(const std::string& path);

// "/a/b/c.txt" below "/a" → "b/c.txt"; of a root that is the file itself, its name.
std::string path_below(const std::string& path, const std::string& root);

}  // namespace palpate
