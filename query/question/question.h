// A person's words as a tree of what they ask for.
//
//   Question question = parse_question("trigger point \"referred pain\" -surgery after:2020");
//   question.clauses     trigger, point, "referred pain"
//   question.exclusions  surgery
//   question.filters     after 2020-01-01
//
// Plain words need no syntax. What else is understood:
//
//   "exact phrase"        the words together, in this order; “ ” „ “ « » work as well
//   -word -"a phrase"     without these; only where a token begins ("low-back" is a word)
//   knee OR hip           either; OR in capitals, between two terms
//   title: heading:       only where these hold, followed by a word or a quoted phrase; a "-" in
//   author: source:       front leaves out what they match. Two values of source:, lang: or id: are
//   lang: tag: id:        alternatives, since an article has one; all others must hold together
//   after:2020            dated then or later (YYYY, YYYY-MM, YYYY-MM-DD)
//   before:2024-06        dated then or earlier; the whole of June counts
//
// A question is never an error: whatever is malformed is taken as plain words and `notes` says so.
// Words stay as they were typed; who ranks analyses them. Parsing takes linear time, throws nothing
// but std::bad_alloc and keeps no state: any thread may call it. docs/questions.md is the manual.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/answer.h"
#include "palpate/byte_range.h"

namespace palpate {

// A longer question is cut there, at a character's boundary.
inline constexpr std::size_t kMaxQuestionBytes = 10'000;

struct Term {
  std::string text;     // as typed, without quotes and the punctuation around it; never blank
  bool phrase = false;  // it stood in quotes: its words together, in this order
  ByteRange range;      // of `text` in Question::text

  friend bool operator==(const Term&, const Term&) = default;
};

// One thing asked for: any of these. Plain words give one alternative each.
struct Clause {
  std::vector<Term> alternatives;  // never empty

  friend bool operator==(const Clause&, const Clause&) = default;
};

enum class QuestionField : std::uint8_t { title, heading, author, source, language, tag, id };

// "title", …, "lang", …: as it is typed in front of the colon.
std::string_view name_of(QuestionField field);

// Only passages whose field matches one of these. A value of `language` is a primary tag in lower
// case ("de" for lang:de-AT).
struct FieldFilter {
  QuestionField field = QuestionField::title;
  std::vector<Term> any_of;  // never empty

  friend bool operator==(const FieldFilter&, const FieldFilter&) = default;
};

struct Filters {
  std::vector<FieldFilter> fields;                    // all must hold
  std::optional<std::chrono::year_month_day> after;   // the first day that counts
  std::optional<std::chrono::year_month_day> before;  // the last day that counts

  bool empty() const { return fields.empty() && !after && !before; }
  friend bool operator==(const Filters&, const Filters&) = default;
};

// Leave out what holds this term, in the field or, without one, anywhere.
struct Exclusion {
  std::optional<QuestionField> field;
  Term term;

  friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

struct Question {
  std::string text;  // the question, cut, with blanks for bytes that are no text; ranges point here
  std::vector<Clause> clauses;
  std::vector<Exclusion> exclusions;
  Filters filters;
  std::vector<Note> notes;  // what was taken otherwise than it was typed
};

Question parse_question(std::string_view words);

// How the question was understood, one line a part, for --explain. Without its notes.
std::string describe(const Question& question);

}  // namespace palpate
