#include "service/routes.h"

#include <gtest/gtest.h>

#include <array>

namespace palpate {
namespace {

TEST(Routes, LeadsFromPathsToPlaces) {
  struct Case {
    const char* path;
    const char* base;
    const char* name;  // "" for nothing there
    const char* rest;
  };
  static constexpr std::array kCases{Case{"/", "", "start", ""},
                                     Case{"/search", "", "search", ""},
                                     Case{"/search/", "", "", ""},
                                     Case{"/searching", "", "", ""},
                                     Case{"/articles/a/b.md", "", "article", "a/b.md"},
                                     Case{"/articles/", "", "", ""},
                                     Case{"/articles", "", "", ""},
                                     Case{"/api/v1/articles/x", "", "api_article", "x"},
                                     Case{"/api/v1/search", "", "api_search", ""},
                                     Case{"/api/v2/search", "", "", ""},
                                     Case{"/suche/", "/suche", "start", ""},
                                     Case{"/suche/articles/a", "/suche", "article", "a"},
                                     Case{"/search", "/suche", "", ""},
                                     Case{"/sucherei/", "/suche", "", ""},
                                     Case{"/suche/healthz", "/suche", "healthz", ""},
                                     Case{"/healthz", "/suche", "healthz", ""},
                                     Case{"/metrics", "/suche", "metrics", ""},
                                     Case{"//", "", "", ""},
                                     Case{"/..", "", "", ""}};
  for (const Case& one : kCases) {
    const Routed routed = find_route(one.path, one.base);
    EXPECT_EQ(routed.route == nullptr ? "" : routed.route->name, one.name) << one.path;
    EXPECT_EQ(routed.rest, one.rest) << one.path;
  }
}

}  // namespace
}  // namespace palpate
