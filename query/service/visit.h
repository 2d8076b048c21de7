// One request on its way through the site, and what comes back from it.
#pragma once

#include <string>
#include <variant>

#include "service/http.h"
#include "service/problem.h"
#include "service/routes.h"
#include "service/target.h"

namespace palpate {

struct Visit {
  const HttpRequest* request = nullptr;
  Target target = {};
  Routed routed = {};
  bool json = true;  // not HTML

  bool is(Place place) const { return routed.route != nullptr && routed.route->place == place; }
};

using Outcome = std::variant<HttpResponse, Problem>;

}  // namespace palpate
