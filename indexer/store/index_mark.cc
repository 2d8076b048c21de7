#include "store/index_mark.h"

#include <fstream>
#include <iterator>

#include "store/index_folder.h"

namespace palpate {
namespace {

// Xapian replaces it by a rename when it commits; it holds the revision of every table.
constexpr const char* kVersionFile = "iamglass";

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::string index_mark(const std::filesystem::path& index) {
  const std::string pointer = first_line(index / kPointerFile);
  const std::string version =
      bytes_of(index / pointer.substr(pointer.rfind(' ') + 1) / kVersionFile);
  return version.empty() ? version : pointer + "\n" + version;
}

std::string index_mark(const std::vector<std::string>& indexes) {
  std::string marks;
  for (const std::string& index : indexes)
    marks.append(index_mark(std::filesystem::path(index))).push_back('\0');
  return marks;
}

}  // namespace palpate
