#include "palpate/json.h"

#include <nlohmann/json.hpp>

namespace palpate {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

std::string_view name_of(Via via) {
  switch (via) {
    case Via::word:
      return "word";
    case Via::equivalent:
      return "equivalent";
    case Via::abbreviation:
      return "abbreviation";
    case Via::spelling:
      return "spelling";
    case Via::phrase:
      return "phrase";
  }
  return "word";
}

Json article_of(const ArticleInfo& article) {
  return {{"id", article.id},
          {"title", article.title},
          {"url", article.url},
          {"path", article.path},
          {"source", article.source},
          {"authors", article.authors},
          {"reviewers", article.reviewers},
          {"published", article.published},
          {"updated", article.updated},
          {"language", article.language}};
}

Json marks_of(const Hit& hit) {
  Json marks = Json::array();
  for (const Mark& mark : hit.marks) {
    marks.push_back({{"begin", mark.range.begin},
                     {"end", mark.range.end},
                     {"term", mark.term},
                     {"via", name_of(mark.via)}});
  }
  return marks;
}

Json sentence_of(const Hit& hit) {
  if (hit.sentence.empty()) return nullptr;
  return {{"begin", hit.sentence.begin}, {"end", hit.sentence.end}};
}

Json score_parts_of(const ScoreBreakdown& score) {
  Json parts = Json::array();
  for (const ScorePart& part : score.parts) {
    parts.push_back({{"name", part.name},
                     {"value", part.value},
                     {"weight", part.weight},
                     {"contribution", part.contribution}});
  }
  return {{"first_stage", score.first_stage}, {"parts", parts}};
}

Json also_in_of(const Hit& hit) {
  Json others = Json::array();
  for (const AlsoIn& other : hit.also_in) {
    others.push_back({{"document", other.document},
                      {"passage", other.passage},
                      {"article", article_of(other.article)}});
  }
  return others;
}

Json hit_of(const Hit& hit) {
  Json json = {{"rank", hit.rank},
               {"score", hit.score},
               {"document", hit.document},
               {"article", article_of(hit.article)},
               {"heading", hit.heading},
               {"context", hit.context},
               {"passage",
                {{"id", hit.passage},
                 {"text", hit.text},
                 {"begin", hit.range.begin},
                 {"end", hit.range.end},
                 {"body", hit.body_begin}}},
               {"sentence", sentence_of(hit)},
               {"marks", marks_of(hit)},
               {"back_matter", hit.back_matter},
               {"also_in", also_in_of(hit)}};
  if (!hit.why.empty()) json["why"] = hit.why;
  if (hit.score_parts) json["score_parts"] = score_parts_of(*hit.score_parts);
  return json;
}

// Bytes that are not UTF-8 are shown as such.
std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
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

}  // namespace

std::string render_json(const Answer& answer, std::string_view id) {
  Json json;
  json["version"] = kSchemaVersion;
  if (!id.empty()) json["id"] = id;
  json["question"] = answer.question;
  json["total"] = answer.total;
  json["exact"] = answer.exact;
  json["notes"] = Json::array();
  for (const Note& note : answer.notes) json["notes"].push_back(text_of(note));
  for (const Note& note : answer.notes)
    json["noted"].push_back({{"kind", name_of(note.kind)}, {"words", note.words}});
  if (answer.closest) json["closest"] = true;
  if (answer.partial) json["partial"] = true;
  json["hits"] = Json::array();
  for (const Hit& hit : answer.hits) json["hits"].push_back(hit_of(hit));
  if (!answer.explain.empty()) json["explain"] = answer.explain;
  return dumped(json);
}

std::string render_json(const FullText& article, std::string_view document,
                        std::optional<std::size_t> passage) {
  Json json;
  json["version"] = kSchemaVersion;
  json["document"] = document;
  json["article"] = article_of(article.article);
  json["text"] = article.text;
  json["passages"] = Json::array();
  for (std::size_t i = 0; i < article.passages.size(); ++i)
    json["passages"].push_back({{"id", std::string(document) + "#" + std::to_string(i + 1)},
                                {"begin", article.passages[i].begin},
                                {"end", article.passages[i].end},
                                {"anchor", "p" + std::to_string(i + 1)}});
  if (passage) json["passage"] = *passage;
  return dumped(json);
}

std::string render_json(const std::vector<Suggestion>& suggestions, std::string_view typed) {
  Json json;
  json["version"] = kSchemaVersion;
  json["typed"] = typed;
  json["suggestions"] = Json::array();
  for (const Suggestion& suggestion : suggestions)
    json["suggestions"].push_back({{"text", suggestion.text}, {"kind", name_of(suggestion.kind)}});
  return dumped(json);
}

}  // namespace palpate
