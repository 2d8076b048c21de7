// Errors as a client gets them: problem documents (RFC 9457), or the same as a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "palpate/error.h"
#include "service/parameters.h"

namespace palpate {

struct Problem {
  int status = 500;
  std::string detail;  // what was wrong, for a person
  std::string hint = {};
  std::vector<ParameterFault> parameters = {};
  int retry_after = 0;     // seconds; 0: a retry does not help
  std::string allow = {};  // of 405
  std::string cause = {};  // for the service's own log, not for clients; nothing of a question
};

inline constexpr std::string_view kProblemType = "application/problem+json";

// "Not Found"
std::string_view reason_phrase(int status);

// `id` is the request's, as in the access log.
std::string render_problem(const Problem& problem, std::string_view id);

Problem parameter_problem(std::vector<ParameterFault> faults);

// What is said of an error of the library. Of what is wrong with the index only the fact is told:
// its folder is no client's business, and is left in Problem::cause. The message of a defect is in
// neither: it may hold words of the question.
Problem problem_of(const Error& error);

}  // namespace palpate
