#include "article/files/source_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <ranges>
#include <set>
#include <system_error>
#include <utility>

#include "article/files/document_id.h"
#include "article/files/file_bytes.h"
#include "article/files/ignore_patterns.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIgnoreFile = ".palpateignore";
constexpr std::size_t kMostIgnoreBytes = 1 << 20;

std::string reason_of(int number) { return std::generic_category().message(number); }

class Walker {
 public:
  void walk_root(const fs::path& root) {
    root_ = root;
    struct stat status = {};
    if (::stat(root.c_str(), &status) != 0) {
      problem(root, errno == ENOENT ? "does not exist" : reason_of(errno));
    } else if (S_ISDIR(status.st_mode)) {
      walk_folder(root, {}, status, false);
    } else {
      add_file(root, root.filename(), status, true);
    }
  }

  SourceWalk finish() { return std::move(found_); }

 private:
  // A .palpateignore of the folders above, and where its folder is.
  struct Ignoring {
    fs::path folder;  // relative to the root
    IgnorePatterns patterns;
  };

  void problem(const fs::path& path, std::string reason) {
    found_.problems.push_back({path.string(), 0, std::move(reason)});
  }

  struct Name {
    std::string text;
    bool is_link;
  };

  void walk_folder(const fs::path& folder, const fs::path& relative, const struct stat& status,
                   bool through_link) {
    if (!folders_.emplace(status.st_dev, status.st_ino).second) return;
    std::vector<Name> names;
    if (!list(folder, names)) return;
    const bool ignoring = std::ranges::binary_search(names, kIgnoreFile, {}, &Name::text) &&
                          read_ignore_file(folder / kIgnoreFile, relative);
    for (const auto& [name, is_link] : names)
      if (!name.starts_with('.')) visit(folder / name, relative / name, through_link || is_link);
    if (ignoring) ignoring_.pop_back();
  }

  // False when nothing of it could be read.
  bool list(const fs::path& folder, std::vector<Name>& names) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    if (error) {
      problem(folder, "folder cannot be read: " + error.message());
      return false;
    }
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::error_code unknown;  // what cannot be told counts as a link
      const bool is_link = entry->is_symlink(unknown) || unknown;
      names.push_back({entry->path().filename().string(), is_link});
    }
    if (error) problem(folder, "folder cannot be read to its end: " + error.message());
    std::ranges::sort(names, {}, &Name::text);
    return true;
  }

  bool read_ignore_file(const fs::path& file, const fs::path& relative) {
    const Result<std::string> patterns = read_whole_file(file, kMostIgnoreBytes);
    if (!patterns) {
      problem(file, patterns.error().message);
      return false;
    }
    ignoring_.push_back({relative, IgnorePatterns(*patterns)});
    return true;
  }

  void visit(const fs::path& path, const fs::path& relative, bool through_link) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
      const int number = errno;
      if (is_ignored(relative, false)) return;
      problem(path, number == ENOENT ? "vanished, or is a link to nothing" : reason_of(number));
    } else if (const bool is_folder = S_ISDIR(status.st_mode); is_ignored(relative, is_folder)) {
      return;
    } else if (is_folder) {
      walk_folder(path, relative, status, through_link);
    } else {
      add_file(path, relative, status, through_link);
    }
  }

  // The innermost .palpateignore that says something about the path decides.
  bool is_ignored(const fs::path& relative, bool is_folder) const {
    for (const Ignoring& above : std::views::reverse(ignoring_)) {
      std::string_view path = relative.native();
      const std::size_t prefix = above.folder.native().size();
      path.remove_prefix(prefix == 0 ? 0 : prefix + 1);
      if (const std::optional<bool> ignored = above.patterns.ignores(path, is_folder)) {
        return *ignored;
      }
    }
    return false;
  }

  void add_file(const fs::path& path, const fs::path& relative, const struct stat& status,
                bool through_link) {
    if (!S_ISREG(status.st_mode)) return problem(path, "is not a regular file");
    // Several names of one file (hard links) are as many documents; one name reached twice is not.
    if (status.st_nlink == 1 && !files_.emplace(status.st_dev, status.st_ino).second) return;
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    FoundFile file;
    file.path = path;
    file.root = root_;
    file.through_link = through_link;
    file.id = document_id(relative);
    file.size = static_cast<std::uint64_t>(status.st_size);
    file.mtime_ns = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
    file.format = format_of(path);
    found_.files.push_back(std::move(file));
  }

  using FileKey = std::pair<dev_t, ino_t>;

  fs::path root_;
  std::vector<Ignoring> ignoring_;  // outermost first
  std::set<FileKey> folders_;
  std::set<FileKey> files_;
  SourceWalk found_;
};

}  // namespace

SourceWalk walk_sources(const std::vector<fs::path>& roots) {
  Walker walker;
  for (const fs::path& root : roots) walker.walk_root(root);
  return walker.finish();
}

}  // namespace palpate
