// The search page: values in, one HTML document out. Pure functions; nothing here knows of HTTP,
// reads a file or a clock, and any number of threads may call them.
//
//   PageView view{.base_path = "/suche", .language = interface_language(ui, accept_language),
//                 .question = q, .today = "2026-11-21"};
//   std::string html = search_page(view, &*answer, *searcher.describe());
//
// Every text of an article, a question or an index goes through one escaping function, also into
// attributes; a link to another place is made only of http: and https: addresses. The documents
// have neither inline scripts nor inline styles and ask nothing of another host, so they work under
//
//   default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';
//   form-action 'self'; base-uri 'none'; frame-ancestors 'none'
//
// Addresses that they lead to, all below PageView::base_path:
//   /                                    the start page
//   /search?q=&n=&offset=&per_article=&exact=1&source=&lang=&after=&before=&tag=&author=&ui=
//   /articles/ID?passage=3&q=…#p3        ID percent-encoded but for its slashes; passage: from 1;
//                                        q and the rest as for /search, for the way back
//   /similar?id=DOCUMENT%23n             passages of other articles like it; n, offset, ui
//   /assets/NAME?v=ETAG                  Asset::path; what stands behind "?" says nothing
//   /opensearch.xml, /api/v1/suggest?q=
// Parameters that have their default value are left out.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "palpate/searcher.h"
#include "service/page/saying.h"

namespace palpate {

// What a page is about and how it is shown. Texts are as they were typed, not escaped.
struct PageView {
  std::string base_path = {};         // "" or "/suche": no slash at its end
  std::string language = "en";        // of the interface: one of interface_languages()
  bool language_asked = false;        // by the parameter ui: links keep it
  std::string question = {};          // q
  std::string source = {};            // the filters; "": not chosen
  std::string content_language = {};  // lang
  std::string after = {};
  std::string before = {};
  std::string tag = {};
  std::string author = {};
  std::size_t offset = 0;
  std::size_t count = 10;       // n
  std::size_t per_article = 2;  // 0: all passages of an article
  bool exact = false;
  std::string document = {};  // article_page: the document's id
  std::string like = {};      // search_page for /similar: its id; the question is empty
  std::string today = {};     // "2026-11-21", to tell what is old; "": nothing is called old
};

// "en" and "es".
std::span<const std::string_view> interface_languages();

// The interface language for the parameter ui, when it is one of those, else for an Accept-Language
// header ("de-AT, es;q=0.8"), else English.
std::string interface_language(std::string_view ui, std::string_view accept_language);

// The start page when there is no answer, else its passages. With PageView::like the answer is that
// of Searcher::like.
std::string search_page(const PageView& view, const Answer* answer, const IndexDescription& index);

// The whole article, with an anchor a passage (#p1, #p2, …). `passage` (from 1) is marked; one that
// the article lacks is none. `similar`: passages of other articles, or nullptr.
std::string article_page(const PageView& view, const FullText& article,
                         std::optional<std::size_t> passage, const Answer* similar);

// `status` is that of HTTP. What the page cannot say in its language is shown in English.
std::string error_page(const PageView& view, int status, std::span<const Saying> messages,
                       const Saying& hint = {});

// A file that the pages need. Views are static.
struct Asset {
  std::string_view path;     // "/assets/page.css": below the base path
  std::string_view type;     // "text/css; charset=utf-8"
  std::string_view content;  // UTF-8
  std::string_view etag;     // in quotes, as in the header; changes with the content
};

std::span<const Asset> assets();

}  // namespace palpate
