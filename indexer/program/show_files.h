// palpate-index --show: files, and all files of folders, as they would be indexed.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "article/reader.h"

namespace palpate {

struct ShowFiles {
  std::vector<std::string> paths;
  bool json = false;
};

struct ShowListener {
  ProblemSink problem;                           // what cannot be shown
  std::function<void(const std::string&)> note;  // files of folders that are passed over
};

// Writes the articles to `out` as they are read. Nothing is written elsewhere.
void show_files(const ShowFiles& files, std::ostream& out, const ShowListener& listener);

}  // namespace palpate
