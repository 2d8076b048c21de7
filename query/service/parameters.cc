#include "service/parameters.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace palpate {
namespace {

constexpr std::size_t kShownBytes = 60;
constexpr std::size_t kMostFaults = 20;

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [read, failed] = std::from_chars(text.data(), end, value);
  if (text.empty() || failed != std::errc() || read != end) return std::nullopt;
  return value;
}

std::string joined(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

}  // namespace

std::string in_quotes(std::string_view text) {
  if (text.size() <= kShownBytes) return "\"" + std::string(text) + "\"";
  std::size_t end = kShownBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + std::string(text.substr(0, end)) + "…\"";
}

void ParameterReader::fault(std::string_view name, Saying said) {
  std::string reason = said.in_english();
  fault(name, std::move(reason), std::move(said));
}

void ParameterReader::fault(std::string_view name, std::string reason, Saying said) {
  if (faults_.size() < kMostFaults)
    faults_.push_back({std::string(name), std::move(reason), std::move(said)});
}

bool ParameterReader::has(std::string_view name) const {
  return std::ranges::find(given_, name, &Parameter::name) != given_.end();
}

void ParameterReader::missing(std::string_view name, Saying said) {
  if (std::ranges::find(faults_, name, &ParameterFault::name) == faults_.end())
    fault(name, std::move(said));
}

std::vector<std::string> ParameterReader::texts(std::string_view name) {
  known_.push_back(name);
  std::vector<std::string> values;
  for (const Parameter& parameter : given_) {
    if (parameter.name != name) continue;
    if (!parameter.readable)
      fault(name, {"{0} is not percent-encoded UTF-8", {std::string(name)}});
    else
      values.push_back(parameter.value);
  }
  return values;
}

std::optional<std::string> ParameterReader::once(std::string_view name) {
  std::vector<std::string> values = texts(name);
  if (values.empty()) return std::nullopt;
  if (values.size() > 1)
    fault(name, {"{0} is given {1} times; give it once",
                 {std::string(name), std::to_string(values.size())}});
  return std::move(values.front());
}

std::string ParameterReader::text(std::string_view name) { return once(name).value_or(""); }

std::optional<std::size_t> ParameterReader::number(std::string_view name, NumberRange range) {
  const std::optional<std::string> value = once(name);
  if (!value) return std::nullopt;
  const std::optional<std::size_t> number = whole_number(*value);
  if (number && *number >= range.least && *number <= range.most) return number;
  fault(name, {"{0} is {1}; give a whole number from {2} to {3}",
               {std::string(name), in_quotes(*value), std::to_string(range.least),
                std::to_string(range.most)}});
  return std::nullopt;
}

std::size_t ParameterReader::number(std::string_view name, std::size_t fallback,
                                    NumberRange range) {
  return number(name, range).value_or(fallback);
}

bool ParameterReader::flag(std::string_view name) {
  const std::optional<std::string> value = once(name);
  if (!value) return false;
  if (*value != "1" && *value != "0")
    fault(name, {"{0} is {1}; give 1 or 0", {std::string(name), in_quotes(*value)}});
  return *value == "1";
}

std::string ParameterReader::choice(std::string_view name,
                                    std::span<const std::string_view> allowed) {
  std::string value = text(name);
  if (value.empty() || std::ranges::find(allowed, value) != allowed.end()) return value;
  fault(name,
        {"{0} is {1}; give one of: {2}", {std::string(name), in_quotes(value), joined(allowed)}});
  return {};
}

std::vector<ParameterFault> ParameterReader::finish() {
  for (const Parameter& parameter : given_) {
    if (std::ranges::find(known_, parameter.name) != known_.end()) continue;
    if (known_.empty())
      fault(parameter.name,
            {"there is no parameter {0} here; there are: none", {in_quotes(parameter.name)}});
    else
      fault(parameter.name, {"there is no parameter {0} here; there are: {1}",
                             {in_quotes(parameter.name), joined(known_)}});
    known_.push_back(parameter.name);
  }
  return std::move(faults_);
}

}  // namespace palpate
