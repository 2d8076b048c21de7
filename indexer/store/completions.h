// What may be typed to find a passage: its article's title, its heading, the ends of the title.
//
// They are terms of the passage, so that what merges, changes and goes does so with it, and so that
// their frequency is that of the passages. Pure but for the analyser; includes no Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"

namespace palpate {

enum class CompletionKind : std::uint8_t { title, heading, phrase };

struct Completion {
  std::string words;  // folded, apart by one blank
  CompletionKind kind = CompletionKind::title;
};

// Of a text: its words as they begin a completion. Nothing for one without words or of more than
// kLongestCompletion bytes.
inline constexpr std::size_t kLongestCompletion = 72;
std::string completion_words(std::string_view text, Analyser& analyser);

// The title itself, and its ends of at most kMostPhraseWords words that begin with no stopword:
// "referred pain" of "Trigger points and referred pain".
inline constexpr std::size_t kMostPhraseWords = 3;
std::vector<Completion> completions_of_title(std::string_view title, Analyser& analyser);
// Nothing for a heading without words, or of more than kMostHeadingWords, which is a question of
// its own that nobody types to its end.
inline constexpr std::size_t kMostHeadingWords = 5;
std::optional<Completion> completion_of_heading(std::string_view heading, Analyser& analyser);

// The stretch of `title` that a phrase of it is: "referred pain" as it is written there. Empty when
// the title does not end so.
std::string_view phrase_of_title(std::string_view title, std::string_view words,
                                 Analyser& analyser);

// A term of Field::completion without the field's prefix, and back. Completions sort by their
// words, a shorter one before those that go on.
std::string completion_term(const Completion& completion);
std::optional<Completion> completion_in(std::string_view term);

}  // namespace palpate
