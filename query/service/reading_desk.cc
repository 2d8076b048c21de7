#include "service/reading_desk.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

#include "palpate/json.h"
#include "service/documents.h"
#include "service/etag.h"
#include "service/negotiation.h"

namespace palpate {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kJson = "application/json";
constexpr std::string_view kOpenSearchSuggestions = "application/x-suggestions+json";
// Passages of other articles at the end of an article's page.
constexpr std::size_t kSimilarBelowArticle = 3;
constexpr NumberRange kPassages{1, 1'000'000};

std::string today() {
  const std::time_t now = std::time(nullptr);
  tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &utc);
  return text.data();
}

Problem no_article() {
  return {.status = 404,
          .detail = "There is no such article here.",
          .hint = "It may have been renamed or removed since the link was made."};
}

Problem problem_of_reading(const Error& error) {
  return error.code == ErrorCode::not_found ? no_article() : problem_of(error);
}

// Where the server keeps its files is nothing for who asks over the network.
void hide_paths(Answer& answer) {
  for (Hit& hit : answer.hits) {
    hit.article.path.clear();
    for (AlsoIn& other : hit.also_in) other.article.path.clear();
  }
}

}  // namespace

PageView ReadingDesk::page_view(const Visit& visit, const Request& request) const {
  PageView view = view_of(request);
  std::string ui;
  for (const Parameter& parameter : visit.target.parameters)
    if (parameter.name == "ui") ui = parameter.value;
  view.base_path = options_.base_path;
  view.language = interface_language(ui, visit.request->headers.accept_language);
  view.language_asked = view.language == ui;
  view.today = today();
  return view;
}

std::string ReadingDesk::etag(const Visit& visit) const {
  const std::string state = index_.state();
  if (visit.json) return etag_of({"json", state});
  const PageView view = page_view(visit, {});
  return etag_of({"html", state, view.language, view.today, options_.base_path});
}

std::chrono::steady_clock::time_point ReadingDesk::deadline(const Visit& visit) const {
  return visit.request->arrived + options_.limits.deadline;
}

std::optional<Outcome> ReadingDesk::settled(const Visit& visit, ParameterReader& parameters,
                                            const std::string& etag) const {
  if (auto faults = parameters.finish(); !faults.empty())
    return parameter_problem(std::move(faults));
  if (!matches_etag(visit.request->headers.if_none_match, etag)) return std::nullopt;
  HttpResponse response{.status = 304};
  response.set("ETag", etag);
  return response;
}

HttpResponse ReadingDesk::made(const Visit& visit, const std::string& etag,
                               std::string body) const {
  HttpResponse response{.type = std::string(visit.json ? kJson : kHtml), .body = std::move(body)};
  if (!etag.empty()) response.set("ETag", etag);
  return response;
}

// What a part of the index did not answer has no ETag: the whole answer has that of this state.
Outcome ReadingDesk::results(const Visit& visit, const PageView& view, const std::string& etag,
                             const Answer* answer) const {
  HttpResponse response;
  const std::string tag = answer != nullptr && answer->partial ? std::string() : etag;
  if (visit.json) {
    response = made(visit, tag, render_json(*answer) + "\n");
  } else {
    const auto index = index_.description(deadline(visit));
    if (!index) return problem_of(index.error());
    response = made(visit, tag, search_page(view, answer, **index));
  }
  if (answer != nullptr) response.hits = answer->hits.size();
  return response;
}

Outcome ReadingDesk::answer(const Visit& visit) const {
  if (std::chrono::steady_clock::now() > deadline(visit))
    return problem_of({ErrorCode::timed_out, {}, {}});
  switch (visit.routed.route->place) {
    case Place::start:
      return start(visit);
    case Place::search:
    case Place::api_search:
      return search(visit);
    case Place::similar:
    case Place::api_similar:
      return similar(visit);
    case Place::article:
    case Place::api_article:
      return article(visit);
    default:
      return suggest(visit);
  }
}

Outcome ReadingDesk::start(const Visit& visit) const {
  ParameterReader parameters(visit.target.parameters);
  parameters.choice("ui", interface_languages());
  const std::string tag = etag(visit);
  if (auto outcome = settled(visit, parameters, tag)) return *std::move(outcome);
  return results(visit, page_view(visit, {}), tag, nullptr);
}

