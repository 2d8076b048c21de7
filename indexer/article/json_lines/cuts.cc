#include "article/json_lines/cuts.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace palpate {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::array kRoles = {
    std::pair<std::string_view, SectionRole>("body", SectionRole::body),
    std::pair<std::string_view, SectionRole>("references", SectionRole::references),
    std::pair<std::string_view, SectionRole>("about_author", SectionRole::about_author)};

Error malformed(const char* what) {
  return {ErrorCode::malformed, std::string("\"metadata.passages\" ") + what, {}};
}

bool read_number(const object& from, std::string_view key, std::size_t& to) {
  std::uint64_t value = 0;
  if (from.at_key(key).get(value) != simdjson::SUCCESS) return false;
  to = value;
  return true;
}

bool read_text(const object& from, std::string_view key, std::string& to) {
  std::string_view value;
  if (from.at_key(key).get(value) != simdjson::SUCCESS) return false;
  to = value;
  return true;
}

bool read_headings(const object& from, std::vector<std::string>& to) {
  array headings;
  if (from.at_key("heading").get(headings) != simdjson::SUCCESS) return false;
  for (const element heading : headings) {
    std::string_view text;
    if (heading.get(text) != simdjson::SUCCESS) return false;
    to.emplace_back(text);
  }
  return true;
}

bool read_sentences(const object& from, std::size_t begin, std::vector<ByteRange>& to) {
  array ends;
  if (from.at_key("sentences").get(ends) != simdjson::SUCCESS) return false;
  for (const element one : ends) {
    std::uint64_t end = 0;
    if (one.get(end) != simdjson::SUCCESS) return false;
    to.push_back({begin, end});
    begin = end;
  }
  return true;
}

bool read_role(const object& from, SectionRole& to) {
  std::string name;
  if (!read_text(from, "role", name)) return false;
  for (const auto& [known, role] : kRoles) {
    if (known != name) continue;
    to = role;
    return true;
  }
  return false;
}

bool read_cut(const element& from, Cut& cut) {
  object fields;
  if (from.get(fields) != simdjson::SUCCESS) return false;
  return read_number(fields, "begin", cut.range.begin) &&
         read_number(fields, "end", cut.range.end) && read_number(fields, "body", cut.body_begin) &&
         read_headings(fields, cut.heading_path) && read_text(fields, "context", cut.context) &&
         read_role(fields, cut.role) && read_sentences(fields, cut.body_begin, cut.sentences);
}

// At the end of the text, or where a character begins.
bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80);
}

bool fits(const Cut& cut, std::string_view text, std::size_t begin) {
  const ByteRange& range = cut.range;
  if (range.begin != begin || cut.body_begin < range.begin || cut.body_begin > range.end ||
      !is_boundary(text, range.end) || !is_boundary(text, cut.body_begin))
    return false;
  std::size_t end = cut.body_begin;
  for (const ByteRange& sentence : cut.sentences) {
    if (sentence.begin != end || sentence.end < end || !is_boundary(text, sentence.end))
      return false;
    end = sentence.end;
  }
  return end <= range.end;
}

}  // namespace

Status read_cuts(const element& passages, std::vector<Cut>& cuts) {
  array list;
  if (passages.get(list) != simdjson::SUCCESS) return malformed("is not a list");
  for (const element one : list) {
    Cut cut;
    if (!read_cut(one, cut)) return malformed("holds something that is not a passage");
    cuts.push_back(std::move(cut));
  }
  return Done{};
}

Status check_cuts(const Article& article) {
  if (article.cuts.empty()) return Done{};
  std::size_t end = 0;
  for (const Cut& cut : article.cuts) {
    if (!fits(cut, article.text, end)) return malformed("do not fit the text");
    end = cut.range.end;
  }
  return end == article.text.size() ? Status(Done{}) : malformed("do not fit the text");
}

}  // namespace palpate
