#include "service/page/assets.h"

#include <array>
#include <cstdint>
#include <span>

#include "service/page/page.h"

namespace palpate {

extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;
extern const std::string_view kPageIcon;

namespace html {
namespace {

// FNV-1a: tells versions of our own files apart, no more is asked of it.
std::string fingerprint(std::string_view content) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  std::string digits;
  for (int i = 0; i < 16; ++i, hash >>= 4U) digits += "0123456789abcdef"[hash & 15U];
  return digits;
}

struct Files {
  std::array<std::string, 3> etags;
  std::array<Asset, 3> all;

  Files()
      : all{{{kStylePath, "text/css; charset=utf-8", kPageStyle, {}},
             {kScriptPath, "text/javascript; charset=utf-8", kPageScript, {}},
             {kIconPath, "image/svg+xml", kPageIcon, {}}}} {
    for (std::size_t i = 0; i < all.size(); ++i) {
      etags[i] = '"' + fingerprint(all[i].content) + '"';
      all[i].etag = etags[i];
    }
  }
};

const Files& files() {
  static const Files kFiles;
  return kFiles;
}

}  // namespace

std::string versioned(std::string_view path) {
  for (const Asset& asset : files().all) {
    if (asset.path == path)
      return std::string(path) + "?v=" + std::string(asset.etag.substr(1, asset.etag.size() - 2));
  }
  return std::string(path);
}

}  // namespace html

std::span<const Asset> assets() { return html::files().all; }

}  // namespace palpate
