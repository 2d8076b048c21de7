#include "article/html/markup.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "article/html/tag_rules.h"
#include "article/html/tag_scanner.h"

namespace palpate {
namespace {

using Fate = TagRule::Fate;

constexpr std::size_t kMaxValue = 8192;  // bytes kept of an attribute
constexpr std::size_t kMaxName = 64;     // bytes kept of a tag's name

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_heading(const TagRule& rule) {
  return rule.name.size() == 2 && rule.name[0] == 'h' && rule.name[1] >= '1' && rule.name[1] <= '6';
}

bool kept_attribute(std::string_view name) {
  constexpr std::array<std::string_view, 22> kKept = {
      "class",    "id",          "itemprop",   "itemtype", "role",    "rel",      "href", "name",
      "content",  "property",    "http-equiv", "lang",     "hidden",  "datetime", "alt",  "style",
      "xml:lang", "aria-hidden", "start",      "value",    "colspan", "rowspan"};
  for (const std::string_view kept : kKept) {
    if (equals_ignoring_case(name, kept)) return true;
  }
  return false;
}

class Reducer {
 public:
  explicit Reducer(std::string_view page)
      : page_(page), is_xml_(page.starts_with("<?xml")), last_bracket_(page.rfind('>')) {
    result_.markup.reserve(page.size() / 2);
    result_.markup = "<!DOCTYPE html>";
  }

  ReducedMarkup reduce() && {
    std::size_t at = 0;
    while (at < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at), page_.size());
      result_.markup += page_.substr(at, open - at);
      if (open == page_.size()) break;
      at = markup_at(open);
      if (tags_ > kMaxTags) {
        result_.too_many_tags = true;
        break;
      }
    }
    return std::move(result_);
  }

 private:
  char peek(std::size_t at) const { return at < page_.size() ? page_[at] : '\0'; }

  // Handles what page_[open] == '<' begins; gives the byte after it.
  std::size_t markup_at(std::size_t open) {
    if (page_.substr(open).starts_with("<!--")) return after_comment(open);
    const char next = peek(open + 1);
    if (next == '!' || next == '?') return after(page_.find('>', open), 1);
    const bool is_tag = is_letter(next) || (next == '/' && is_letter(peek(open + 2)));
    if (!is_tag) {
      result_.markup += "&lt;";
      return open + 1;
    }
    if (last_bracket_ == std::string_view::npos || open > last_bracket_) return page_.size();
    ++tags_;
    scan_tag(page_, open, tag_);
    if (tag_.cut) {  // by a quote that never ends: then the tag ends at its first bracket
      tag_.attributes.clear();
      tag_.end = page_.find('>', open) + 1;
    }
    const TagRule& rule = tag_rule(tag_.key);
    if (tag_.closing) {
      end_tag(rule, open);
      return tag_.end;
    }
    return start_tag(rule, open);
  }

  // A comment that never ends would take the rest of the page along; it ends at its first bracket.
  std::size_t after_comment(std::size_t open) {
    const std::size_t end = comments_end_ ? page_.find("-->", open + 2) : std::string_view::npos;
    if (end != std::string_view::npos) return end + 3;
    comments_end_ = false;
    return after(page_.find('>', open), 1);
  }

  std::size_t after(std::size_t found, std::size_t size) const {
    return found == std::string_view::npos ? page_.size() : found + size;
  }

  std::size_t start_tag(const TagRule& rule, std::size_t open) {
    if (is_xml_ && tag_.self_closing && rule.fate != Fate::empty) return tag_.end;
    switch (rule.fate) {
      case Fate::strip:
      case Fate::gone:
        return tag_.end;
      case Fate::skip_content:
      case Fate::text_content:
      case Fate::form_list:
        return raw_element(rule);
      case Fate::empty:
        if (rule.closes_p) pop_p();
        write_tag(open, false);
        return tag_.end;
      case Fate::bold:
      case Fate::keep:
        break;
    }
    if (rule.closes_p) pop_p();
    if (rule.table_part) pop_to_table();
    if (rule.name == "li") pop_item("li", "li");
    if (rule.name == "dt" || rule.name == "dd") pop_item("dt", "dd");
    if (!rule.untracked && !push(rule)) return tag_.end;
    write_tag(open, rule.fate == Fate::bold);
    return tag_.end;
  }

