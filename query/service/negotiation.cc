#include "service/negotiation.h"

#include <charconv>
#include <cstddef>

#include "service/field_list.h"

namespace palpate {
namespace {

// The q-value of an element's parameters; 1 without one, 0 when it is no number.
double quality(const std::vector<std::string_view>& parameters) {
  for (std::size_t i = 1; i < parameters.size(); ++i) {
    const std::string_view parameter = parameters[i];
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos ||
        !equal_ignoring_case(without_blanks(parameter.substr(0, equals)), "q"))
      continue;
    const std::string_view value = without_blanks(parameter.substr(equals + 1));
    double number = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool whole = failed == std::errc() && end == value.data() + value.size();
    return whole && number >= 0 && number <= 1 ? number : 0;
  }
  return 1;
}

// How closely a range names the type: 0 not at all, 1 by */*, 2 by type/*, 3 by itself.
int closeness(std::string_view range, std::string_view type) {
  if (equal_ignoring_case(range, type)) return 3;
  const std::string_view family = type.substr(0, type.find('/') + 1);
  if (range.ends_with("/*") && equal_ignoring_case(range.substr(0, range.size() - 1), family))
    return 2;
  return range == "*/*" ? 1 : 0;
}

struct Preference {
  int closeness = 0;
  double quality = 0;
};

// The closest range decides, as RFC 9110 says.
Preference preference(std::string_view accept, std::string_view type) {
  Preference best;
  for (const std::string_view element : parts_of(accept, ',')) {
    const std::vector<std::string_view> parameters = parts_of(element, ';');
    if (parameters.empty()) continue;
    const int close = closeness(parameters.front(), type);
    if (close > best.closeness) best = {close, quality(parameters)};
  }
  return best;
}

std::string_view opaque(std::string_view etag) {
  return etag.starts_with("W/") ? etag.substr(2) : etag;
}

}  // namespace

bool prefers_json(std::string_view accept) {
  return preference(accept, "application/json").quality > preference(accept, "text/html").quality;
}

bool accepts_gzip(std::string_view accept_encoding) {
  int closest = 0;
  bool accepted = false;
  for (const std::string_view element : parts_of(accept_encoding, ',')) {
    const std::vector<std::string_view> parameters = parts_of(element, ';');
    if (parameters.empty()) continue;
    const bool named = equal_ignoring_case(parameters.front(), "gzip") ||
                       equal_ignoring_case(parameters.front(), "x-gzip");
    const int close = named ? 2 : (parameters.front() == "*" ? 1 : 0);
    if (close <= closest) continue;
    closest = close;
    accepted = quality(parameters) > 0;
  }
  return accepted;
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  if (etag.empty()) return false;
  for (const std::string_view tag : parts_of(if_none_match, ','))
    if (tag == "*" || opaque(tag) == opaque(etag)) return true;
  return false;
}

}  // namespace palpate
