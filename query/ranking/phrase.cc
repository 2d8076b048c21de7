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

// In no word: the analyser takes it for white space.
constexpr char kBetweenWords = '\0';

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

AnalysedPassage::AnalysedPassage(const PassageTexts& texts, QuestionAnalyser& analyser)
    : texts_{texts.text, texts.context}, analyser_(analyser) {
  if (texts.headings != nullptr)
    texts_.insert(texts_.end(), texts.headings->begin(), texts.headings->end());
  texts_.push_back(texts.title);
}

Standing AnalysedPassage::standing_of(const Alternative& asked) {
  const std::size_t title = texts_.size() - 1;
  for (std::size_t text = 0; text < title; ++text)
    if (holds(text, asked)) return Standing::passage;
  return holds(title, asked) ? Standing::title : Standing::nowhere;
}

void AnalysedPassage::add_word(std::string& line, std::string_view word) {
  if (line.empty()) line += kBetweenWords;
  line.append(word) += kBetweenWords;
}

const AnalysedPassage::Lines& AnalysedPassage::lines(std::size_t text,
                                                     const std::string& language) {
  const auto [at, fresh] = lines_.try_emplace({language, text});
  if (!fresh) return at->second;
  for (const Token& token : analyser_.analyser(language).analyse(texts_[text])) {
    if (!is_whole(token.kind)) add_word(at->second.forms, token.form);
    add_word(at->second.stems, token.stem);
  }
  return at->second;
}

bool AnalysedPassage::holds(std::size_t text, const Alternative& asked) {
  return std::ranges::any_of(asked.wordings, [&](const Wording& wording) {
    const Lines& there = lines(text, wording.language);
    if (!asked.phrase)
      return std::ranges::any_of(wording.tokens, [&](const QuestionToken& token) {
        std::string stem;
        add_word(stem, token.stem);
        return there.stems.find(stem) != std::string::npos;
      });
    std::string phrase;
    for (const std::string_view word : words_of(wording)) add_word(phrase, word);
    return !phrase.empty() && there.forms.find(phrase) != std::string::npos;
  });
}

}  // namespace palpate
