#include "service/problem.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace palpate {
namespace {

constexpr int kRetrySeconds = 2;

}  // namespace

std::string_view reason_phrase(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

std::string render_problem(const Problem& problem, std::string_view id) {
  nlohmann::ordered_json json;
  json["type"] = "about:blank";
  json["title"] = reason_phrase(problem.status);
  json["status"] = problem.status;
  json["detail"] = problem.detail;
  if (!problem.hint.empty()) json["hint"] = problem.hint;
  if (!id.empty()) json["instance"] = "urn:palpate:request:" + std::string(id);
  if (!problem.parameters.empty()) {
    json["parameters"] = nlohmann::ordered_json::array();
    for (const ParameterFault& fault : problem.parameters)
      json["parameters"].push_back({{"name", fault.name}, {"reason", fault.reason}});
  }
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Problem parameter_problem(std::vector<ParameterFault> faults) {
  std::string detail;
  for (const ParameterFault& fault : faults)
    detail.append(detail.empty() ? "" : "; ").append(fault.reason);
  return {.status = 400, .detail = std::move(detail), .parameters = std::move(faults)};
}

Problem problem_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::invalid_argument:
      return {.status = 400, .detail = error.message, .hint = error.hint};
    case ErrorCode::not_found:
      return {.status = 404, .detail = error.message, .hint = error.hint};
    case ErrorCode::timed_out:
      return {.status = 503,
              .detail = "The question took too long.",
              .hint = "Ask again in a moment, or in fewer words.",
              .retry_after = kRetrySeconds};
    case ErrorCode::unreadable:
      return {.status = 503,
              .detail = "The index, or the part of it that was asked for, cannot be read now.",
              .hint = "Ask again in a moment.",
              .retry_after = kRetrySeconds,
              .cause = error.message};
    case ErrorCode::internal:
      return {.status = 500,
              .detail = "The question could not be answered.",
              .cause = "a question met a defect of palpate"};
    default:
      return {.status = 500, .detail = "The index could not be read.", .cause = error.message};
  }
}

}  // namespace palpate
