// Groups of words that ask for the same thing: lay and clinical, brand and generic, one spelling
// and the other.
//
// A vocabulary is a text, one group a line, its terms apart by commas; a term may be several words:
//
//   # what our clinic calls things
//   frozen shoulder, adhesive capsulitis
//   # language: de
//   Hexenschuss, akute Lumbalgie
//
// A line that begins with # is a comment, but `# language: TAG` sets the language of what follows
// (English before the first). Groups stay apart: a term that stands in two lines is in two groups,
// and what stands beside it in one is no equivalent of what stands beside it in the other.
//
// Pure functions, safe from any thread. The terms are as written; who stores or looks them up
// analyses them in the group's language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

struct EquivalentGroup {
  std::vector<std::string> terms;  // two at least, in the order written
  std::string language = "en";     // BCP 47 primary tag, lower case
  std::size_t line = 0;            // of the text it came from, from 1; 0: not known
  friend bool operator==(const EquivalentGroup&, const EquivalentGroup&) = default;
};

// A line that was left out, as a whole.
struct VocabularyProblem {
  std::size_t line = 0;  // from 1
  std::string reason;
  friend bool operator==(const VocabularyProblem&, const VocabularyProblem&) = default;
};

struct Vocabulary {
  std::vector<EquivalentGroup> groups;
  std::vector<VocabularyProblem> problems;
};

inline constexpr std::size_t kLongestVocabularyLine = 4000;  // bytes
inline constexpr std::size_t kMostTermsInGroup = 64;

// Any bytes are taken: what is no group of two terms or more is a problem, the rest goes on.
Vocabulary parse_vocabulary(std::string_view text);

// palpate's own list, lists/equivalents.txt, as it was compiled in.
Vocabulary built_in_equivalents();

}  // namespace palpate
