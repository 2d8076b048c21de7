#include "article/furniture/furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "article/characters.h"
#include "article/furniture/barred_line.h"
#include "article/furniture/byline.h"
#include "article/furniture/contact_details.h"
#include "article/furniture/phrases.h"
#include "article/furniture/share_bar.h"
#include "article/list_item.h"

namespace palpate {
namespace {

// Furniture is short: a longer text is judged sentence by sentence, if at all.
constexpr std::size_t kLongestNotice = 600;
constexpr std::size_t kLabelledWords = 14;
constexpr std::size_t kReadingTimeWords = 7;
constexpr std::size_t kSubscribeWords = 40;

struct Line {
  std::string_view text;  // without list marker
  std::string folded;     // its words
  FoundPhrases found;     // in them
  std::size_t words;
  Place place;
};

bool has_letter_word(const Line& line) { return has_letter(line.folded); }

// Cuts " by Jane Doe" or " in Back pain" off the end of a date or name.
std::string_view before_word(std::string_view text, std::string_view word) {
  const std::size_t at = text.find(word);
  return at == std::string_view::npos ? text : trimmed(text.substr(0, at));
}

Date date_or_unknown(std::string_view text) {
  while (!text.empty() && std::string_view(".,;:-|").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return parse_date(trimmed(text)).value_or(Date{});
}

// "June 3, 2024 by Jane Doe in Back Pain": what a line of blog software says behind its label.
bool read_date_and_names(std::string_view rest, Date& date, std::vector<std::string>& names) {
  constexpr std::array<std::string_view, 7> kBy = {" by ",    " von ", " por ", " par ",
                                                   " przez ", " di ",  " door "};
  for (const std::string_view by : kBy) {
    const std::size_t at = rest.find(by);
    if (at == std::string_view::npos) continue;
    date = date_or_unknown(rest.substr(0, at));
    if (date.known())
      names = names_in(before_word(before_word(rest.substr(at + by.size()), " in "), " | "));
    return date.known();
  }
  date = date_or_unknown(rest);
  if (!date.known()) date = date_or_unknown(before_word(before_word(rest, " in "), " at "));
  return date.known();
}

// Takes the date off the end of "Jane Doe on June 3, 2024" or "Jane Doe, PT, June 3, 2024".
Date cut_date(std::string_view& names) {
  for (const std::string_view between : {" on ", ", ", " am ", " le ", " el "}) {
    for (std::size_t at = names.find(between); at != std::string_view::npos;
         at = names.find(between, at + 1)) {
      const Date date = date_or_unknown(names.substr(at + between.size()));
      if (date.month == 0) continue;
      names = names.substr(0, at);
      return date;
    }
  }
  return {};
}

bool judge_date(const Line& line, Judgement& judged) {
  if (line.words == 0 || line.words > kLabelledWords || !has_digit(line.text)) return false;
  const std::size_t updated = line.found.opening_words(Topic::updated_label);
  const std::size_t published = updated != 0 ? 0 : line.found.opening_words(Topic::published_label);
  Date& date = updated != 0 ? judged.updated : judged.published;
  const std::size_t label = updated + published;
  if (!read_date_and_names(behind_words(line.text, label), date, judged.authors)) return false;
  // A year alone says nothing about what happened in it.
  return label != 0 || date.month != 0;
}

// "By Jane Doe", "Written by: Jane Doe, PT | June 3, 2024", "Jane Doe, LMT" in the head.
bool judge_names(const Line& line, Judgement& judged) {
  if (line.words > kLabelledWords) return false;
  const std::size_t reviewer = line.found.opening_words(Topic::reviewer_label);
  if (reviewer != 0) {
    std::string_view rest = behind_words(line.text, reviewer);
    judged.updated = cut_date(rest);
    judged.reviewers = names_in(rest);
    return !judged.reviewers.empty();
  }
  const std::size_t author = line.found.opening_words(Topic::author_label);
  if (author == 0 && line.place == Place::body) return false;
  std::string_view rest = behind_words(line.text, author);
  judged.published = cut_date(rest);
  judged.authors = names_in(rest);
  if (judged.authors.empty()) {
    return author != 0 && is_placeholder_name(rest);
  }
  // A bare or doubtful name must be a person's.
  return (author != 0 && line.place == Place::head) || is_person_name(judged.authors.front());
}

// "#neck #pain"
bool is_hashtags(std::string_view text) {
  bool begins = true;
  for (const char character : text) {
    if (begins && character != '#') return false;
    begins = character == ' ';
  }
  return text.size() > 1;
}

bool judge_tags(const Line& line, Judgement& judged) {
  const std::size_t label = std::max(line.found.opening_words(Topic::tags_label),
                                     line.found.opening_words(Topic::tagged_label));
  const bool hashtags = is_hashtags(line.text);
  if ((label == 0 && !hashtags) || line.words > 30 || ends_sentence(line.text)) return false;
  std::string_view rest = hashtags ? line.text : behind_words(line.text, label);
  const bool colon =
      line.text.substr(0, line.text.size() - rest.size()).find(':') != std::string_view::npos;
  const bool bare = line.found.opening_words(Topic::tagged_label) == 0;
  if (!rest.empty() && !colon && bare && !hashtags) return false;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find_first_of(",|#"), rest.size());
    const std::string_view tag = trimmed(rest.substr(0, comma));
    if (!tag.empty() && folded_words(tag) != "uncategorized") judged.tags.emplace_back(tag);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return true;
}

bool is_copyright(const Line& line) {
  const bool sign =
      line.text.starts_with("©") || line.text.starts_with("(c) ") || line.text.starts_with("(C) ");
  return (sign && line.words <= 30) || (line.found.has(Topic::copyright) && line.words <= 60);
}

// "12 Mill Road, Suite 4", "Springfield, OR 97477", "Mon-Fri: 9am - 6pm".
bool is_address(const Line& line) {
  if (line.words > 10 || !has_digit(line.text) || ends_sentence(line.text)) return false;
  const bool numbered = line.text.front() >= '0' && line.text.front() <= '9';
  if (numbered) return line.words >= 3 && line.found.has(Topic::street) && is_title_case(line.text);
  if (line.found.has(Topic::weekday)) return holds_hours(line.text);
  const std::size_t comma = line.text.rfind(", ");
  if (comma == std::string_view::npos) return false;
  // A state and its postal code.
  const std::string_view place = line.text.substr(comma + 2);
  return place.size() == 8 && place[2] == ' ' && is_credential(place.substr(0, 2)) &&
         place.find_first_not_of("0123456789", 3) == std::string_view::npos;
}

bool is_contact(const Line& line) {
  if (is_address(line)) return true;
  const std::string rest = folded_words(without_contacts(line.text));
  if (rest.size() >= line.folded.size() || line.words > 12) return false;
  return !line.found.has(Topic::advice) &&
         (count_words(rest) == 0 ||
          (count_words(rest) <= 2 && opening_words(Topic::contact_label, rest) != 0));
}

bool is_reading_time(const Line& line) {
  return line.words <= kReadingTimeWords && has_digit(line.folded) &&
         line.found.has(Topic::reading_time);
}

// Lines that are furniture by their set phrase alone, in the order they are asked for.
Furniture judge_phrase(const Line& line) {
  struct Rule {
    Topic topic;
    Furniture kind;
    std::size_t most_words;
  };
  constexpr std::array<Rule, 12> kRules = {{
      {Topic::page_edge, Furniture::page_edge, 8},
      {Topic::skip_link, Furniture::skip_link, 8},
      {Topic::comments, Furniture::comments, 25},
      {Topic::reply_form, Furniture::reply_form, 30},
      {Topic::subscribe, Furniture::subscribe, kSubscribeWords},
      {Topic::cookies, Furniture::cookies, 80},
      {Topic::platform, Furniture::platform, 30},
      {Topic::related, Furniture::related, 16},
      {Topic::contents, Furniture::contents, 6},
      {Topic::navigation, Furniture::navigation, 8},
      {Topic::share, Furniture::share, 20},
      {Topic::read_more, Furniture::read_more, 16},
  }};
  if (line.found.has(Topic::weak_subscribe) && line.found.has(Topic::subscription) &&
      line.words <= kSubscribeWords)
    return Furniture::subscribe;
  const std::string counted = without_numbers(line.folded);
  const bool numbers = counted.size() != line.folded.size();
  const FoundPhrases found = numbers ? FoundPhrases(counted) : line.found;
  for (const Rule& rule : kRules) {
    if (line.words > rule.most_words || counted.empty()) continue;
    if (found.has(rule.topic)) return rule.kind;
  }
  return Furniture::none;
}

Judgement judge_single(std::string_view text, Place place) {
  std::string folded = folded_words(text);
  const FoundPhrases found(folded);
  const Line line{text, std::move(folded), found, count_words(text), place};
  Judgement judged;
  if (!has_letter_word(line)) {
    if (judge_date(line, judged))
      judged.kind = Furniture::date;
    else if (is_contact(line) && holds_phone_number(text))
      judged.kind = Furniture::contact;
    return judged;
  }
  if (is_copyright(line))
    judged.kind = Furniture::copyright;
  else if (is_share_bar(line.folded))
    judged.kind = Furniture::share;
  else if (is_reading_time(line))
    judged.kind = Furniture::reading_time;
  else if (judge_date(line, judged))
    judged.kind = Furniture::date;
  else
    judged.kind = judge_phrase(line);
  if (judged) return judged;
  judged = {};
  if (judge_tags(line, judged))
    judged.kind = Furniture::tags;
  else if (is_contact(line))
    judged.kind = Furniture::contact;
  else if (judge_names(line, judged))
    judged.kind = judged.reviewers.empty() ? Furniture::byline : Furniture::reviewer;
  else if (drop_calls_to_action(text).kept.empty())
    judged.kind = holds_link(text) ? Furniture::promotion : Furniture::call_to_action;
  return judged;
}

void join(Judgement& whole, const Judgement& part) {
  const bool counts_only =
      whole.kind == Furniture::reading_time || whole.kind == Furniture::comments;
  if (!whole || counts_only) whole.kind = part.kind;
  if (!whole.published.known()) whole.published = part.published;
  if (!whole.updated.known()) whole.updated = part.updated;
  add_names(whole.authors, part.authors);
  add_names(whole.reviewers, part.reviewers);
  add_names(whole.tags, part.tags);
}

// "Blog, Tips", as it stands behind author and date.
bool may_be_category(std::string_view text) {
  constexpr std::size_t kCategoryWords = 6;
  return count_words(text) <= kCategoryWords && begins_upper(text) && !ends_sentence(text) &&
         !has_digit(text);
}

Judgement judge_part(std::string_view text) {
  Judgement judged = judge_single(text, Place::head);
  if (!judged && is_placeholder_name(text)) judged.kind = Furniture::byline;
  return judged;
}

// "Jane Doe · Apr 28, 2023 · 3 min read": furniture when each part is. Behind author and date, one
// more part may be the article's category.
Judgement judge_parts(std::string_view text) {
  Judgement whole;
  std::size_t parts = 0;
  std::size_t categories = 0;
  for (const std::string_view piece : split_at_bars(text)) {
    const Judgement part = judge_part(piece);
    if (part.kind == Furniture::call_to_action) return {};
    if (!part && (parts == 0 || ++categories > 1 || !may_be_category(piece))) return {};
    if (part) join(whole, part);
    ++parts;
  }
  const bool dated = whole.published.known() || whole.updated.known();
  if (categories > 0 && (!dated || parts - categories < 2)) return {};
  return parts > 1 ? whole : Judgement{};
}

}  // namespace

Judgement judge_line(std::string_view line, Place place) {
  line = trimmed(line);
  line.remove_prefix(marker_length(line));
  if (line.empty() || line.size() > kLongestNotice) return {};
  Judgement barred;
  if (is_menu_line(line)) barred.kind = Furniture::menu;
  if (is_byline_remnant(line)) barred.kind = Furniture::byline;
  if (barred) return barred;
  const Judgement judged = judge_parts(line);
  return judged ? judged : judge_single(line, place);
}

}  // namespace palpate
