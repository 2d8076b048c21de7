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
  out << "<head><meta charset=\"utf-8\">"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
         "<meta name=\"color-scheme\" content=\"light dark\">"
         "<meta name=\"referrer\" content=\"no-referrer\">"
         "<meta name=\"robots\" content=\"noindex\"><title>";
  out.text(frame.title) << "</title><link rel=\"icon\" type=\"image/svg+xml\" href=\"";
  out.text(asset_address(view, kIconPath)) << "\"><link rel=\"stylesheet\" href=\"";
  out.text(asset_address(view, kStylePath)) << "\"><link rel=\"search\" type=\"";
  out << "application/opensearchdescription+xml\" title=\"";
  out.text(frame.say[Text::page_title]) << "\" href=\"";
  out.text(view.base_path + "/opensearch.xml") << "\"><script defer src=\"";
  out.text(asset_address(view, kScriptPath)) << "\"></script></head>\n";
  return out;
}

Html brand(const Frame& frame) {
  Html out;
  out << "<a class=\"brand\" href=\"";
  out.text(start_address(frame.view))
      << "\">"
      << "<svg viewBox=\"0 0 32 32\" width=\"32\" height=\"32\" aria-hidden=\"true\">"
         "<circle cx=\"16\" cy=\"16\" r=\"4\"/>"
         "<path d=\"M16 7a9 9 0 0 1 9 9M16 25a9 9 0 0 1-9-9\"/>"
         "<path d=\"M16 2a14 14 0 0 1 14 14M16 30A14 14 0 0 1 2 16\"/></svg>";
  out.text("palpate") << "<span class=\"unseen\">: ";
  out.text(frame.say[Text::page_title]) << "</span></a>";
  return out;
}

// The page in the other languages, each named in its own.
Html languages(const Frame& frame) {
  Html out;
  out << "<nav class=\"languages\" aria-label=\"";
  out.text(frame.say[Text::language_choice]) << "\"><ul>";
  for (const std::string_view language : interface_languages()) {
    if (language == frame.say.language()) continue;
    PageView other = frame.view;
    other.language = language;
    other.language_asked = true;
    out << "<li><a lang=\"";
    out.text(language) << "\" hreflang=\"";
    out.text(language) << "\" href=\"";
    out.text(frame.address(other)) << "\">";
    out.text(InterfaceTexts(language)[Text::language_itself]) << "</a></li>";
  }
  out << "</ul></nav>";
  return out;
}

Html footer(const Frame& frame) {
  Html out;
  out << "<footer class=\"foot\"><p>";
  out.text(frame.say[Text::handout_disclaimer]) << "</p>";
  if (!frame.view.today.empty()) {
    out << "<p class=\"printed\">";
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
  out << (frame.start ? Markup("<body class=\"start\">") : Markup("<body>"));
  out << "\n<a class=\"skip\" href=\"#main\">";
  out.text(frame.say[Text::skip_to_main]) << "</a>\n<header class=\"top\">" << brand(frame);
  if (!frame.start) out << question_form(frame);
  out << languages(frame) << "</header>\n<main id=\"main\" tabindex=\"-1\">";
  out << main << "</main>\n" << footer(frame) << "\n</body>\n</html>\n";
  return std::move(out).take();
}

Html link(std::string_view address, std::string_view words) {
  Html out;
  out << "<a href=\"";
  out.text(address) << "\">";
  out.text(words) << "</a>";
  return out;
}

}  // namespace palpate::html
