#include "service/documents.h"

#include <nlohmann/json.hpp>

namespace palpate {

extern const std::string_view openapi_template;

namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string_view name_of(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::title:
      return "title";
    case SuggestionKind::heading:
      return "heading";
    case SuggestionKind::phrase:
      return "phrase";
  }
  return "phrase";
}

Json passages_of(const FullText& article, std::string_view document) {
  Json passages = Json::array();
  for (std::size_t i = 0; i < article.passages.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    passages.push_back({{"id", std::string(document) + "#" + number},
                        {"begin", article.passages[i].begin},
                        {"end", article.passages[i].end},
                        {"anchor", "p" + number}});
  }
  return passages;
}

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

std::string render_article(const FullText& article, std::string_view document,
                           std::optional<std::size_t> passage) {
  Json json;
  json["version"] = kSchemaVersion;
  json["document"] = document;
  json["article"] = {{"id", article.article.id},
                     {"title", article.article.title},
                     {"url", article.article.url},
                     {"path", article.article.path},
                     {"source", article.article.source},
                     {"authors", article.article.authors},
                     {"reviewers", article.article.reviewers},
                     {"published", article.article.published},
                     {"updated", article.article.updated},
                     {"language", article.article.language}};
  json["text"] = article.text;
  json["passages"] = passages_of(article, document);
  if (passage) json["passage"] = *passage;
  return dumped(json);
}

std::string render_suggestions(std::string_view typed, const std::vector<Suggestion>& suggestions) {
  Json json;
  json["version"] = kSchemaVersion;
  json["typed"] = typed;
  json["suggestions"] = Json::array();
  for (const Suggestion& suggestion : suggestions)
    json["suggestions"].push_back({{"text", suggestion.text}, {"kind", name_of(suggestion.kind)}});
  return dumped(json);
}

std::string render_open_search_suggestions(std::string_view typed,
                                           const std::vector<Suggestion>& suggestions) {
  Json texts = Json::array();
  for (const Suggestion& suggestion : suggestions) texts.push_back(suggestion.text);
  return dumped(Json::array({typed, texts}));
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
