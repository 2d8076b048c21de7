// Links for files: which folder is published under which URL (--url-prefix DIR=URL).
//
//   UrlPrefixes prefixes;
//   Status added = prefixes.add("site/articles=https://example.org/health");
//   prefixes.url_of("site/articles/back pain.html")  →
//   "https://example.org/health/back%20pain.html"
//
// Reading is safe from several threads once nothing is added any more.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/error.h"

namespace palpate {

class UrlPrefixes {
 public:
  // "DIR=URL". The URL has a scheme ("https:", "file:"); the folder need not exist.
  Status add(std::string_view definition);

  // The URL of a file below one of the folders, the innermost of them; "" where there is none.
  // Folders are compared as absolute paths with their symbolic links resolved.
  std::string url_of(const std::filesystem::path& file) const;

 private:
  struct Prefix {
    std::filesystem::path folder;
    std::string url;
  };

  std::vector<Prefix> prefixes_;  // innermost folders first
};

}  // namespace palpate
