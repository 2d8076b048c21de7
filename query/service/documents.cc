#include "service/documents.h"

#include <nlohmann/json.hpp>

namespace palpate {

extern const std::string_view openapi_template;

namespace {

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
  }
  return escaped;
}

}  // namespace

std::string render_open_search_suggestions(std::string_view typed,
                                           const std::vector<Suggestion>& suggestions) {
  nlohmann::json texts = nlohmann::json::array();
  for (const Suggestion& suggestion : suggestions) texts.push_back(suggestion.text);
  return nlohmann::json::array({typed, texts})
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string openapi_document(std::string_view base_path) {
  static constexpr std::string_view kServer = "{base_path}";
  std::string document(openapi_template);
  if (const std::size_t place = document.find(kServer); place != std::string::npos)
    document.replace(place, kServer.size(), base_path.empty() ? "/" : base_path);
  return document;
}

std::string open_search_description(std::string_view base) {
  const std::string address = xml_escaped(base);
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>palpate</ShortName>
  <Description>Passages of health articles that answer a question</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Url type="text/html" method="get" template=")" +
         address + R"(/search?q={searchTerms}"/>
  <Url type="application/x-suggestions+json" method="get" template=")" +
         address + R"(/api/v1/suggest?q={searchTerms}&amp;format=opensearch"/>
  <Url type="application/opensearchdescription+xml" rel="self" template=")" +
         address + R"(/opensearch.xml"/>
</OpenSearchDescription>
)";
}

}  // namespace palpate
