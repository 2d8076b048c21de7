#include "ranking/phrase.h"

#include <algorithm>

namespace palpate {
namespace {

// The forms to compare, one a word. The joined form of a hyphenated word is left out on both sides,
// so that "low back" and "low-back" are the same phrase.
std::vector<std::string_view> words_of(const Wording& phrase) {
  std::vector<std::string_view> words;
  for (const QuestionToken& token : phrase.tokens)
    if (!is_whole(token.kind)) words.emplace_back(token.form);
  return words;
}

bool holds_stem(std::string_view text, const Wording& wording, Analyser& analyser) {
  const auto tokens = analyser.analyse(text);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return std::any_of(wording.tokens.begin(), wording.tokens.end(),
                       [&](const QuestionToken& asked) { return asked.stem == token.stem; });
  });
}

}  // namespace

std::vector<ByteRange> find_phrase(const Wording& phrase, std::string_view text,
                                   Analyser& analyser) {
  const std::vector<std::string_view> words = words_of(phrase);
  std::vector<Token> tokens;
  for (const Token& token : analyser.analyse(text))
    if (!is_whole(token.kind)) tokens.push_back(token);
  std::vector<ByteRange> found;
  if (words.empty()) return found;
  const auto same = [](const Token& token, std::string_view word) { return token.form == word; };
  auto from = tokens.begin();
  while (true) {
    const auto at = std::search(from, tokens.end(), words.begin(), words.end(), same);
    if (at == tokens.end()) return found;
    from = at + static_cast<std::ptrdiff_t>(words.size());
    found.push_back({at->range.begin, std::prev(from)->range.end});
  }
}

Standing standing_of(const PassageTexts& passage, const Alternative& asked,
                     QuestionAnalyser& analyser) {
  const auto holds = [&](std::string_view text) {
    return std::any_of(asked.wordings.begin(), asked.wordings.end(), [&](const Wording& wording) {
      Analyser& side = analyser.analyser(wording.language);
      return asked.phrase ? !find_phrase(wording, text, side).empty()
                          : holds_stem(text, wording, side);
    });
  };
  if (holds(passage.text) || holds(passage.context)) return Standing::passage;
  if (passage.headings != nullptr &&
      std::any_of(passage.headings->begin(), passage.headings->end(), holds))
    return Standing::passage;
  return holds(passage.title) ? Standing::title : Standing::nowhere;
}

}  // namespace palpate
