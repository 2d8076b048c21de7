#include "service/asked.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "question/field_value.h"
#include "question/filter.h"

namespace palpate {
namespace {

struct FilterParameter {
  std::string_view name;
  std::string PageView::*shown;
};

constexpr std::array kFilters{FilterParameter{"source", &PageView::source},
                              FilterParameter{"lang", &PageView::content_language},
                              FilterParameter{"after", &PageView::after},
                              FilterParameter{"before", &PageView::before},
                              FilterParameter{"tag", &PageView::tag},
                              FilterParameter{"author", &PageView::author}};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::vector<std::string> values_of(ParameterReader& parameters, std::string_view name,
                                   Reader reader) {
  if (reader == Reader::program) return parameters.texts(name);
  std::string value = parameters.text(name);
  if (value.empty()) return {};
  return {std::move(value)};
}

struct Edge {
  std::string given;
  std::chrono::year_month_day day;
};

// Of several dates the narrower holds. Those that were not understood are named already.
std::optional<Edge> narrowest(const Request& request, std::string_view field, DateEdge edge) {
  std::optional<Edge> found;
  for (const Filter& filter : request.filters) {
    if (filter.field != field) continue;
    const std::optional<std::chrono::year_month_day> day = date_bound(filter.value, edge);
    if (!day) continue;
    const bool first = edge == DateEdge::first_day;
    if (!found || (first ? *day > found->day : *day < found->day)) found = {filter.value, *day};
  }
  return found;
}

void check_dates(ParameterReader& parameters, const Request& request) {
  const std::optional<Edge> after = narrowest(request, "after", DateEdge::first_day);
  const std::optional<Edge> before = narrowest(request, "before", DateEdge::last_day);
  if (!after || !before || after->day <= before->day) return;
  const std::string first = in_quotes(after->given);
  const std::string last = in_quotes(before->given);
  parameters.fault("after", {"after is {0}, which is later than before, {1}", {first, last}});
  parameters.fault("before", {"before is {0}, which is earlier than after, {1}", {last, first}});
}

void read_filters(ParameterReader& parameters, Reader reader, Request& request) {
  for (const FilterParameter& parameter : kFilters) {
    for (std::string& value : values_of(parameters, parameter.name, reader)) {
      Filter filter{std::string(parameter.name), std::move(value)};
      if (const Status understood = check_filters(std::span(&filter, 1)); !understood)
        parameters.fault(parameter.name,
                         understood.error().message + "; " + understood.error().hint,
                         {"{0} cannot be {1}; " + understood.error().hint,
                          {std::string(parameter.name), in_quotes(filter.value)}});
      request.filters.push_back(std::move(filter));
    }
  }
  check_dates(parameters, request);
}

}  // namespace

void check_length(ParameterReader& parameters, std::string_view question,
                  const ServiceLimits& limits) {
  if (question.size() > limits.question)
    parameters.fault("q", {"q has {0} bytes; at most {1} are answered",
                           {std::to_string(question.size()), std::to_string(limits.question)}});
}

Request read_question(ParameterReader& parameters, const ServiceLimits& limits, Reader reader) {
  Request request;
  request.question = parameters.text("q");
  check_length(parameters, request.question, limits);
  request.count = parameters.number("n", request.count, kCounts);
  request.offset = parameters.number("offset", request.offset, kOffsets);
  request.per_article = parameters.number("per_article", request.per_article, kPerArticle);
  request.exact = parameters.flag("exact");
  if (reader == Reader::program) request.explain = parameters.flag("explain");
  read_filters(parameters, reader, request);
  return request;
}

Request read_page(ParameterReader& parameters) {
  Request request;
  request.count = parameters.number("n", request.count, kCounts);
  request.offset = parameters.number("offset", request.offset, kOffsets);
  return request;
}

bool is_empty(const Request& request) {
  return is_blank(request.question) && request.filters.empty();
}

PageView view_of(const Request& request) {
  PageView view;
  view.question = request.question;
  view.count = request.count;
  view.offset = request.offset;
  view.per_article = request.per_article;
  view.exact = request.exact;
  for (const Filter& filter : request.filters)
    for (const FilterParameter& parameter : kFilters)
      if (parameter.name == filter.field) view.*parameter.shown = filter.value;
  return view;
}

}  // namespace palpate
