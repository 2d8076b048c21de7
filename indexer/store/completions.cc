#include "store/completions.h"

#include <span>

namespace palpate {
namespace {

// Below the blank, so that "knee" comes before "knee pain".
constexpr char kWordsEnd = '\x1f';
constexpr std::string_view kKindLetters = "thp";

std::vector<Token> words_of(std::string_view text, Analyser& analyser) {
  std::vector<Token> words;
  for (const Token& token : analyser.analyse(text))
    if (!is_whole(token.kind)) words.push_back(token);
  return words;
}

std::string joined(std::span<const Token> words) {
  std::string all;
  for (const Token& word : words) all.append(all.empty() ? "" : " ").append(word.form);
  return all.size() <= kLongestCompletion ? all : std::string();
}

}  // namespace

std::string completion_words(std::string_view text, Analyser& analyser) {
  return joined(words_of(text, analyser));
}

std::vector<Completion> completions_of_title(std::string_view title, Analyser& analyser) {
  std::vector<Completion> completions;
  const std::vector<Token> words = words_of(title, analyser);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && (words.size() - i > kMostPhraseWords || words[i].stopword)) continue;
    std::string rest = joined(std::span(words).subspan(i));
    if (!rest.empty())
      completions.push_back(
          {std::move(rest), i == 0 ? CompletionKind::title : CompletionKind::phrase});
  }
  return completions;
}

std::optional<Completion> completion_of_heading(std::string_view heading, Analyser& analyser) {
  const std::vector<Token> words = words_of(heading, analyser);
  std::string all = joined(words);
  if (all.empty() || words.size() > kMostHeadingWords) return std::nullopt;
  return Completion{std::move(all), CompletionKind::heading};
}

std::string_view phrase_of_title(std::string_view title, std::string_view phrase,
                                 Analyser& analyser) {
  const std::vector<Token> words = words_of(title, analyser);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (joined(std::span(words).subspan(i)) == phrase)
      return title.substr(words[i].range.begin, words.back().range.end - words[i].range.begin);
  return {};
}

std::string completion_term(const Completion& completion) {
  return completion.words + kWordsEnd + kKindLetters[static_cast<std::size_t>(completion.kind)];
}

std::optional<Completion> completion_in(std::string_view term) {
  if (term.size() < 3 || term[term.size() - 2] != kWordsEnd) return std::nullopt;
  const std::size_t kind = kKindLetters.find(term.back());
  if (kind == std::string_view::npos) return std::nullopt;
  return Completion{std::string(term.substr(0, term.size() - 2)),
                    static_cast<CompletionKind>(kind)};
}

}  // namespace palpate
