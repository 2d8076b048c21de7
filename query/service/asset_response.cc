#include "service/asset_response.h"

#include <map>
#include <string>

#include "service/gzip.h"
#include "service/negotiation.h"
#include "service/page/page.h"

namespace palpate {
namespace {

constexpr const char* kYear = "public, max-age=31536000, immutable";

struct Packed {
  Asset asset;
  std::string gzip;
};

const std::map<std::string_view, Packed>& packed_assets() {
  static const std::map<std::string_view, Packed> packed = [] {
    std::map<std::string_view, Packed> made;
    for (const Asset& asset : assets())
      made.emplace(asset.path, Packed{asset, gzipped(asset.content)});
    return made;
  }();
  return packed;
}

}  // namespace

std::optional<HttpResponse> asset_response(std::string_view path, const RequestHeaders& headers) {
  const auto found = packed_assets().find(path);
  if (found == packed_assets().end()) return std::nullopt;
  const auto& [asset, gzip] = found->second;
  const bool known = matches_etag(headers.if_none_match, asset.etag);
  HttpResponse response{.status = known ? 304 : 200};
  response.set("ETag", std::string(asset.etag));
  response.set("Cache-Control", kYear);
  if (known) return response;
  response.type = asset.type;
  response.fixed_body = asset.content;
  if (gzip.size() < asset.content.size() && accepts_gzip(headers.accept_encoding)) {
    response.fixed_body = gzip;
    response.set("Content-Encoding", "gzip");
  }
  return response;
}

}  // namespace palpate
