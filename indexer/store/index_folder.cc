#include "store/index_folder.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace palpate {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kGenerationPrefix = "generation-";

}  // namespace

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

unsigned long generation_number(const std::string& name) {
  constexpr std::size_t kMostDigits = 18;
  if (!name.starts_with(kGenerationPrefix)) return 0;
  const std::string digits = name.substr(kGenerationPrefix.size());
  const bool plain =
      digits.size() <= kMostDigits && digits.find_first_not_of("0123456789") == std::string::npos;
  return plain ? std::strtoul(digits.c_str(), nullptr, 10) : 0;
}

std::string generation_name(unsigned long number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return std::string(kGenerationPrefix) + digits;
}

std::vector<fs::path> generations_in(const fs::path& index) {
  const auto number = [](const fs::path& path) {
    return generation_number(path.filename().string());
  };
  std::vector<fs::path> found;
  std::error_code failed;  // a folder that cannot be listed has none
  fs::directory_iterator entry(index, failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed))
    if (number(entry->path()) != 0) found.push_back(entry->path());
  std::sort(found.begin(), found.end(), [&](const fs::path& one, const fs::path& other) {
    return number(one) < number(other);
  });
  return found;
}

Status check_ours(const fs::path& index) {
  std::error_code failed;
  if (!fs::exists(index, failed) || first_line(index / kPointerFile).starts_with("palpate "))
    return Done{};
  if (!fs::is_directory(index, failed))
    return Error{ErrorCode::invalid_argument,
                 index.string() + " is a file, not the folder of an index",
                 "name another folder with --db"};
  fs::directory_iterator entry(index, failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    const bool ours = name == kLockFile || name == kBuildingFolder || name == kPointerFile ||
                      name == kFreshPointerFile || generation_number(name) != 0;
    if (!ours)
      return Error{ErrorCode::invalid_argument,
                   index.string() + " is not an index: it holds " + name,
                   "name a new or empty folder with --db"};
  }
  return Done{};
}

}  // namespace palpate
