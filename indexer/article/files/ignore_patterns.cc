#include "article/files/ignore_patterns.h"

#include <algorithm>
#include <cstddef>
#include <ranges>
#include <utility>

namespace palpate {
namespace {

constexpr std::string_view kAnyFolders = "**";

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// One part of a path against one part of a pattern. Takes |name| · |pattern| steps at most: only
// the last '*' is ever tried again.
bool matches_part(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_name = 0;
  while (n < name.size()) {
    const bool escaped = p + 1 < pattern.size() && pattern[p] == '\\';
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_name = n;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      do {
        ++n;
      } while (n < name.size() && continues_character(name[n]));
    } else if (p < pattern.size() && pattern[escaped ? p + 1 : p] == name[n]) {
      p += escaped ? 2 : 1;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++star_name;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

// The same over parts, where "**" stands for any number of them.
bool matches_path(const std::vector<std::string>& pattern,
                  const std::vector<std::string_view>& path) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_path = 0;
  while (n < path.size()) {
    if (p < pattern.size() && pattern[p] == kAnyFolders) {
      // At the end it matches all that lies inside, of which path[n] is the first.
      if (p + 1 == pattern.size()) return true;
      star = p++;
      star_path = n;
    } else if (p < pattern.size() && matches_part(pattern[p], path[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++star_path;
    } else {
      return false;
    }
  }
  return p == pattern.size();
}

template <class Text>
std::vector<Text> parts_of(std::string_view path) {
  std::vector<Text> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (end > begin) parts.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string_view without_trailing_blanks(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\r') || line.ends_with('\t')) {
    if (line.size() > 1 && line[line.size() - 2] == '\\') break;
    line.remove_suffix(1);
  }
  return line;
}

}  // namespace

IgnorePatterns::IgnorePatterns(std::string_view file) {
  if (file.starts_with("\xef\xbb\xbf")) file.remove_prefix(3);
  for (std::size_t begin = 0; begin < file.size();) {
    const std::size_t end = std::min(file.find('\n', begin), file.size());
    std::optional<Pattern> pattern = parse(file.substr(begin, end - begin));
    if (pattern) patterns_.push_back(std::move(*pattern));
    begin = end + 1;
  }
}

std::optional<IgnorePatterns::Pattern> IgnorePatterns::parse(std::string_view line) {
  line = without_trailing_blanks(line);
  if (line.empty() || line.starts_with('#')) return std::nullopt;
  Pattern pattern;
  if (line.starts_with('!')) {
    pattern.take_in = true;
    line.remove_prefix(1);
  }
  while (line.ends_with('/')) {
    pattern.folders_only = true;
    line.remove_suffix(1);
  }
  const bool anchored = line.find('/') != std::string_view::npos;
  pattern.parts = parts_of<std::string>(line);
  if (pattern.parts.empty()) return std::nullopt;
  if (!anchored) pattern.parts.insert(pattern.parts.begin(), std::string(kAnyFolders));
  // "**" beside itself says no more than once.
  pattern.parts.erase(std::unique(pattern.parts.begin(), pattern.parts.end(),
                                  [](const std::string& a, const std::string& b) {
                                    return a == kAnyFolders && b == kAnyFolders;
                                  }),
                      pattern.parts.end());
  return pattern;
}

std::optional<bool> IgnorePatterns::ignores(std::string_view path, bool is_folder) const {
  const std::vector<std::string_view> parts = parts_of<std::string_view>(path);
  for (const Pattern& pattern : std::views::reverse(patterns_)) {
    if (pattern.folders_only && !is_folder) continue;
    if (matches_path(pattern.parts, parts)) return !pattern.take_in;
  }
  return std::nullopt;
}

}  // namespace palpate
