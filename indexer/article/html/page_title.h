// The title of an article, from the several places where a page gives it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate {

struct TitleSources {
  std::string document_title;         // <title>
  std::string shared_title;           // og:title, headline of JSON-LD
  std::vector<std::string> headings;  // every <h1>
  std::string site;                   // the site's name, if known
};

// The <h1> that the other titles confirm, else the shared title, else <title>, without the site's
// name: "Neck pain at work | Example Clinic" is "Neck pain at work".
std::string choose_title(const TitleSources& sources);

// `title` without a site's name at its end or beginning. `site` may be empty.
std::string without_site_name(std::string_view title, std::string_view site);

}  // namespace palpate
