// What a question gives back. Plain values: nothing in an Answer refers to the index, and an Answer
// outlives it.
//
// Every word of a passage stands in an article; marks and sentences are byte ranges, never markup,
// so that each surface (terminal, JSON, page) can show them its own way and escape what needs
// escaping.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/byte_range.h"
#include "palpate/export.h"

namespace palpate {

// Why a stretch of text is marked.
enum class Via : std::uint8_t { word, equivalent, abbreviation, spelling, phrase };

struct Mark {
  ByteRange range;   // in Hit::text
  std::string term;  // the word of the question, as analysed
  Via via = Via::word;
};

struct ArticleInfo {
  std::string id;  // what hits are grouped by
  std::string title;
  std::string url;   // "" when it has none
  std::string path;  // the file it was read from; "" for none
  std::string source;
  std::vector<std::string> authors;
  std::vector<std::string> reviewers;
  std::string published;  // ISO 8601 as far as known: "2024-06-03", "2024", "--04-28", ""
  std::string updated;
  std::string language;
};

// A part of a score: value × weight = contribution.
struct ScorePart {
  std::string name;  // that of its weight; see Searcher::weights
  double value = 0;
  double weight = 0;
  double contribution = 0;
};

struct ScoreBreakdown {
  double first_stage = 0;  // what Xapian's BM25 gave the passage, before its part of the score
  // Largest first; the score is their sum. Empty for a passage behind those that the second stage
  // orders, whose score says nothing but its place.
  std::vector<ScorePart> parts;
};

// Another article that says what a hit says, word for word or nearly so: a copied page.
struct AlsoIn {
  ArticleInfo article;
  std::string document;
  std::string passage;  // DOCUMENT#n
};

struct Hit {
  std::size_t rank = 0;  // from 1 over all pages
  double score = 0;      // comparable within one answer only
  std::string document;  // the document's id
  std::string passage;   // the passage's id: DOCUMENT#n
  ArticleInfo article;
  std::vector<std::string> heading;  // heading path, outermost first
  std::string context;               // a list's lead-in or a table's header row; may be empty
  std::string text;                  // the passage: kept text [range)
  ByteRange range;                   // in the document's kept text
  std::size_t body_begin = 0;        // in text: what comes before is the passage's own heading line
  ByteRange sentence;        // in text: the sentence that answers best; empty when none stands out
  std::vector<Mark> marks;   // in order, not overlapping
  bool back_matter = false;  // a reference or a note on an author
  std::vector<AlsoIn>
      also_in;  // other articles, best first; their passages are no hits of their own
  std::vector<std::string> why;               // one line a part of the score, filled for --explain
  std::optional<ScoreBreakdown> score_parts;  // likewise
};

// What was sought beside a word of the question: "herniated disc" for "slipped disc".
struct OtherNames {
  std::string asked;
  std::vector<std::string> names;
};

// Something that a person should know of an answer, and the words that it concerns: what is said of
// them is for each surface to say, in its own language.
enum class NoteKind : std::uint8_t {
  part_left_out,  // the name of a shard
  held_twice,     // ids of documents that several shards hold: the first shard's are shown
  nothing_asked,
  only_exclusions,   // only what to leave out was named
  no_word,           // no word to look for
  undated,           // how many articles without a date are left out
  spelling,          // a word that no article holds, and what it was read as
  unknown_words,     // words that no article holds
  closest,           // words that no hit is about
  language_missing,  // a language asked for; then those there are, with the number of passages
  title_missing,     // no article has this in its title
  author_missing,    // no article is by this author
  source_missing,
  tag_missing,
  id_missing,
  without_part,          // a filter or exclusion as typed, and how many passages match without it
  without_quotes,        // words in quotes, and how many passages match without these
  without_field_quotes,  // the same of a field, "title:"
  nothing_alike,         // the id
  long_message,          // words in quotes counted like others
  question_cut,          // how many bytes were used
  words_cut,             // how many words were asked
  quoted_words_cut,      // how many words of what stands in quotes
  conditions_cut,        // how many conditions of a kind
  not_text,              // bytes were taken as blanks
  lone_quote,            // a quotation mark without a partner
  no_such_dates,         // from a day to one that is earlier
  unknown_field,         // "colour:", taken as words as what follows
  empty_field,           // "title:" with nothing behind it
  not_to_be_left_out,    // "-after:2020"
  no_language_code,      // "lang:english"
  impossible_date,       // "after:2020-13"
  no_date,               // "after:soon"
  misplaced_or,          // OR with nothing on one side
};

struct Note {
  NoteKind kind = NoteKind::nothing_asked;
  std::vector<std::string> words = {};  // as the kind says, in that order

  friend bool operator==(const Note&, const Note&) = default;
};

// In English, as the terminal and JSON say it: "No article holds “metformin”."
PALPATE_EXPORT std::string text_of(const Note& note);
// As JSON calls it: "unknown_words". Static.
PALPATE_EXPORT std::string_view name_of(NoteKind kind);

struct Answer {
  std::string question;
  std::size_t total = 0;    // passages that match, before grouping and folding
  bool exact = true;        // false: total is an estimate
  bool partial = false;     // a part of the index could not be read, as a note says
  std::vector<Note> notes;  // what was dropped, corrected or left out
  std::vector<OtherNames> other_names;
  bool closest = false;   // no hit is about what was asked, as the last note says
  std::vector<Hit> hits;  // one page, in order, hits of an article together
  std::vector<std::string>
      explain;  // how the question was understood, line by line; filled for --explain
};

}  // namespace palpate
