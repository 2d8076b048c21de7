// The set phrases that pages use around their articles ("Share this", "Updated", "Literatur"), in
// the languages we know them in. They stand in three tables, page_phrases.cc, action_phrases.cc and
// article_phrases.cc; a language is added there and nowhere else.
//
// Lines are compared word by word: case, punctuation and apostrophes do not matter.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace palpate {

enum class Topic : std::uint8_t {
  share,               // share and social buttons
  subscribe,           // newsletters, mailing lists
  reading_time,        // "min read", beside a number
  updated_label,       // in front of a date
  published_label,     // in front of a date
  author_label,        // in front of a name
  reviewer_label,      // in front of a name
  page_edge,           // "top of page"
  comments,            // heading of a comment section, counters
  reply_form,          // the form below it
  skip_link,           // "Skip to content"
  cookies,             // cookie notices
  copyright,           // "All rights reserved"
  platform,            // what blog software says about itself
  action,              // wording that only a call to action has
  weak_action,         // opens a call to action when the sentence also speaks of "us"
  condition,           // "if", "when": what follows says when to do it
  symptom,             // what a reader in need tells of
  booking,             // wording of offers and appointments
  dialled_action,      // the same, beside a phone number
  self,                // the writers speak of themselves: "us", "our"
  advice,              // who or what a reader in need is sent to: never a call to action
  teaser,              // opens the question in front of a call to action
  promotion,           // "more information … at", beside a link
  contact_label,       // in front of a phone number or address
  street,              // in a postal address
  weekday,             // in front of opening hours
  weak_subscribe,      // opens a subscribe line when the line also names what is subscribed to
  subscription,        // newsletters, channels …
  navigation,          // entries of a site's menu
  legal_link,          // entries of a page's foot: imprint, privacy, terms
  related,             // heading of links to other articles
  read_more,           // a link to the rest of a text
  contents,            // heading of a table of contents
  tags_label,          // in front of tags or categories
  tagged_label,        // the same, where no colon is needed
  references_heading,  // opens a reference list
  author_heading,      // opens a note about the author
  announcement,        // a sentence with it announces a list
  profession,          // what writers of health articles are
  health_word,         // words that stand in titles, never in names
};

inline constexpr std::size_t kTopics = static_cast<std::size_t>(Topic::health_word) + 1;

enum class Where : std::uint8_t { whole, start, inside };

// Phrases of one topic, apart by "|", and where in a line they must stand.
struct PhraseRow {
  Topic topic;
  Where where;
  std::string_view phrases;
};
std::span<const PhraseRow> page_phrases();
std::span<const PhraseRow> action_phrases();
std::span<const PhraseRow> article_phrases();

// The words of `text` in lower case, apart by single blanks: "Don't miss – it!" is "dont miss it".
std::string folded_words(std::string_view text);
std::string without_numbers(std::string_view folded);

// The topics of a line, all found in one pass over its words.
class FoundPhrases {
 public:
  // `folded` is from folded_words.
  explicit FoundPhrases(std::string_view folded);

  // Whether a phrase of the topic stands where the table wants it.
  bool has(Topic topic) const { return found_.test(static_cast<std::size_t>(topic)); }
  // How many words the longest phrase of the topic takes at the start; 0: none there.
  std::size_t opening_words(Topic topic) const { return opening_[static_cast<std::size_t>(topic)]; }

 private:
  std::bitset<kTopics> found_;
  std::array<std::uint8_t, kTopics> opening_{};
};

// The same for one question.
bool has_phrase(Topic topic, std::string_view folded);
std::size_t opening_words(Topic topic, std::string_view folded);

// What is left of `text`, as it stands, behind its first `count` words and the punctuation there.
std::string_view behind_words(std::string_view text, std::size_t count);

}  // namespace palpate
