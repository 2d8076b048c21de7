// Furniture: what pages put around an article, told line by line.
//
// A line or short block is judged by its own words: share and subscribe lines, "2 min read", dates,
// bylines, comment sections, cookie notices, copyright, calls to action, phone numbers, menu
// entries. Readers drop what is judged so, with the reason, and turn names and dates into metadata:
//
//   Judgement judged = judge_line("Updated: Jul 31", Place::body);
//   judged.kind == Furniture::updated, judged.updated == Date{0, 7, 31}
//
// The functions are pure and may be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace palpate {

enum class Furniture : std::uint8_t {
  none,  // a line of the article
  share,
  subscribe,
  reading_time,
  date,      // with published or updated
  byline,    // with authors
  reviewer,  // with reviewers
  page_edge,
  comments,  // opens a comment section, or counts one
  reply_form,
  skip_link,
  cookies,
  copyright,
  platform,  // blog software about itself
  call_to_action,
  promotion,  // a link and words that send there
  contact,    // phone number, mail address
  navigation,
  menu,     // several entries of a menu or of a page's foot on one line
  related,  // opens links to other articles
  read_more,
  contents,  // opens a table of contents
  tags,      // with tags
};

// What the list of dropped text calls it.
std::string_view reason_for(Furniture kind);

struct Judgement {
  Furniture kind = Furniture::none;
  Date published;
  Date updated;
  std::vector<std::string> authors;
  std::vector<std::string> reviewers;
  std::vector<std::string> tags;

  explicit operator bool() const { return kind != Furniture::none; }
};

// In the head, between title and text, a bare name is a byline; "By" counts more easily there.
enum class Place : std::uint8_t { head, body };

// Judges a whole line or short block, list marker or not. Long text is never furniture here.
// `navigation`, `contents` and `related` say what the words are; whether they stand in a menu or
// are a heading of the article is for the caller to see.
Judgement judge_line(std::string_view line, Place place);

// Adds what the judgement found to the metadata that is not known yet. Gives the reason to drop the
// line for: reason_for(kind), or that its date or name was not kept.
std::string_view take_metadata(const Judgement& judgement, Article& article);
// Adds the names that are not there yet.
void add_names(std::vector<std::string>& to, const std::vector<std::string>& from);

// A paragraph without the sentences that are nothing but calls to action. Advice to see a doctor or
// to call an emergency number is never one.
struct WithoutActions {
  std::string kept;
  std::string dropped;
};
WithoutActions drop_calls_to_action(std::string_view paragraph);

// A block that is only the question in front of a call to action: "Ready for quiet nights?". It is
// furniture when the block behind it is such a call.
bool leads_to_action(std::string_view block);

}  // namespace palpate