  // False at the depth limit: the tag is left out, a block's as a break between paragraphs.
  bool push(const TagRule& rule) {
    if (open_.size() < kMaxDepth) {
      open_.push_back({tag_.key, &rule});
      return true;
    }
    ++left_out_[tag_.key];
    if (rule.special) result_.markup += "<br><br>";
    return false;
  }

  void end_tag(const TagRule& rule, std::size_t open) {
    if (rule.fate == Fate::strip || rule.fate == Fate::gone || rule.fate == Fate::skip_content) {
      return;
    }
    if (const auto left_out = left_out_.find(tag_.key);
        left_out != left_out_.end() && left_out->second > 0) {
      --left_out->second;
      return;
    }
    if (rule.fate == Fate::keep || rule.fate == Fate::bold) {
      if (!rule.untracked && !pop(rule) && rule.name != "p") return;  // </p> alone is a paragraph
      if (rule.table_part) pop_to_table();
    }
    if (rule.fate == Fate::bold) {
      result_.markup += "</mark>";
    } else {
      result_.markup += page_.substr(open, 2);
      write_name(open + 2);
      result_.markup += '>';
    }
  }

  // An end tag closes the nearest element of its name, unless a barrier stands between.
  bool pop(const TagRule& rule) {
    for (std::size_t i = open_.size(); i > 0; --i) {
      const Open& element = open_[i - 1];
      const bool both_bold = rule.fate == Fate::bold && element.rule->fate == Fate::bold;
      if (element.key == tag_.key || both_bold || (is_heading(rule) && is_heading(*element.rule))) {
        open_.resize(i - 1);
        return true;
      }
      if (element.rule->scope || (element.rule->special && !rule.special)) return false;
    }
    return false;
  }

