// Reading parameters: each is understood or named as a fault; none is replaced by a default.
//
//   ParameterReader reader(target.parameters);
//   const std::size_t count = reader.number("n", 10, {1, 100});
//   if (const auto faults = reader.finish(); !faults.empty()) return parameter_problem(faults);
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "service/page/saying.h"
#include "service/target.h"

namespace palpate {

struct ParameterFault {
  std::string name;
  std::string reason;  // "n is "ten"; give a whole number from 1 to 100", for programs
  Saying said;         // likewise, for a page
};

struct NumberRange {
  std::size_t least = 0, most = 0;
};

// For one request and one thread. A view of `given`.
class ParameterReader {
 public:
  explicit ParameterReader(std::span<const Parameter> given) : given_(given) {}

  // "" when it is not there.
  std::string text(std::string_view name);
  std::vector<std::string> texts(std::string_view name);
  // `fallback` when it is not there.
  std::size_t number(std::string_view name, std::size_t fallback, NumberRange range);
  std::optional<std::size_t> number(std::string_view name, NumberRange range);
  // 1 or 0; false when it is not there.
  bool flag(std::string_view name);
  // One of `allowed`; "" when it is not there or empty.
  std::string choice(std::string_view name, std::span<const std::string_view> allowed);
  void fault(std::string_view name, Saying said);
  // What is said to programs in other words.
  void fault(std::string_view name, std::string reason, Saying said);
  // For what is not there; of what is there but could not be read that is said already.
  void missing(std::string_view name, Saying said);
  bool has(std::string_view name) const;

  // All faults, those of names that were never asked for among them.
  std::vector<ParameterFault> finish();

 private:
  std::optional<std::string> once(std::string_view name);

  std::span<const Parameter> given_;
  std::vector<std::string_view> known_;
  std::vector<ParameterFault> faults_;
};

// A text of a request as a message shows it: in quotes, short, cut between characters.
std::string in_quotes(std::string_view text);

}  // namespace palpate
