#include "article/list_item.h"

#include <algorithm>
#include <array>

#include "article/characters.h"

namespace palpate {
namespace {

constexpr std::size_t kLabelWords = 12;
constexpr std::size_t kLabelBytes = 100;
// Behind a colon any short title may stand; a dash also parts clauses, so it must be shorter.
constexpr std::size_t kDashedLabelWords = 6;
// Fewer behind a label are a value, "Sets: 3", rather than a text.
constexpr std::size_t kBodyWords = 5;

constexpr std::array<std::string_view, 21> kBullets = {"-", "*", "+", "•", "·",  "–", "—",
                                                       "▪", "●", "○", "◦", "‣",  "■", "□",
                                                       "►", "▸", "✓", "✔", "✅", "➤", "➢"};

std::size_t numbered_marker(std::string_view text) {
  const bool bracket = text.starts_with('(');
  std::size_t at = bracket ? 1 : 0;
  const std::size_t begin = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  bool letter = false;
  if (at == begin && at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
    letter = true;
    ++at;
  }
  if (at == begin || at - begin > 3 || at >= text.size()) return 0;
  const bool closed = text[at] == ')' || (text[at] == '.' && !bracket && !letter);
  return closed && at + 1 < text.size() && text[at + 1] == ' ' ? at + 2 : 0;
}

// Where in the text a separator that may end a label stands; npos when there is none.
struct Separator {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
  bool dash = false;
};

Separator first_separator(std::string_view text) {
  constexpr std::array<std::string_view, 3> kDashes = {" – ", " — ", " - "};
  const std::string_view head = text.substr(0, kLabelBytes);
  Separator first;
  if (const std::size_t colon = head.find(": "); colon != std::string_view::npos) {
    first = {colon, colon + 1, false};
  }
  for (const std::string_view dash : kDashes) {
    const std::size_t at = head.find(dash);
    if (at < first.begin) first = {at, at + dash.size() - 1, true};
  }
  return first;
}

bool holds_sentence_end(std::string_view text) {
  return text.find(". ") != std::string_view::npos || text.find("? ") != std::string_view::npos ||
         text.find("! ") != std::string_view::npos || text.find("://") != std::string_view::npos;
}

}  // namespace

std::size_t indentation(std::string_view text) {
  return std::min(text.find_first_not_of(' '), text.size());
}

std::string_view without_marker(std::string_view item) {
  item.remove_prefix(indentation(item));
  return item.substr(marker_length(item));
}

std::size_t marker_length(std::string_view text) {
  for (const std::string_view bullet : kBullets) {
    if (text.starts_with(bullet) && text.substr(bullet.size()).starts_with(' ')) {
      return bullet.size() + 1;
    }
  }
  return numbered_marker(text);
}

std::optional<RunIn> run_in(std::string_view text) {
  const Separator separator = first_separator(text);
  if (separator.begin == std::string_view::npos) return std::nullopt;
  const std::string_view label = trimmed(text.substr(0, separator.begin));
  const std::size_t words = count_words(label);
  if (words == 0 || words > (separator.dash ? kDashedLabelWords : kLabelWords)) return std::nullopt;
  if (!begins_upper(label) || holds_sentence_end(label) || !has_letter(label)) return std::nullopt;
  const std::size_t body = separator.end + 1;
  if (count_words(text.substr(std::min(body, text.size()))) == 0) return std::nullopt;
  return RunIn{label, separator.end, body};
}

RunInShape run_in_shape(std::string_view text) {
  const std::optional<RunIn> found = run_in(text);
  if (!found) return RunInShape::none;
  return count_words(text.substr(found->body)) < kBodyWords ? RunInShape::value
                                                            : RunInShape::titled;
}

bool is_title_like(std::string_view text) {
  if (text.size() > 2 * kLabelBytes || !has_letter(text) || !begins_upper(text)) return false;
  if (count_words(text) > kLabelWords + 2 || count_characters(text) > kLabelBytes) return false;
  const char32_t mark = last_mark(text);
  constexpr std::u32string_view kClauseEnds = U".,;:…。";
  return kClauseEnds.find(mark) == std::u32string_view::npos && !holds_sentence_end(text);
}

}  // namespace palpate
