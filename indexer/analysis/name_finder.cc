#include "analysis/name_finder.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "vocabulary/known_names.h"

namespace palpate {
namespace {

using Words = std::vector<std::string>;

// By their first word; the lists are slices of known_names_of_words(), which is in order.
const std::unordered_map<std::string_view, std::span<const Words>>& names_by_first_word() {
  // Never destroyed: a thread that hangs in a shard may look it up when the program ends.
  static const auto& table = *[] {
    auto* const made = new std::unordered_map<std::string_view, std::span<const Words>>;
    const std::span<const Words> names = known_names_of_words();
    for (std::size_t begin = 0, end = 0; begin < names.size(); begin = end) {
      while (end < names.size() && names[end].front() == names[begin].front()) ++end;
      made->emplace(names[begin].front(), names.subspan(begin, end - begin));
    }
    return made;
  }();
  return table;
}

bool has_small_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

class Finding {
 public:
  Finding(std::string_view text, std::span<const Token> tokens) : text_(text), tokens_(tokens) {}

  // The last token of the name, when the words from `first` on are its.
  std::optional<std::size_t> last_of(const Words& name, std::size_t first) const {
    std::size_t last = first;
    std::size_t at = first;
    for (const std::string& word : name) {
      while (at < tokens_.size() && is_whole(tokens_[at].kind)) ++at;
      if (at == tokens_.size() || tokens_[at].form != word || !goes_on(last, at))
        return std::nullopt;
      last = at++;
    }
    return last;
  }

  // Where all is in capitals they say nothing.
  bool stands_out(std::size_t token) const {
    const std::string_view before = word_beside(token, -1);
    const std::string_view behind = word_beside(token, 1);
    return (before.empty() && behind.empty()) || has_small_letter(before) ||
           has_small_letter(behind);
  }

 private:
  // A sentence's end or a list's comma is no part of a name: "no hepatitis. A doctor …".
  bool goes_on(std::size_t before, std::size_t behind) const {
    if (before == behind) return true;
    const std::size_t begin = tokens_[before].range.end;
    const std::size_t end = tokens_[behind].range.begin;
    return begin >= end ||
           text_.substr(begin, end - begin).find_first_of(".,;:!?()") == std::string_view::npos;
  }

  std::string_view word_beside(std::size_t token, int step) const {
    std::size_t at = token;
    do {
      if (step < 0 ? at == 0 : at + 1 == tokens_.size()) return {};
      at = step < 0 ? at - 1 : at + 1;
    } while (tokens_[at].kind != TokenKind::word);
    return tokens_[at].range.of(text_);
  }

  std::string_view text_;
  std::span<const Token> tokens_;
};

FoundName found_name(std::span<const Token> tokens, std::size_t first, std::size_t last) {
  FoundName name{first, last, {}, {}};
  for (std::size_t i = first; i <= last; ++i) {
    if (is_whole(tokens[i].kind)) continue;
    name.form.append(i == first ? "" : " ").append(tokens[i].form);
    name.stem.append(i == first ? "" : "_").append(tokens[i].stem);
  }
  return name;
}

}  // namespace

bool NameFinder::may_begin(std::string_view form, std::string_view written) const {
  return names_by_first_word().contains(form) || is_known_in_capitals(written);
}

void NameFinder::find(std::string_view text, std::span<const Token> tokens,
                      std::span<const NameBeginning> beginnings,
                      std::vector<FoundName>& found) const {
  found.clear();
  const Finding finding(text, tokens);
  for (const auto& [begin, count] : beginnings) {
    for (std::size_t first = begin; first < begin + count; ++first) {
      const Token& token = tokens[first];
      if (token.kind != TokenKind::word) continue;
      const std::string_view written = token.range.of(text);
      if (is_known_in_capitals(written) && finding.stands_out(first))
        found.push_back({first, first, std::string(written), "_" + std::string(token.form)});
      const auto names = names_by_first_word().find(token.form);
      if (names == names_by_first_word().end()) continue;
      for (const Words& name : names->second)
        if (const auto last = finding.last_of(name, first))
          found.push_back(found_name(tokens, first, *last));
    }
  }
  std::ranges::stable_sort(found, {}, &FoundName::last);
}

}  // namespace palpate
