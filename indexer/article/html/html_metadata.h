// What a page says about itself: title, authors, dates, language, address, site.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "article/html/html_document.h"
#include "article/html/linked_data.h"

namespace palpate {

struct PageMetadata {
  Article article;                          // the metadata of it
  std::vector<std::string> questions;       // of a FAQ page
  std::vector<LinkedData::Answer> answers;  // that it tells to programs, shown or not
};

// From, each in its own order of trust: JSON-LD (`json_ld`: the bodies of its scripts), meta
// elements (OpenGraph, article:*, Dublin Core, plain names), <title> without the site's name, <h1>,
// <time>, rel=author and rel=canonical.
PageMetadata read_html_metadata(const HtmlDocument& page, const std::vector<std::string>& json_ld);

}  // namespace palpate
