#include "service/site.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "program/printable.h"
#include "service/asset_response.h"
#include "service/documents.h"
#include "service/etag.h"
#include "service/negotiation.h"
#include "service/response_headers.h"

namespace palpate {
namespace {

constexpr int kRetryConnecting = 1;  // seconds
constexpr std::string_view kAllowed = "GET, HEAD";
constexpr std::string_view kPlain = "text/plain; charset=utf-8";

bool is_get(const HttpRequest& request) {
  return request.method == "GET" || request.method == "HEAD";
}

Problem not_found() {
  return {.status = 404, .detail = "There is no such page here.", .hint = "Check the address."};
}

HttpResponse fresh(std::string_view type, std::string body) {
  HttpResponse response{.type = std::string(type), .body = std::move(body)};
  response.set("Cache-Control", "no-store");
  return response;
}

// With an ETag of its content; what the client has already is not sent again.
HttpResponse tagged(const Visit& visit, HttpResponse response) {
  const std::string tag = etag_of({response.type, response.content()});
  if (matches_etag(visit.request->headers.if_none_match, tag))
    response = HttpResponse{.status = 304};
  response.set("ETag", tag);
  return response;
}

// A Host header as it may stand in an address.
bool is_host(std::string_view host) {
  return !host.empty() && std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
  });
}

}  // namespace

Result<std::unique_ptr<Site>> Site::make(ServiceOptions options, OpenIndex& index, AccessLog& log) {
  Result<TrustedProxies> proxies = TrustedProxies::parse(options.trusted_proxies);
  if (!proxies) return proxies.error();
  return std::unique_ptr<Site>(new Site(std::move(options), std::move(*proxies), index, log));
}

Site::Site(ServiceOptions options, TrustedProxies proxies, OpenIndex& index, AccessLog& log)
    : options_(std::move(options)),
      proxies_(std::move(proxies)),
      index_(index),
      log_(log),
      desk_(options_, index),
      rate_(options_.limits.rate, options_.limits.burst),
      openapi_(openapi_document(options_.base_path)) {}

std::variant<HttpResponse, Work> Site::respond(const HttpRequest& request) {
  Visit visit{.request = &request};
  std::optional<Target> target = parse_target(request.target);
  if (!target)
    return finished(visit,
                    Problem{.status = 400, .detail = "The path is not percent-encoded UTF-8."});
  visit.target = *std::move(target);
  visit.routed = find_route(visit.target.path, options_.base_path);
  const bool page = visit.routed.route != nullptr
                        ? visit.routed.route->page
                        : !is_for_programs(visit.target.path, options_.base_path);
  visit.json = !page || prefers_json(request.headers.accept);
  // The start page is nothing to a program.
  if (visit.is(Place::start)) visit.json = false;
  if (std::optional<Outcome> outcome = at_once(visit)) return finished(visit, *std::move(outcome));
  return [this, visit = std::move(visit)] {
    return finished(visit, visit.is(Place::readyz) ? readiness(visit) : desk_.answer(visit));
  };
}

std::optional<Outcome> Site::at_once(const Visit& visit) {
  const HttpRequest& request = *visit.request;
  const Route* route = visit.routed.route;
  if (route == nullptr) {
    if (!options_.base_path.empty() && visit.target.path == options_.base_path) {
      HttpResponse response{.status = 308};
      response.set("Location", options_.base_path + "/");
      return response;
    }
    return not_found();
  }
  if (request.method == "OPTIONS" && route->api && !options_.cors_origins.empty()) {
    HttpResponse response{.status = 204};
    response.set("Allow", std::string(kAllowed) + ", OPTIONS");
    return response;
  }
  if (!is_get(request))
    return Problem{.status = 405,
                   .detail = "Only GET and HEAD are understood here.",
                   .allow = std::string(kAllowed)};
  if (route->asks) {
    if (std::optional<Problem> problem = limited(visit)) return *std::move(problem);
    return std::nullopt;
  }
  if (route->place == Place::asset) {
    std::optional<HttpResponse> response =
        asset_response("/assets/" + visit.routed.rest, request.headers);
    if (!response) return not_found();
    return *std::move(response);
  }
  ParameterReader parameters(visit.target.parameters);
  if (auto faults = parameters.finish(); !faults.empty())
    return parameter_problem(std::move(faults));
  switch (route->place) {
    case Place::readyz:
      return std::nullopt;
    case Place::healthz:
      return fresh(kPlain, "ok\n");
    case Place::metrics:
      return counts();
    case Place::open_search:
      return open_search(visit);
    default:
      return tagged(visit, {.type = "application/json", .fixed_body = openapi_});
  }
}

std::optional<Problem> Site::limited(const Visit& visit) {
  const RequestHeaders& headers = visit.request->headers;
  if (options_.limits.rate <= 0) return std::nullopt;
  const std::string client =
      client_of(proxies_, visit.request->peer, options_.forwarded_header,
                options_.forwarded_header == ForwardedHeader::forwarded ? headers.forwarded
                                                                        : headers.forwarded_for);
  const int seconds = rate_.seconds_to_wait(client, visit.request->arrived);
  if (seconds == 0) return std::nullopt;
  return Problem{.status = 429,
                 .detail = "Too many questions came from this address.",
                 .hint = "Ask again in a moment.",
                 .retry_after = seconds};
}

