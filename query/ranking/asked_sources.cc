#include "ranking/asked_sources.h"

#include <algorithm>
#include <cstddef>

#include "ranking/query_forms.h"
#include "store/fields.h"

namespace palpate {
namespace {

// Shorter words are initials: "Badr MS" is no answer to "ms".
constexpr std::size_t kLeastLetters = 3;

const std::vector<QuestionToken>& typed_words(const Concept& asked) {
  return asked.alternatives.front().wordings.front().tokens;
}

// A year between these beside another word asks for a source: "Cherkin 2011".
bool is_year(const QuestionToken& token) {
  return token.kind == TokenKind::number && token.form.size() == 4 && token.form >= "1800" &&
         token.form <= "2199";
}

bool asks_for_source(const std::vector<Concept>& concepts) {
  std::size_t years = 0;
  std::size_t words = 0;
  for (const Concept& asked : concepts) {
    for (const QuestionToken& token : asked.alternatives.front().wordings.front().tokens)
      ++(is_year(token) ? years : words);
  }
  return years > 0 && words > 0;
}

}  // namespace

AskedSources asked_sources(const Snapshot& index, const std::vector<Concept>& concepts,
                           const std::vector<std::string>& unknown, bool wanted) {
  const auto is_name = [&](const Concept& asked) {
    return std::ranges::all_of(typed_words(asked), [&](const QuestionToken& word) {
      return !is_year(word) && stands_only_in_sources(index, word);
    });
  };
  const bool by_year = asks_for_source(concepts);
  return {.all_words = wanted || by_year,
          .words_only_there = unknown.empty(),
          .named = by_year && unknown.empty() && std::ranges::any_of(concepts, is_name)};
}

bool may_name_a_source(const std::vector<Concept>& concepts,
                       const std::vector<std::string>& unknown) {
  const auto is_long = [](const Concept& asked) {
    const std::vector<QuestionToken>& words = typed_words(asked);
    return words.size() > 1 || words.front().form.size() >= kLeastLetters;
  };
  return unknown.empty() && (concepts.empty() || std::ranges::any_of(concepts, is_long));
}

bool stands_only_in_sources(const Snapshot& index, const QuestionToken& word) {
  return word.form.size() >= kLeastLetters && index.passages_with(word.stem) == 0 &&
         index.passages_with(prefixed(Field::back_matter, word.stem)) > 0;
}

}  // namespace palpate
