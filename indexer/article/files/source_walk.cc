#include "article/files/source_walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <ranges>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "article/files/document_id.h"
#include "article/files/file_bytes.h"
#include "article/files/ignore_patterns.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIgnoreFile = ".palpateignore";
constexpr std::size_t kMostIgnoreBytes = 1 << 20;

std::string reason_of(int number) { return std::generic_category().message(number); }

// Paths are put together of strings: fs::path takes every one apart again.
std::string joined(std::string_view folder, std::string_view name) {
  std::string path;
  path.reserve(folder.size() + name.size() + 1);
  path.append(folder);
  if (!path.empty() && !path.ends_with('/')) path += '/';
  return path.append(name);
}

// What lies in a folder, as it was when it was listed.
struct Entry {
  std::string name;
  bool is_link = false;
  int error = 0;  // why it has no status
  struct stat status {};
};

using Listing = std::unique_ptr<DIR, int (*)(DIR*)>;

bool is_link(int folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_LNK;
  struct stat status {};
  // What cannot be told counts as a link.
  return ::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0 ||
         S_ISLNK(status.st_mode);
}

class Walker {
 public:
  explicit Walker(const FoundFileSink& files) : files_(files) {}

  void walk_root(const std::string& root) {
    struct stat status {};
    if (::stat(root.c_str(), &status) != 0) {
      problem(root, errno == ENOENT ? "does not exist" : reason_of(errno));
    } else if (S_ISDIR(status.st_mode)) {
      walk_folder(root, {}, status, false);
    } else {
      add_file(root, fs::path(root).filename().native(), status, true);
    }
  }

  std::vector<Problem> problems() { return std::move(problems_); }

 private:
  // A .palpateignore of the folders above, and where its folder is.
  struct Ignoring {
    std::string folder;  // relative to the root
    IgnorePatterns patterns;
  };

  void problem(const std::string& path, std::string reason) {
    problems_.push_back({path, 0, std::move(reason)});
  }

  void walk_folder(const std::string& folder, const std::string& relative,
                   const struct stat& status, bool through_link) {
    if (!folders_.emplace(status.st_dev, status.st_ino).second) return;
    std::vector<Entry> entries;
    if (!list(folder, entries)) return;
    const bool ignoring = std::ranges::binary_search(entries, kIgnoreFile, {}, &Entry::name) &&
                          read_ignore_file(joined(folder, kIgnoreFile), relative);
    for (const Entry& entry : entries)
      if (!entry.name.starts_with('.'))
        visit(entry, joined(folder, entry.name), joined(relative, entry.name),
              through_link || entry.is_link);
    if (ignoring) ignoring_.pop_back();
  }

  // False when nothing of it could be read. Looks at everything in it by its name alone, and leaves
  // the folder before those below it are entered: they may lie deeper than files can be open.
  bool list(const std::string& folder, std::vector<Entry>& entries) {
    const Listing listing(::opendir(folder.c_str()), ::closedir);
    if (!listing) {
      problem(folder, "folder cannot be read: " + reason_of(errno));
      return false;
    }
    const int descriptor = ::dirfd(listing.get());
    errno = 0;
    while (const dirent* const entry = ::readdir(listing.get())) {
      const std::string_view name = entry->d_name;
      if (name != "." && name != "..")
        entries.push_back({std::string(name), is_link(descriptor, *entry), 0, {}});
      errno = 0;
    }
    if (errno != 0) problem(folder, "folder cannot be read to its end: " + reason_of(errno));
    std::ranges::sort(entries, {}, &Entry::name);
    for (Entry& entry : entries)
      if (!entry.name.starts_with('.') &&
          ::fstatat(descriptor, entry.name.c_str(), &entry.status, 0) != 0)
        entry.error = errno;
    return true;
  }

  bool read_ignore_file(const std::string& file, const std::string& relative) {
    const Result<std::string> patterns = read_whole_file(file, kMostIgnoreBytes);
    if (!patterns) {
      problem(file, patterns.error().message);
      return false;
    }
    ignoring_.push_back({relative, IgnorePatterns(*patterns)});
    return true;
  }

  void visit(const Entry& entry, std::string path, const std::string& relative, bool through_link) {
    if (entry.error != 0) {
      if (is_ignored(relative, false)) return;
      problem(path,
              entry.error == ENOENT ? "vanished, or is a link to nothing" : reason_of(entry.error));
    } else if (const bool is_folder = S_ISDIR(entry.status.st_mode);
               is_ignored(relative, is_folder)) {
      return;
    } else if (is_folder) {
      walk_folder(path, relative, entry.status, through_link);
    } else {
      add_file(std::move(path), relative, entry.status, through_link);
    }
  }

  // The innermost .palpateignore that says something about the path decides.
  bool is_ignored(std::string_view relative, bool is_folder) const {
    for (const Ignoring& above : std::views::reverse(ignoring_)) {
      const std::size_t prefix = above.folder.size();
      const std::string_view path = relative.substr(prefix == 0 ? 0 : prefix + 1);
      if (const std::optional<bool> ignored = above.patterns.ignores(path, is_folder)) {
        return *ignored;
      }
    }
    return false;
  }

  void add_file(std::string path, std::string_view relative, const struct stat& status,
                bool through_link) {
    if (!S_ISREG(status.st_mode)) return problem(path, "is not a regular file");
    // Several names of one file (hard links) are as many documents; one name reached twice is not.
    if (status.st_nlink == 1 && !given_.emplace(status.st_dev, status.st_ino).second) return;
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    FoundFile file;
    file.format = format_of(relative);
    file.path = std::move(path);
    file.through_link = through_link;
    file.id = document_id(relative);
    file.size = static_cast<std::uint64_t>(status.st_size);
    file.mtime_ns = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
    files_(std::move(file));
  }

  using FileKey = std::pair<dev_t, ino_t>;
  struct HashOfKey {
    std::size_t operator()(const FileKey& key) const {
      return std::hash<ino_t>()(key.second) ^ std::hash<dev_t>()(key.first << 20U);
    }
  };

  const FoundFileSink& files_;
  std::vector<Ignoring> ignoring_;  // outermost first
  std::unordered_set<FileKey, HashOfKey> folders_;
  std::unordered_set<FileKey, HashOfKey> given_;
  std::vector<Problem> problems_;
};

}  // namespace

SourceWalk walk_sources(const std::vector<fs::path>& roots) {
  SourceWalk walk;
  const FoundFileSink files = [&](FoundFile file) { walk.files.push_back(std::move(file)); };
  Walker walker(files);
  for (const fs::path& root : roots) walker.walk_root(root.native());
  walk.problems = walker.problems();
  return walk;
}

std::vector<Problem> walk_sources(const fs::path& root, const FoundFileSink& files) {
  Walker walker(files);
  walker.walk_root(root.native());
  return walker.problems();
}

}  // namespace palpate
