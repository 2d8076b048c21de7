#include "service/page/frame.h"

#include "service/page/addresses.h"
#include "service/page/assets.h"
#include "service/page/dates.h"
#include "service/page/question_form.h"

namespace palpate::html {
namespace {

std::string asset_address(const PageView& view, std::string_view path) {
  return view.base_path + versioned(path);
}

Html head(const Frame& frame) {
  const PageView& view = frame.view;
  Html out;
  out << R"(<head><meta charset="utf-8">)"
         R"(<meta name="viewport" content="width=device-width, initial-scale=1">)"
         R"(<meta name="color-scheme" content="light dark">)"
         R"(<meta name="referrer" content="no-referrer">)"
         R"(<meta name="robots" content="noindex"><title>)";
  out.text(frame.title) << R"(</title><link rel="icon" type="image/svg+xml" href=")";
  out.text(asset_address(view, kIconPath)) << R"("><link rel="stylesheet" href=")";
  out.text(asset_address(view, kStylePath)) << R"("><link rel="search" type=")";
  out << R"(application/opensearchdescription+xml" title=")";
  out.text(frame.say[Text::page_title]) << R"(" href=")";
  out.text(view.base_path + "/opensearch.xml") << R"("><script defer src=")";
  out.text(asset_address(view, kScriptPath)) << "\"></script></head>\n";
  return out;
}

Html brand(const Frame& frame) {
  Html out;
  out << R"(<a class="brand" href=")";
  out.text(start_address(frame.view))
      << R"(">)"
      << R"(<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">)"
         R"(<circle cx="16" cy="16" r="4"/>)"
         R"(<path d="M16 7a9 9 0 0 1 9 9M16 25a9 9 0 0 1-9-9"/>)"
         R"(<path d="M16 2a14 14 0 0 1 14 14M16 30A14 14 0 0 1 2 16"/></svg>)";
  out.text("palpate") << R"(<span class="unseen">: )";
  out.text(frame.say[Text::page_title]) << "</span></a>";
  return out;
}

// The page in the other languages, each named in its own.
Html languages(const Frame& frame) {
  Html out;
  out << R"(<nav class="languages" aria-label=")";
  out.text(frame.say[Text::language_choice]) << R"("><ul>)";
  for (const std::string_view language : interface_languages()) {
    if (language == frame.say.language()) continue;
    PageView other = frame.view;
    other.language = language;
    other.language_asked = true;
    out << R"(<li><a lang=")";
    out.text(language) << R"(" hreflang=")";
    out.text(language) << R"(" href=")";
    out.text(frame.address(other)) << R"(">)";
    out.text(InterfaceTexts(language)[Text::language_itself]) << "</a></li>";
  }
  out << "</ul></nav>";
  return out;
}

Html footer(const Frame& frame) {
  Html out;
  out << R"(<footer class="foot"><p>)";
  out.text(frame.say[Text::handout_disclaimer]) << "</p>";
  if (!frame.view.today.empty()) {
    out << R"(<p class="printed">)";
    out.text(frame.say.with(Text::handout_printed, {readable_date(frame.view.today, frame.say)}))
        << "</p>";
  }
  out << "</footer>";
  return out;
}

}  // namespace

std::string framed(const Frame& frame, const Html& main) {
  Html out;
  out << "<!DOCTYPE html>\n<html lang=\"";
  out.text(frame.say.language()) << "\">\n" << head(frame);
  out << (frame.start ? Markup(R"(<body class="start">)") : Markup("<body>"));
  out << "\n<a class=\"skip\" href=\"#main\">";
  out.text(frame.say[Text::skip_to_main]) << "</a>\n<header class=\"top\">" << brand(frame);
  if (!frame.start) out << question_form(frame);
  out << languages(frame) << "</header>\n<main id=\"main\" tabindex=\"-1\">";
  out << main << "</main>\n" << footer(frame) << "\n</body>\n</html>\n";
  return std::move(out).take();
}

Html link(std::string_view address, std::string_view words) {
  Html out;
  out << R"(<a href=")";
  out.text(address) << R"(">)";
  out.text(words) << "</a>";
  return out;
}

}  // namespace palpate::html