Outcome ReadingDesk::search(const Visit& visit) const {
  const Reader reader = visit.is(Place::api_search) ? Reader::program : Reader::person;
  ParameterReader parameters(visit.target.parameters);
  Request request = read_question(parameters, options_.limits, reader);
  if (reader == Reader::person) parameters.choice("ui", interface_languages());
  if (visit.json && is_empty(request))
    parameters.missing("q", {"q is missing or blank, and no filter is given"});
  const std::string tag = etag(visit);
  if (auto outcome = settled(visit, parameters, tag)) return *std::move(outcome);

  const PageView view = page_view(visit, request);
  // Who sends an empty form gets the form again.
  if (is_empty(request)) return results(visit, view, tag, nullptr);
  request.deadline = deadline(visit);
  Result<Answer> answer = index_.searcher()->search(request);
  if (!answer) return problem_of(answer.error());
  hide_paths(*answer);
  return results(visit, view, tag, &*answer);
}

Outcome ReadingDesk::similar(const Visit& visit) const {
  ParameterReader parameters(visit.target.parameters);
  Request request = read_page(parameters);
  const std::string id = parameters.text("id");
  if (visit.is(Place::similar)) parameters.choice("ui", interface_languages());
  if (id.empty()) parameters.missing("id", {"id is missing: give a document's or a passage's"});
  const std::string tag = etag(visit);
  if (auto outcome = settled(visit, parameters, tag)) return *std::move(outcome);

  request.deadline = deadline(visit);
  Result<Answer> answer = index_.searcher()->like(id, request);
  if (!answer) return problem_of_reading(answer.error());
  hide_paths(*answer);
  PageView view = page_view(visit, request);
  view.like = id;
  return results(visit, view, tag, &*answer);
}

Outcome ReadingDesk::article(const Visit& visit) const {
  ParameterReader parameters(visit.target.parameters);
  const std::optional<std::size_t> passage = parameters.number("passage", kPassages);
  // The question that led here, for the way back.
  Request request;
  if (visit.is(Place::article)) {
    request = read_question(parameters, options_.limits, Reader::person);
    parameters.choice("ui", interface_languages());
  }
  const std::string tag = etag(visit);
  if (auto outcome = settled(visit, parameters, tag)) return *std::move(outcome);

  const std::string& id = visit.routed.rest;
  const auto searcher = index_.searcher();
  Result<FullText> text = searcher->full_text(id, deadline(visit));
  if (!text) return problem_of_reading(text.error());
  text->article.path.clear();
  if (passage && *passage > text->passages.size()) {
    parameters.fault("passage",
                     {"passage is {0}; this article has {1}",
                      {std::to_string(*passage), std::to_string(text->passages.size())}});
    return parameter_problem(parameters.finish());
  }
  if (visit.json) return made(visit, tag, render_json(*text, id, passage) + "\n");
  PageView view = page_view(visit, request);
  view.document = id;
  const std::string like = passage ? id + "#" + std::to_string(*passage) : id;
  const Result<Answer> similar = searcher->like(
      like, {.count = kSimilarBelowArticle, .per_article = 1, .deadline = deadline(visit)});
  return made(visit, tag, article_page(view, *text, passage, similar ? &*similar : nullptr));
}

Outcome ReadingDesk::suggest(const Visit& visit) const {
  static constexpr std::array<std::string_view, 2> kFormats{"json", "opensearch"};
  ParameterReader parameters(visit.target.parameters);
  const std::string typed = parameters.text("q");
  const std::size_t count = parameters.number("n", kUsualSuggestions, kSuggestions);
  const std::string format = parameters.choice("format", kFormats);
  if (!parameters.has("q")) parameters.missing("q", {"q is missing: give what was typed so far"});
  check_length(parameters, typed, options_.limits);
  const std::string tag = etag(visit);
  if (auto outcome = settled(visit, parameters, tag)) return *std::move(outcome);

  const auto suggestions = index_.searcher()->suggest(typed, count, deadline(visit));
  if (!suggestions) return problem_of(suggestions.error());
  if (format != "opensearch") return made(visit, tag, render_json(*suggestions, typed) + "\n");
  HttpResponse response =
      made(visit, tag, render_open_search_suggestions(typed, *suggestions) + "\n");
  response.type = kOpenSearchSuggestions;
  return response;
}

}  // namespace palpate
