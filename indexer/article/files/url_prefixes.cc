#include "article/files/url_prefixes.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <system_error>
#include <utility>

#include "article/files/document_id.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;

bool has_scheme(std::string_view url) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (url.empty() || !is_letter(url.front())) return false;
  const auto end = std::find_if_not(url.begin(), url.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
  });
  return end != url.end() && *end == ':';
}

// Symbolic links resolved as far as the path exists.
fs::path with_links_resolved(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  if (error) return path.lexically_normal();
  fs::path resolved = fs::weakly_canonical(absolute, error);
  if (error) resolved = absolute.lexically_normal();
  return resolved.has_filename() ? resolved : resolved.parent_path();
}

std::size_t depth_of(const fs::path& path) {
  return static_cast<std::size_t>(std::distance(path.begin(), path.end()));
}

}  // namespace

Status UrlPrefixes::add(std::string_view definition) {
  // A folder's name may hold a '=', and so may a URL: the folder ends where a URL can begin.
  std::size_t equals = definition.find('=');
  while (equals != std::string_view::npos && !has_scheme(definition.substr(equals + 1))) {
    equals = definition.find('=', equals + 1);
  }
  if (equals == std::string_view::npos || equals == 0) {
    return Error{ErrorCode::invalid_argument, "not of the form DIR=URL: " + std::string(definition),
                 "For example: --url-prefix articles=https://example.org/articles"};
  }
  Prefix prefix{with_links_resolved(definition.substr(0, equals)),
                std::string(definition.substr(equals + 1))};
  if (!prefix.url.ends_with('/') && !prefix.url.ends_with('=')) prefix.url += '/';
  const auto place = std::find_if(prefixes_.begin(), prefixes_.end(), [&](const Prefix& other) {
    return depth_of(other.folder) <= depth_of(prefix.folder);
  });
  prefixes_.insert(place, std::move(prefix));
  return Done{};
}

std::string UrlPrefixes::url_of(const fs::path& file) const {
  if (prefixes_.empty()) return {};
  // The file's own link is not followed: the folder it lies in is what is published.
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const fs::path absolute = with_links_resolved(folder) / file.filename();
  for (const Prefix& prefix : prefixes_) {
    const auto [unmatched, rest] =
        std::mismatch(prefix.folder.begin(), prefix.folder.end(), absolute.begin(), absolute.end());
    if (unmatched != prefix.folder.end()) continue;
    fs::path relative;
    for (auto part = rest; part != absolute.end(); ++part) relative /= *part;
    return prefix.url + url_path(relative);
  }
  return {};
}

}  // namespace palpate