  void pop_p() {
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1].rule->name == "p") {
        open_.resize(i - 1);
        return;
      }
      if (open_[i - 1].rule->scope) return;
    }
  }

  void pop_to_table() {
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1].rule->name == "table") {
        open_.resize(i);
        return;
      }
    }
  }

  void pop_item(std::string_view one, std::string_view other) {
    for (std::size_t i = open_.size(); i > 0; --i) {
      const TagRule& rule = *open_[i - 1].rule;
      if (rule.name == one || rule.name == other) {
        open_.resize(i - 1);
        return;
      }
      if (rule.special && rule.name != "div" && rule.name != "address" && rule.name != "p") return;
    }
  }

  // <script>, <title>, <select> …: their content ends at their own end tag only.
  std::size_t raw_element(const TagRule& rule) {
    const std::uint64_t key = tag_.key;
    const std::size_t begin = tag_.end;
    std::size_t end = std::string_view::npos;
    bool& never_ends = never_ends_[key];
    if (!never_ends) end = find_end_tag(page_, rule.name, begin);
    if (end == std::string_view::npos) {
      never_ends = true;
      return unended(rule, begin);
    }
    if (rule.fate != Fate::skip_content) {
      result_.markup += '<';
      result_.markup += rule.name;
      result_.markup += '>';
      return rule.fate == Fate::form_list ? begin : copy_text_content(begin, end);
    }
    if (rule.name == "script" && is_json_ld()) {
      result_.json_ld.emplace_back(page_.substr(begin, end - begin));
    }
    return after(page_.find('>', end), 1);
  }

  // Code goes up to where the page seems to go on, a title ends with its line; what else never ends
  // is read as if the tag were not there.
  std::size_t unended(const TagRule& rule, std::size_t begin) {
    if (rule.name == "script" || rule.name == "style") return after_code(begin);
    if (rule.name != "title" || titled_) return begin;
    titled_ = true;
    const std::size_t end = std::min(page_.find_first_of("<\r\n", begin), page_.size());
    result_.markup += "<title>";
    result_.markup += page_.substr(begin, end - begin);
    result_.markup += "</title>";
    return end;
  }

  // The next tag of a block that stands in no string of the code; strings end with their line.
  std::size_t after_code(std::size_t begin) const {
    char quote = '\0';
    for (std::size_t at = begin; at < page_.size(); ++at) {
      const char c = page_[at];
      const bool quotes = c == '"' || c == '\'' || c == '`';
      if (c == '\n' || c == '\r' || (quotes && c == quote)) {
        quote = '\0';
      } else if (quotes && quote == '\0') {
        quote = c;
      } else if (c == '<' && quote == '\0' && ends_code(at)) {
        return at;
      }
    }
    return page_.size();
  }

  bool ends_code(std::size_t open) const {
    const std::size_t begin = open + (peek(open + 1) == '/' ? 2 : 1);
    const std::string_view start = page_.substr(begin, kMaxName);
    const std::string_view name = start.substr(0, start.find_first_of(" \t\r\n\f/>"));
    if (name.empty() || name.size() == start.size()) return false;
    constexpr std::array<std::string_view, 4> kParts = {"html", "head", "body", "title"};
    for (const std::string_view part : kParts) {
      if (equals_ignoring_case(name, part)) return true;
    }
    const TagRule& rule = tag_rule(tag_key(name));
    return rule.name == "script" || rule.special || rule.closes_p;
  }

  std::size_t copy_text_content(std::size_t begin, std::size_t end) {
    result_.markup += page_.substr(begin, end - begin);
    return end;
  }

  bool is_json_ld() const {
    for (const ScannedAttribute& attribute : tag_.attributes) {
      if (!equals_ignoring_case(attribute.name, "type")) continue;
      return equals_ignoring_case(attribute.value.substr(0, 19), "application/ld+json");
    }
    return false;
  }

  void write_name(std::size_t begin) {
    const std::size_t end = page_.find_first_of(" \t\r\n\f/>", begin);
    result_.markup += page_.substr(begin, std::min(end - begin, kMaxName));
  }

  void write_tag(std::size_t open, bool bold) {
    std::string& out = result_.markup;
    out += '<';
    if (bold) {
      out += "mark";
    } else {
      write_name(open + 1);
    }
    for (const ScannedAttribute& attribute : tag_.attributes) {
      if (!kept_attribute(attribute.name)) continue;
      out += ' ';
      out += attribute.name;
      if (attribute.value.empty()) continue;
      const bool double_quoted = attribute.value.find('"') == std::string_view::npos;
      const bool single_quoted = attribute.value.find('\'') == std::string_view::npos;
      if (!double_quoted && !single_quoted) continue;
      const char quote = double_quoted ? '"' : '\'';
      out += '=';
      out += quote;
      out += attribute.value.substr(0, kMaxValue);
      out += quote;
    }
    out += '>';
  }

  struct Open {
    std::uint64_t key;
    const TagRule* rule;
  };

  std::string_view page_;
  bool is_xml_;
  std::size_t last_bracket_;  // no tag ends behind it
  bool titled_ = false;       // by a <title> that never ends
  bool comments_end_ = true;  // there is another "-->", as far as is known
  ReducedMarkup result_;
  ScannedTag tag_;
  std::size_t tags_ = 0;
  std::vector<Open> open_;
  std::unordered_map<std::uint64_t, std::size_t> left_out_;
  std::unordered_map<std::uint64_t, bool> never_ends_;
};

}  // namespace

ReducedMarkup reduce_markup(std::string_view page) { return Reducer(page).reduce(); }

}  // namespace palpate
