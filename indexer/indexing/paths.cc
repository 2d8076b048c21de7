#include "indexing/paths.h"

#include <system_error>

namespace palpate {
namespace fs = std::filesystem;

std::string absolute_path(const fs::path& path) {
  std::error_code failed;
  // A path of which nothing is there would stay relative.
  fs::path absolute = fs::absolute(path, failed);
  if (const fs::path canonical = fs::weakly_canonical(absolute, failed); !failed)
    absolute = canonical;
  std::string text = absolute.lexically_normal().string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

bool lies_below(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/' || folder == "/");
}

bool is_there(const std::string& path) {
  std::error_code failed;
  return fs::exists(path, failed);
}

std::string path_below(const std::string& path, const std::string& root) {
  if (path == root || !lies_below(path, root)) return fs::path(path).filename().string();
  return path.substr(root == "/" ? 1 : root.size() + 1);
}

}  // namespace palpate
