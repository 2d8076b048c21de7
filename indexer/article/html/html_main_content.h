// Finds the main content of a page: the element that holds it, and what inside that element is
// furniture.
#pragma once

#include <string_view>
#include <vector>

#include "article/html/html_document.h"

namespace palpate {

struct MainContent {
  HtmlDocument::Index root = 0;
  // By node: why its subtree is not main content; empty for what is kept. Set at the top of each
  // subtree that goes. What lies outside of root goes as well, for the reason set there or none.
  std::vector<std::string_view> dropped;
};

MainContent find_main_content(const HtmlDocument& page);

}  // namespace palpate
