#include "service/response_headers.h"

#include <algorithm>

#include "service/gzip.h"
#include "service/negotiation.h"

namespace palpate {
namespace {

constexpr int kNotModified = 304;
// Below it the packed text and its header field are hardly shorter.
constexpr std::size_t kLeastToCompress = 800;

constexpr const char* kPagePolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr const char* kOtherPolicy = "default-src 'none'; frame-ancestors 'none'";

bool has(const HttpResponse& response, std::string_view name) {
  return std::ranges::any_of(response.headers,
                             [&](const auto& header) { return header.first == name; });
}

bool is_html(const HttpResponse& response) { return response.type.starts_with("text/html"); }

// What the response to this address depends on, whichever of its forms this one is.
std::string varies_with(const Visit& visit) {
  const Route* route = visit.routed.route;
  std::string fields = "Accept-Encoding";
  if (route == nullptr || route->page) fields += ", Accept, Accept-Language";
  if (route != nullptr && route->api) fields += ", Origin";
  return fields;
}

}  // namespace

void add_usual_headers(const Visit& visit, HttpResponse& response) {
  // The fields of a 304 take the place of those that the browser kept: a page would lose its own.
  if (response.status != kNotModified)
    response.set("Content-Security-Policy", is_html(response) ? kPagePolicy : kOtherPolicy);
  response.set("X-Content-Type-Options", "nosniff");
  // A question stands in the address: no other site is to see it.
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  response.set("X-Request-Id", visit.request->id);
  response.set("Vary", varies_with(visit));
  // Kept by the person's own browser only, and asked for again each time: an ETag makes that short.
  if (!has(response, "Cache-Control")) response.set("Cache-Control", "private, no-cache");
}

void compress(const RequestHeaders& headers, HttpResponse& response) {
  if (response.content().size() < kLeastToCompress || has(response, "Content-Encoding") ||
      !accepts_gzip(headers.accept_encoding))
    return;
  response.body = gzipped(response.content());
  response.fixed_body = {};
  response.set("Content-Encoding", "gzip");
}

}  // namespace palpate
