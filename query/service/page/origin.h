// Where an article comes from: who, when, and its own page.
#pragma once

#include <string>
#include <vector>

#include "palpate/answer.h"
#include "service/page/html.h"
#include "service/page/interface_texts.h"
#include "service/page/page.h"

namespace palpate::html {

// Source, date, whether it is old, authors: on one line. All dates and names when `whole`, else the
// newest and the first few.
Html origin_line(const ArticleInfo& article, const PageView& view, const InterfaceTexts& say,
                 bool whole);

// The article's own page on the web; written out when it is printed. Nothing without an address,
// plain text where a browser should not follow it.
Html original_page(const ArticleInfo& article, const InterfaceTexts& say);

// " lang=de dir=auto" for what is in the article's language.
Html language_of(const ArticleInfo& article);

// The title, or that there is none.
std::string title_of(const ArticleInfo& article, const InterfaceTexts& say);

// "Outer › Inner"
std::string heading_line(const std::vector<std::string>& heading);

}  // namespace palpate::html
