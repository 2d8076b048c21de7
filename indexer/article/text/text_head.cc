#include "article/text/text_head.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "article/characters.h"
#include "article/furniture/byline.h"
#include "article/furniture/furniture.h"
#include "article/furniture/phrases.h"

namespace palpate {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestHead = 60;
constexpr std::size_t kTitleWords = 25;

// A line that can only be text: the head ends before it.
bool is_text(const TextLine& line) {
  const std::size_t words = count_words(line.text);
  return words > kTitleWords || (words > 12 && last_mark(line.text) == U'.');
}

struct Head {
  const std::vector<TextLine>& lines;
  std::vector<Judgement> judged;  // of the lines in front of the first text

  std::size_t size() const { return judged.size(); }
  bool is(std::size_t at, Furniture kind) const { return at < size() && judged[at].kind == kind; }
  // What stands beside a byline.
  bool dates(std::size_t at) const {
    return is(at, Furniture::date) || is(at, Furniture::reading_time);
  }
};

Head judge_head(const std::vector<TextLine>& lines) {
  Head head{lines, {}};
  for (const TextLine& line : lines) {
    if (head.size() == kLongestHead || is_text(line)) break;
    head.judged.push_back(judge_line(line.text, Place::body));
  }
  return head;
}

// "Wade Folske" with a date or a reading time next to it.
bool is_bare_byline(const Head& head, std::size_t at) {
  return head.judged[at].kind == Furniture::none && is_person_name(head.lines[at].words()) &&
         (head.dates(at + 1) || (at > 0 && head.dates(at - 1)) || head.dates(at + 2));
}

// Share lines are none: they stand under titles as well as over them.
bool is_menu(Furniture kind) {
  return kind == Furniture::navigation || kind == Furniture::menu || kind == Furniture::skip_link ||
         kind == Furniture::cookies || kind == Furniture::platform;
}

// "Home > Blog > Neck pain"
bool is_breadcrumb(std::string_view text) {
  return text.find(" > ") != std::string_view::npos || text.find(" » ") != std::string_view::npos ||
         text.find(" › ") != std::string_view::npos;
}

bool may_be_title(const Head& head, std::size_t at) {
  const std::string_view text = head.lines[at].text;
  return head.judged[at].kind == Furniture::none && has_letter(text) && !is_breadcrumb(text);
}

// Some sites put byline and date over the title.
bool title_follows(const Head& head, std::size_t byline) {
  for (std::size_t at = byline + 1; at < head.size(); ++at) {
    if (may_be_title(head, at)) {
      return head.lines[at].marker == 0 && count_words(head.lines[at].text) >= 3 &&
             !is_person_name(head.lines[at].text);
    }
  }
  return false;
}

std::size_t find_title(const Head& head) {
  std::size_t start = 0;
  std::size_t menu = 0;
  for (std::size_t at = 0; at < head.size(); ++at) {
    if (!is_menu(head.judged[at].kind)) continue;
    if (++menu >= 2) start = at + 1;
  }
  for (const std::size_t from : {start, std::size_t{0}}) {
    for (std::size_t at = from; at < head.size(); ++at) {
      if (!may_be_title(head, at)) continue;
      if (is_bare_byline(head, at) && title_follows(head, at)) continue;
      return at;
    }
  }
  return kNowhere;
}

struct Labelled {
  std::string key;
  std::string_view value;
};

std::optional<Labelled> labelled(std::string_view text) {
  const std::size_t colon = text.find(": ");
  constexpr std::size_t kLongestKey = 20;
  if (colon > kLongestKey) return std::nullopt;
  return Labelled{folded_words(text.substr(0, colon)), trimmed(text.substr(colon + 1))};
}

// "Title: …", "URL: …" as text dumps carry them. True when the line was one of these.
bool take_labelled(std::string_view text, Article& article) {
  const std::optional<Labelled> line = labelled(text);
  if (!line || line->value.empty()) return false;
  if (line->key == "title" && article.title.empty())
    article.title = line->value;
  else if (line->key == "url" || line->key == "link" || line->key == "canonical") {
    if (article.url.empty()) article.url = line->value;
  } else if (line->key == "source" || line->key == "site" || line->key == "publisher") {
    article.source = line->value;
  } else if (line->key == "language" || line->key == "lang") {
    article.language = folded_words(line->value.substr(0, 2));
  } else {
    return false;
  }
  return true;
}

// "Five Stretches | Blue Door Clinic" names the site behind the title.
void set_title(std::string_view line, Article& article) {
  constexpr std::string_view kBar = " | ";
  const std::size_t bar = line.rfind(kBar);
  if (bar == std::string_view::npos) {
    article.title = line;
    return;
  }
  const std::string_view title = line.substr(0, bar);
  const std::string_view site = line.substr(bar + kBar.size());
  const bool named = count_words(title) >= 3 && count_words(site) >= 1 && count_words(site) <= 6;
  article.title = named ? title : line;
  if (named && article.source.empty()) article.source = site;
}

void pass_over(const Head& head, std::size_t at, Article& article) {
  const Judgement& judged = head.judged[at];
  std::string_view reason = "in front of the title";
  if (judged) {
    reason = take_metadata(judged, article);
  } else if (take_labelled(head.lines[at].text, article)) {
    reason = "labelled value: kept as metadata";
  } else if (is_bare_byline(head, at)) {
    reason = take_metadata(judge_line(head.lines[at].text, Place::head), article);
  }
  article.dropped.push_back({head.lines[at].text, std::string(reason)});
}

// "- green gate clinic", "By green gate clinic": as some sites' software puts it under the title.
// Gives the name; empty: none.
std::string_view plain_byline(const Head& head, std::size_t at) {
  constexpr std::size_t kMostNameWords = 5;
  const TextLine& line = head.lines[at];
  const std::size_t label = opening_words(Topic::author_label, folded_words(line.words()));
  const bool next_is_item = at + 1 < head.lines.size() && head.lines[at + 1].marker != 0;
  const bool dashed = line.marker != 0 && has_letter(line.text) && line.text.front() == '-';
  if (label == 0 && (!dashed || next_is_item || at + 1 >= head.lines.size())) return {};
  const std::string_view name = behind_words(line.words(), label);
  const std::size_t words = count_words(name);
  const bool plain = words >= 1 && words <= kMostNameWords && !has_digit(name) &&
                     name.find_first_of(".,;:?!") == std::string_view::npos;
  return plain && (label == 0 || words >= 2) ? name : std::string_view();
}

// Byline, dates and the like behind the title; gives the first line that is none of these.
std::size_t pass_bylines(const Head& head, std::size_t at, Article& article) {
  const std::size_t first = at;
  for (; at < head.size(); ++at) {
    const std::string& text = head.lines[at].text;
    const Furniture kind = head.judged[at].kind;
    const bool opens_text = kind == Furniture::contents || kind == Furniture::related;
    if (opens_text) return at;
    if (kind != Furniture::none || is_bare_byline(head, at)) {
      pass_over(head, at, article);
    } else if (const Judgement named = judge_line(text, Place::head);
               named.kind == Furniture::byline &&
               opening_words(Topic::author_label, folded_words(head.lines[at].words())) != 0) {
      article.dropped.push_back({text, std::string(take_metadata(named, article))});
    } else if (take_labelled(text, article)) {
      article.dropped.push_back({text, "labelled value: kept as metadata"});
    } else if (const std::string_view name = plain_byline(head, at);
               at == first && at > 0 && !name.empty()) {
      if (article.authors.empty()) article.authors.emplace_back(name);
      article.dropped.push_back({text, std::string(reason_for(Furniture::byline))});
    } else if (folded_words(text) == folded_words(article.title)) {
      article.dropped.push_back({text, "title once more"});
    } else {
      return at;
    }
  }
  return at;
}

}  // namespace

std::size_t read_head(const std::vector<TextLine>& lines, Article& article) {
  const Head head = judge_head(lines);
  // Labelled values stand at the very top or nowhere.
  std::size_t begin = 0;
  while (begin < head.size() && take_labelled(lines[begin].text, article)) {
    article.dropped.push_back({lines[begin].text, "labelled value: kept as metadata"});
    ++begin;
  }
  if (!article.title.empty()) return pass_bylines(head, begin, article);
  const std::size_t title = find_title(head);
  if (title == kNowhere) return pass_bylines(head, begin, article);
  for (std::size_t at = begin; at < title; ++at) pass_over(head, at, article);
  set_title(lines[title].words(), article);
  const std::size_t text = pass_bylines(head, title + 1, article);
  // The builder drops it as the title, or keeps it when nothing else is there.
  return text == lines.size() ? title : text;
}

}  // namespace palpate
