// A file that lines are written to, and that is there only once it is whole; or standard output.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "palpate/error.h"

namespace palpate {

class JsonlFile {
 public:
  // "-" is standard output, through std::cout.
  explicit JsonlFile(std::string name);
  JsonlFile(const JsonlFile&) = delete;
  JsonlFile& operator=(const JsonlFile&) = delete;
  // Takes away what was not finished.
  ~JsonlFile();

  bool is_standard_output() const { return name_ == "-"; }
  Status open();
  Status write(std::string_view line);
  // Syncs it to disk and gives it its name, in place of a file of that name.
  Status finish();

 private:
  Error failed(const char* what) const;

  std::string name_;
  std::filesystem::path unfinished_;
  std::FILE* file_ = nullptr;
};

}  // namespace palpate
