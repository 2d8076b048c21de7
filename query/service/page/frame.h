// What every page stands in: head, skip link, header with the question field and filters, footer.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "palpate/searcher.h"
#include "service/page/html.h"
#include "service/page/interface_texts.h"
#include "service/page/page.h"

namespace palpate::html {

struct Frame {
  const PageView& view;
  const InterfaceTexts& say;
  std::string title;  // of the document
  // This page's address for another view of it: the same in another language.
  std::function<std::string(const PageView&)> address;
  const IndexDescription* index = nullptr;  // what the filters offer; nullptr: no filters
  bool start = false;  // the page that only asks, with the question field in its middle
};

// The whole document around `main`.
std::string framed(const Frame& frame, const Html& main);

// "<a href=…>words</a>"
Html link(std::string_view address, std::string_view words);

}  // namespace palpate::html
