// Finding the files to index below the files and folders a person names.
//
// Folders are walked with everything below them, in the byte order of names, so that two walks of
// the same tree give the same list. Hidden files and folders (".name") are left out unless they are
// named themselves, and so is what a .palpateignore file says (see ignore_patterns.h). Symbolic
// links are followed; a file or folder reached twice is given once, where it was found first, so
// that loops end.
//
//   const SourceWalk walk = walk_sources({"articles", "extra/leaflet.html"});
//   for (const FoundFile& file : walk.files) ...
//
// Holds no state; may be called from any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "article/reader.h"

namespace palpate {

struct FoundFile {
  std::string path;           // to open it: the root as given, and what lies below
  bool through_link = true;   // it, or a folder between, may be a symbolic link
  std::string id;             // document_id() of the path below the root; a root's own: its name
  std::uint64_t size = 0;     // bytes on disk
  std::int64_t mtime_ns = 0;  // since the epoch
  Format format = Format::unsupported;  // files that cannot be read are found too, to be counted
};

struct SourceWalk {
  std::vector<FoundFile> files;
  std::vector<Problem> problems;  // roots that do not exist, folders that cannot be read …
};

SourceWalk walk_sources(const std::vector<std::filesystem::path>& roots);

// The same, handing each file over as it is found: nobody needs all of them at once. What it gives
// are the problems.
using FoundFileSink = std::function<void(FoundFile)>;
std::vector<Problem> walk_sources(const std::filesystem::path& root, const FoundFileSink& files);

}  // namespace palpate
