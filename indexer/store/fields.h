// Every field of the index, defined once: its name in a question, its term prefix, what it holds.
//
// A passage is a Xapian document. Plain words have no prefix; a field's terms carry one in capital
// letters, which no plain term can begin with, since terms are folded to lower case.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace palpate {

enum class Field : unsigned char {
  text,
  title,
  heading,
  author,
  source,
  language,
  tag,
  document,
  back_matter,
  file,
  dated,
  abbreviation,
  long_form,
  completion,
};

struct FieldDefinition {
  Field field;
  std::string_view name;    // in a question, before the colon; "" when people cannot ask for it
  std::string_view prefix;  // of its terms
  std::string_view description;
};

inline constexpr std::array kFields = {
    FieldDefinition{
        Field::text, "", "",
        "stems of the passage, its headings, its context, the title and its other names"},
    FieldDefinition{Field::title, "title", "S", "stems of the article's title and its other names"},
    FieldDefinition{Field::heading, "heading", "XH", "stems of the heading path"},
    FieldDefinition{Field::author, "author", "A", "folded words of authors' and reviewers' names"},
    FieldDefinition{Field::source, "source", "XS", "folded words of who publishes the article"},
    FieldDefinition{Field::language, "lang", "L", "the language's tag, such as en"},
    FieldDefinition{Field::tag, "tag", "K", "folded words of the article's tags"},
    FieldDefinition{Field::document, "id", "Q", "the document's id"},
    FieldDefinition{Field::back_matter, "", "XR",
                    "stems of references and notes on authors, kept apart from answers"},
    FieldDefinition{Field::file, "", "XF",
                    "a hash of the path of the file that the passage was read from"},
    FieldDefinition{Field::dated, "", "XD", "present when the article has a date with a year"},
    FieldDefinition{
        Field::abbreviation, "", "XA",
        "an abbreviation that the passage explains, a blank, the folded words it is for"},
    FieldDefinition{Field::long_form, "", "XL",
                    "the stems of what an abbreviation is for, kLongFormEnd, the abbreviation"},
    FieldDefinition{Field::completion, "", "XC",
                    "what completes a question: titles, their ends, headings; see completions.h"},
};

// Ends the stems in a term of Field::long_form: no stem holds it.
inline constexpr char kLongFormEnd = '\x1f';

constexpr const FieldDefinition& definition_of(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}
constexpr std::string_view prefix_of(Field field) { return definition_of(field).prefix; }

namespace fields_detail {
constexpr bool in_order_and_distinct() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].field) != i) return false;
    for (const char c : kFields[i].prefix)
      if (c < 'A' || c > 'Z') return false;
    for (std::size_t k = 0; k < i; ++k)
      if (kFields[k].prefix == kFields[i].prefix) return false;
  }
  return true;
}
}  // namespace fields_detail
static_assert(fields_detail::in_order_and_distinct());

// Value slots of a passage.
enum class Slot : unsigned {
  document = 0,    // the document's id
  group = 1,       // what results are grouped by; absent when it is the document's id
  passage = 2,     // the passage's number, Xapian::sortable_serialise
  date_first = 3,  // the first day the article's date can mean, "20240601"; absent when undated
  date_last = 4,   // the last, "20240630"
  tokens = 5,      // TokenStream
  // PassageRecord, packed (text_packing.h). Document data Xapian would deflate once more.
  record = 6,
};

// How often a stem counts in a passage, by where it stands. A title counts the more the fewer words
// it has, so that "Sciatica" is about sciatica: round(12 / content words), within these bounds
// (measured; see bench/).
struct TermWeights {
  unsigned body = 1;
  unsigned heading = 2;
  unsigned heading_above = 1;  // the headings that the own one stands under
  unsigned context = 1;
  unsigned synonyms = 1;
  unsigned title_least = 1;
  unsigned title_most = 6;
  double title_budget = 12;
};
inline constexpr TermWeights kTermWeights;

}  // namespace palpate
