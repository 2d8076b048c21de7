// The target of a request, taken apart: /search?q=neck%20pain&n=5.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

struct Parameter {
  std::string name, value;
  bool readable = true;  // false: a percent-encoding is broken, or it is not UTF-8
};

struct Target {
  std::string path;  // decoded
  std::vector<Parameter> parameters;
};

// Nothing for a target that does not begin with a slash, or whose path is not UTF-8, holds a NUL or
// a broken percent-encoding. In parameters "+" is a blank, as forms send it.
std::optional<Target> parse_target(std::string_view raw);

// The value of the first parameter of that name; "" when there is none.
std::string first_value(std::string_view raw, std::string_view name);

// For a path or the value of a parameter: all but letters, digits and -._~ percent-encoded, and
// slashes when `keep_slashes`.
std::string percent_encoded(std::string_view text, bool keep_slashes);

}  // namespace palpate