Outcome Site::readiness(const Visit& visit) const {
  if (draining_)
    return Problem{.status = 503, .detail = "The service is about to end.", .retry_after = 5};
  const auto unreadable = [](const Error& error) {
    return Problem{.status = 503,
                   .detail = "The index cannot be read.",
                   .retry_after = 5,
                   .cause = error.message};
  };
  const Searcher::Until deadline = visit.request->arrived + options_.limits.deadline;
  const auto index = index_.description(deadline);
  if (!index) return unreadable(index.error());
  // A description is remembered: only asking tells whether the files are still good. Of nothing but
  // a small word little is read.
  const auto searcher = index_.searcher();
  const auto asked =
      searcher->search({.question = "the", .count = 1, .exact = true, .deadline = deadline});
  if (!asked) return unreadable(asked.error());
  std::string missing;
  for (const ShardState& shard : searcher->shards())
    if (!shard.answers) missing.append(missing.empty() ? "; left out: " : ", ").append(shard.name);
  if (const std::size_t twice = (*index)->held_twice; twice != 0)
    missing += "; ids in more than one shard: " + std::to_string(twice);
  return fresh(kPlain, "ready" + missing + "\n");
}

Outcome Site::open_search(const Visit& visit) const {
  std::string base = options_.public_url;
  if (base.empty()) {
    const RequestHeaders& headers = visit.request->headers;
    if (!is_host(headers.host))
      return Problem{.status = 400, .detail = "The Host header names no host."};
    const bool secure = proxies_.trusts(visit.request->peer) && headers.forwarded_proto == "https";
    base = (secure ? "https://" : "http://") + headers.host + options_.base_path;
  }
  return tagged(visit, {.type = "application/opensearchdescription+xml",
                        .body = open_search_description(base)});
}

Outcome Site::counts() const {
  MetricsNow now;
  if (const HttpServer* server = server_) {
    now.connections = server->connections();
    now.waiting = server->waiting();
  }
  now.lost_log_lines = log_.lost();
  for (const ShardState& shard : index_.searcher()->shards())
    ++(shard.answers ? now.shards_answering : now.shards_lost);
  if (const auto index = index_.last_description()) {
    now.documents = index->documents;
    now.passages = index->passages;
  }
  return fresh("text/plain; version=0.0.4; charset=utf-8", metrics_.text(now));
}

HttpResponse Site::shown(const Visit& visit, const Problem& problem) const {
  if (!problem.cause.empty())
    std::fprintf(stderr, "palpate-serve: %s (request %s)\n", printable(problem.cause).c_str(),
                 visit.request->id.c_str());
  HttpResponse response;
  if (visit.json) {
    response = fresh(kProblemType, render_problem(problem, visit.request->id));
  } else {
    std::vector<Saying> messages;
    messages.reserve(problem.parameters.size() + 1);
    for (const ParameterFault& fault : problem.parameters) messages.push_back(fault.said);
    if (messages.empty()) messages.push_back({problem.detail});
    response =
        fresh("text/html; charset=utf-8",
              error_page(desk_.page_view(visit, {}), problem.status, messages, {problem.hint}));
  }
  response.status = problem.status;
  if (!problem.allow.empty()) response.set("Allow", problem.allow);
  if (problem.retry_after > 0) response.set("Retry-After", std::to_string(problem.retry_after));
  return response;
}

HttpResponse Site::finished(const Visit& visit, Outcome outcome) const {
  const Problem* problem = std::get_if<Problem>(&outcome);
  HttpResponse response =
      problem != nullptr ? shown(visit, *problem) : std::get<HttpResponse>(std::move(outcome));
  if (visit.routed.route != nullptr) response.route = visit.routed.route->name;
  add_usual_headers(visit, response);
  allow_origin(visit, response);
  compress(visit.request->headers, response);
  return response;
}

bool Site::allows_origin(std::string_view origin) const {
  return std::ranges::any_of(options_.cors_origins, [&](const std::string& allowed) {
    return allowed == "*" || allowed == origin;
  });
}

void Site::allow_origin(const Visit& visit, HttpResponse& response) const {
  const std::string& origin = visit.request->headers.origin;
  if (visit.routed.route == nullptr || !visit.routed.route->api || origin.empty() ||
      !allows_origin(origin))
    return;
  response.set("Access-Control-Allow-Origin", origin);
  if (visit.request->method != "OPTIONS") {
    response.set("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id");
    return;
  }
  response.set("Access-Control-Allow-Methods", std::string(kAllowed));
  response.set("Access-Control-Allow-Headers", "If-None-Match");
  response.set("Access-Control-Max-Age", "600");
}

HttpResponse Site::refuse(const HttpRequest& request, int status, std::string detail) {
  return finished(Visit{.request = &request},
                  Problem{.status = status,
                          .detail = std::move(detail),
                          .retry_after = status == 503 ? kRetryConnecting : 0});
}

void Site::responded(const HttpRequest& request, const HttpResponse& response,
                     std::chrono::duration<double> took) {
  metrics_.answered(response, took);
  const std::string* question = nullptr;
  std::string asked;
  if (options_.log_questions) {
    asked = first_value(request.target, "q");
    question = &asked;
  }
  log_.write(request, response, took, question);
}

}  // namespace palpate
