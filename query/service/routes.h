// Which path leads where.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace palpate {

enum class Place : std::uint8_t {
  start,
  search,
  article,
  similar,
  asset,
  open_search,
  api_search,
  api_suggest,
  api_article,
  api_similar,
  openapi,
  healthz,
  readyz,
  metrics,
};

struct Route {
  Place place;
  std::string_view path;  // ends in a slash when something follows, but for "/" itself
  std::string_view name;  // in the access log and metrics
  bool asks;              // a worker answers it from the index, and the limit on a rate counts it
  bool page;              // HTML, unless JSON is preferred where there is some
  bool api;               // for programs: JSON always, and CORS
};

struct Routed {
  const Route* route = nullptr;  // null: nothing is there
  std::string rest;              // what follows the path of the route
};

// `path` is decoded. What monitors ask for is found above the base path as well.
Routed find_route(std::string_view path, std::string_view base_path);

// Whether only programs ask for such a path, whether or not something is there.
bool is_for_programs(std::string_view path, std::string_view base_path);

}  // namespace palpate
