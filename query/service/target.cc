#include "service/target.h"

#include <simdjson.h>

#include <cstddef>

namespace palpate {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

enum class Plus : unsigned char { plus, blank };

std::optional<std::string> decoded(std::string_view raw, Plus plus) {
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '%') {
      text += raw[i] == '+' && plus == Plus::blank ? ' ' : raw[i];
      continue;
    }
    if (i + 2 >= raw.size()) return std::nullopt;
    const auto high = hex_digit(raw[i + 1]);
    const auto low = hex_digit(raw[i + 2]);
    if (!high || !low) return std::nullopt;
    text += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  if (!simdjson::validate_utf8(text)) return std::nullopt;
  return text;
}

Parameter parse_parameter(std::string_view raw) {
  const std::size_t equals = raw.find('=');
  const auto name = decoded(raw.substr(0, equals), Plus::blank);
  const auto value = equals == std::string_view::npos
                         ? std::optional<std::string>("")
                         : decoded(raw.substr(equals + 1), Plus::blank);
  return {name.value_or("?"), value.value_or(""), name && value};
}

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// A proxy may send the whole address: http://host/path.
std::string_view without_host(std::string_view raw) {
  static constexpr std::string_view kScheme = "http://";
  if (!raw.starts_with(kScheme)) return raw;
  const std::size_t slash = raw.find('/', kScheme.size());
  return slash == std::string_view::npos ? "/" : raw.substr(slash);
}

}  // namespace

std::optional<Target> parse_target(std::string_view raw) {
  raw = without_host(raw);
  if (!raw.starts_with('/')) return std::nullopt;
  const std::size_t mark = raw.find('?');
  auto path = decoded(raw.substr(0, mark), Plus::plus);
  if (!path || path->find('\0') != std::string::npos) return std::nullopt;
  Target target{*std::move(path), {}};
  if (mark == std::string_view::npos) return target;
  std::string_view query = raw.substr(mark + 1);
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view part = query.substr(0, end);
    if (!part.empty()) target.parameters.push_back(parse_parameter(part));
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
  }
  return target;
}

std::string first_value(std::string_view raw, std::string_view name) {
  const std::optional<Target> target = parse_target(raw);
  if (!target) return {};
  for (const Parameter& parameter : target->parameters)
    if (parameter.name == name) return parameter.value;
  return {};
}

std::string percent_encoded(std::string_view text, bool keep_slashes) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (unreserved(c) || (keep_slashes && c == '/')) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kDigits[byte >> 4U];
    encoded += kDigits[byte & 15U];
  }
  return encoded;
}

}  // namespace palpate
