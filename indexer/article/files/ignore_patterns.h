// The patterns of a .palpateignore file, one a line, read like .gitignore.
//
//   # a comment           drafts/      folders of that name, at any depth
//   *.bak                 /old.html    only beside the .palpateignore file
//   !keep.bak             docs/**/tmp  a slash within: from the file's folder on
//
// '*' and '?' never match a '/', "**" between slashes matches any number of folders. The last
// pattern that matches decides; "!" takes a file in again, but nothing below a folder left out. A
// backslash takes a leading '#' or '!', or any wildcard, as it is. '[' has no meaning of its own.
//
// Immutable once read; may be shared between threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

class IgnorePatterns {
 public:
  IgnorePatterns() = default;
  explicit IgnorePatterns(std::string_view file);

  // Whether the file or folder at `path`, relative to the folder of the .palpateignore and with
  // '/' between its parts, is left out; nothing where no pattern matches.
  std::optional<bool> ignores(std::string_view path, bool is_folder) const;

  bool empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    std::vector<std::string> parts;
    bool take_in = false;
    bool folders_only = false;
  };

  static std::optional<Pattern> parse(std::string_view line);

  std::vector<Pattern> patterns_;
};

}  // namespace palpate
