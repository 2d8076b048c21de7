#include "article/html/tag_scanner.h"

#include <algorithm>

namespace palpate {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// Reads one attribute at page[at], which is not white space, '/' or '>'; gives the byte after it.
std::size_t scan_attribute(std::string_view page, std::size_t at, ScannedAttribute& attribute) {
  const std::size_t name_begin = at;
  if (at < page.size() && page[at] == '=') ++at;  // a name may begin with '='
  while (at < page.size() && !is_space(page[at]) && page[at] != '/' && page[at] != '>' &&
         page[at] != '=') {
    ++at;
  }
  attribute.name = page.substr(name_begin, at - name_begin);
  attribute.value = {};
  std::size_t value = at;
  while (value < page.size() && is_space(page[value])) ++value;
  if (value >= page.size() || page[value] != '=') return at;
  ++value;
  while (value < page.size() && is_space(page[value])) ++value;
  if (value >= page.size()) return page.size();
  if (page[value] == '"' || page[value] == '\'') {
    const std::size_t close = page.find(page[value], value + 1);
    if (close == std::string_view::npos) return page.size();
    attribute.value = page.substr(value + 1, close - value - 1);
    return close + 1;
  }
  std::size_t end = value;
  while (end < page.size() && !is_space(page[end]) && page[end] != '>') ++end;
  attribute.value = page.substr(value, end - value);
  return end;
}

}  // namespace

void scan_tag(std::string_view page, std::size_t at, ScannedTag& tag) {
  tag.attributes.clear();
  tag.self_closing = false;
  tag.closing = page[at + 1] == '/';
  std::size_t i = at + (tag.closing ? 2 : 1);
  const std::size_t name_begin = i;
  while (i < page.size() && !is_space(page[i]) && page[i] != '/' && page[i] != '>') ++i;
  tag.key = tag_key(page.substr(name_begin, i - name_begin));
  while (i < page.size() && page[i] != '>') {
    if (is_space(page[i])) {
      ++i;
    } else if (page[i] == '/') {
      tag.self_closing = i + 1 < page.size() && page[i + 1] == '>';
      ++i;
    } else {
      ScannedAttribute attribute;
      i = scan_attribute(page, i, attribute);
      if (tag.attributes.size() < kMaxAttributes) tag.attributes.push_back(attribute);
    }
  }
  tag.cut = i >= page.size();
  tag.end = std::min(i + 1, page.size());
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  });
}

std::size_t find_end_tag(std::string_view page, std::string_view name, std::size_t from) {
  for (std::size_t at = page.find("</", from); at != std::string_view::npos;
       at = page.find("</", at + 2)) {
    const std::string_view rest = page.substr(at + 2);
    if (rest.size() < name.size() || !equals_ignoring_case(rest.substr(0, name.size()), name)) {
      continue;
    }
    if (rest.size() == name.size()) return at;
    const char next = rest[name.size()];
    if (is_space(next) || next == '/' || next == '>') return at;
  }
  return std::string_view::npos;
}

}  // namespace palpate
