#include "article/text/text_outline.h"

#include <algorithm>
#include <cstddef>

#include "article/characters.h"
#include "article/furniture/phrases.h"
#include "article/list_item.h"

namespace palpate {
namespace {

constexpr int kTopLevel = 2;
constexpr std::size_t kItemWords = 20;
constexpr std::size_t kCaptionWords = 12;
constexpr std::size_t kColonHeadingWords = 8;

// "Cherkin, D. C. (2011)", "https://doi.org/…": not the heading that its shortness makes it look.
bool looks_cited(std::string_view text) {
  for (std::size_t at = text.find_first_of("12"); at != std::string_view::npos;
       at = text.find_first_of("12", at + 1)) {
    const std::string_view year = text.substr(at, 4);
    const bool digits =
        year.size() == 4 && year.find_first_not_of("0123456789") == std::string_view::npos;
    if (digits && (year.starts_with("19") || year.starts_with("20"))) return true;
  }
  return text.find("http") != std::string_view::npos ||
         text.find("doi") != std::string_view::npos || text.find("et al") != std::string_view::npos;
}

class Outline {
 public:
  explicit Outline(const std::vector<TextLine>& lines) : lines_(lines), roles_(lines.size()) {
    for (const TextLine& line : lines) short_.push_back(is_short(line));
    capitals_ = first_headings_in_capitals();
  }

  std::vector<OutlinedLine> roles() {
    for (std::size_t at = 0; at < lines_.size();) at = outline_from(at);
    return std::move(roles_);
  }

 private:
  static bool is_short(const TextLine& line) {
    return line.marker == 0 && line.underlined == 0 && is_title_like(line.text);
  }

  // "Common Symptoms:" over its text. A sentence that ends so leads into a list instead.
  bool is_colon_heading(std::size_t at) const {
    const TextLine& line = lines_[at];
    if (line.marker != 0 || !line.text.ends_with(':') || at + 1 >= lines_.size()) return false;
    const std::string_view words = std::string_view(line.text).substr(0, line.text.size() - 1);
    const std::size_t count = count_words(words);
    return is_title_like(words) && count <= kColonHeadingWords &&
           (count <= 2 || is_title_case(words));
  }

  bool first_headings_in_capitals() const {
    std::size_t capitals = 0;
    for (std::size_t at = 0; at + 1 < lines_.size(); ++at) {
      if (!short_[at]) continue;
      if (!is_all_caps(lines_[at].text)) {
        if (capitals == 0) return false;
      } else {
        ++capitals;
      }
    }
    return capitals >= 2;
  }

  void set_heading(std::size_t at, int deeper = 0) {
    const TextLine& line = lines_[at];
    int level = kTopLevel + deeper;
    if (line.underlined != 0)
      level = line.underlined;
    else if (capitals_ && !is_all_caps(line.text))
      ++level;
    roles_[at] = {LineRole::heading, level};
    const std::string folded = folded_words(line.text);
    in_references_ = has_phrase(Topic::references_heading, folded);
  }

  void set(std::size_t at, LineRole role) { roles_[at] = {role, 0}; }

  std::size_t run_end(std::size_t at) const {
    while (at < lines_.size() && short_[at]) ++at;
    return at;
  }

  std::size_t outline_from(std::size_t at) {
    const TextLine& line = lines_[at];
    if (line.marker != 0) return outline_items(at);
    if (line.underlined != 0 || is_colon_heading(at)) {
      set_heading(at);
      return at + 1;
    }
    if (is_caption(at)) {
      set(at, LineRole::caption);
      return at + 1;
    }
    if (!short_[at]) {
      set(at, LineRole::paragraph);
      return last_mark(line.text) == U':' ? outline_unmarked(at + 1) : at + 1;
    }
    return outline_short(at);
  }

  // Short lines without a marker: a heading, two of them, or the entries of some list.
  std::size_t outline_short(std::size_t at) {
    const std::size_t end = run_end(at);
    const std::size_t count = end - at;
    const bool text_follows = end < lines_.size();
    if (in_references_ && looks_cited(lines_[at].text)) {
      set(at, LineRole::paragraph);
      return at + 1;
    }
    if (!text_follows && count < 3) {
      const bool opens_references =
          has_phrase(Topic::references_heading, folded_words(lines_[at].text));
      if (opens_references && count == 2) set_heading(at);
      return count == 2 && opens_references ? at + 1 : end;
    }
    if (count == 1) {
      set_heading(at);
    } else if (count == 2) {
      set_heading(at);
      set_heading(at + 1, 1);
    } else {
      const bool last_heads = text_follows && stands_apart(end - 1, at + 1);
      set_heading(at);
      for (std::size_t i = at + 1; i < end; ++i) set(i, LineRole::list_item);
      if (last_heads) set_heading(end - 1);
    }
    return end;
  }

