#include "service/routes.h"

#include <array>

namespace palpate {
namespace {

constexpr std::array kRoutes{
    Route{Place::start, "/", "start", true, true, false},
    Route{Place::search, "/search", "search", true, true, false},
    Route{Place::article, "/articles/", "article", true, true, false},
    Route{Place::similar, "/similar", "similar", true, true, false},
    Route{Place::asset, "/assets/", "asset", false, false, false},
    Route{Place::open_search, "/opensearch.xml", "opensearch", false, false, false},
    Route{Place::api_search, "/api/v1/search", "api_search", true, false, true},
    Route{Place::api_suggest, "/api/v1/suggest", "api_suggest", true, false, true},
    Route{Place::api_article, "/api/v1/articles/", "api_article", true, false, true},
    Route{Place::api_similar, "/api/v1/similar", "api_similar", true, false, true},
    Route{Place::openapi, "/api/v1/openapi.json", "openapi", false, false, true},
    Route{Place::healthz, "/healthz", "healthz", false, false, false},
    Route{Place::readyz, "/readyz", "readyz", false, false, false},
    Route{Place::metrics, "/metrics", "metrics", false, false, false}};

bool leads_to(std::string_view path, const Route& route) {
  const bool open = route.path.size() > 1 && route.path.ends_with('/');
  return open ? path.starts_with(route.path) && path.size() > route.path.size()
              : path == route.path;
}

bool is_for_monitors(const Route& route) {
  return route.place == Place::healthz || route.place == Place::readyz ||
         route.place == Place::metrics;
}

}  // namespace

Routed find_route(std::string_view path, std::string_view base_path) {
  const bool below = path.starts_with(base_path);
  const std::string_view inner = below ? path.substr(base_path.size()) : std::string_view{};
  for (const Route& route : kRoutes) {
    if (below && leads_to(inner, route))
      return {&route, std::string(inner.substr(route.path.size()))};
    if (is_for_monitors(route) && path == route.path) return {&route, {}};
  }
  return {};
}

bool is_for_programs(std::string_view path, std::string_view base_path) {
  if (!path.starts_with(base_path)) return false;
  const std::string_view inner = path.substr(base_path.size());
  return inner == "/api" || inner.starts_with("/api/");
}

}  // namespace palpate