  // Whether a short line at the end of others is the heading of what follows: by the blank line in
  // front of it, by its question mark or by its capitals, where those before have none.
  bool stands_apart(std::size_t at, std::size_t first) const {
    if (last_mark(lines_[at].text) == U'?') return true;
    bool others_apart = false;
    bool others_titled = false;
    for (std::size_t i = first; i < at; ++i) {
      others_apart = others_apart || (i > first && lines_[i].after_blank);
      others_titled =
          others_titled || (is_title_case(lines_[i].text) && count_words(lines_[i].text) > 1);
    }
    if (lines_[at].after_blank && !others_apart && at > first) return true;
    return is_title_case(lines_[at].text) && count_words(lines_[at].text) > 1 && !others_titled;
  }

  bool may_be_unmarked_item(std::size_t at) const {
    const TextLine& line = lines_[at];
    return line.marker == 0 && line.underlined == 0 && count_words(line.text) <= kItemWords &&
           has_letter(line.text) && !ends_sentence(line.text) && last_mark(line.text) != U':';
  }

  // Lines under "…several mechanisms:" that have no marker.
  std::size_t outline_unmarked(std::size_t at) {
    std::size_t end = at;
    while (end < lines_.size() && may_be_unmarked_item(end)) ++end;
    if (end < lines_.size() && end - at >= 3 && stands_apart(end - 1, at)) --end;
    if (end - at < 2) return at;
    if (end - at == 2 && end < lines_.size() && stands_apart(end - 1, at)) return at;
    for (std::size_t i = at; i < end; ++i) set(i, LineRole::list_item);
    return end;
  }

  // An alt text or caption scraped along: small letters, no full stop, alone between sentences.
  bool is_caption(std::size_t at) const {
    const TextLine& line = lines_[at];
    const std::size_t words = count_words(line.text);
    if (words < 2 || words > kCaptionWords || begins_upper(line.text) || !has_letter(line.text))
      return false;
    if (ends_sentence(line.text) || last_mark(line.text) == U':' || !line.after_blank) return false;
    const bool alone = at + 1 == lines_.size() || lines_[at + 1].after_blank;
    const bool behind_sentence =
        at == 0 || ends_sentence(lines_[at - 1].text) || roles_[at - 1].role == LineRole::heading;
    return alone && behind_sentence;
  }

  bool is_item_title(std::size_t at) const {
    const TextLine& line = lines_[at];
    return line.marker != 0 && !in_references_ && is_title_like(line.words()) &&
           !looks_cited(line.text) && at + 1 < lines_.size() && lines_[at + 1].marker == 0 &&
           !short_[at + 1] && lines_[at + 1].underlined == 0;
  }

  // Items from here on. When the first is a title with text under it, the list is one of titles.
  std::size_t outline_items(std::size_t at) {
    if (!is_item_title(at)) {
      while (at < lines_.size() && lines_[at].marker != 0) set(at++, LineRole::list_item);
      return at;
    }
    std::size_t most = 1;
    while (at < lines_.size() && lines_[at].marker != 0) {
      if (!is_item_title(at)) {
        set(at++, LineRole::list_item);
        continue;
      }
      set(at++, LineRole::item_heading);
      const std::size_t begin = at;
      while (at < lines_.size() && lines_[at].marker == 0 && !short_[at] &&
             lines_[at].underlined == 0 && !is_colon_heading(at)) {
        set(at++, LineRole::item_paragraph);
      }
      // What follows the last item at greater length than any other is no longer its text.
      const bool last = at == lines_.size() || lines_[at].marker == 0;
      if (last && at - begin > most) at = begin + most;
      most = std::max(most, at - begin);
    }
    return at;
  }

  const std::vector<TextLine>& lines_;
  std::vector<OutlinedLine> roles_;
  std::vector<bool> short_;
  bool capitals_ = false;
  bool in_references_ = false;
};

}  // namespace

std::vector<OutlinedLine> outline(const std::vector<TextLine>& lines) {
  return Outline(lines).roles();
}

}  // namespace palpate
