#include "ranking/field_text.h"

#include <algorithm>
#include <set>
#include <string>

#include "ranking/phrase.h"

namespace palpate {
namespace {

void add(std::vector<std::string_view>& texts, const std::vector<std::string>& more) {
  texts.insert(texts.end(), more.begin(), more.end());
}

bool holds_words(const std::vector<std::string_view>& texts, const Wording& asked,
                 Analyser& analyser) {
  std::set<std::string, std::less<>> stems;
  for (const std::string_view text : texts)
    for (const Token& token : analyser.analyse(text)) stems.emplace(token.stem);
  return std::ranges::all_of(
      asked.tokens, [&](const QuestionToken& token) { return stems.contains(token.stem); });
}

}  // namespace

std::vector<std::string_view> field_texts(QuestionField field, const DocumentRecord& document,
                                          const PassageRecord& passage) {
  std::vector<std::string_view> texts;
  switch (field) {
    case QuestionField::title:
      texts.emplace_back(document.title);
      add(texts, document.synonyms);
      break;
    case QuestionField::heading:
      add(texts, passage.heading_path);
      break;
    case QuestionField::author:
      add(texts, document.authors);
      add(texts, document.reviewers);
      break;
    case QuestionField::source:
      texts.emplace_back(document.source);
      break;
    case QuestionField::tag:
      add(texts, document.tags);
      break;
    case QuestionField::language:
    case QuestionField::id:
      break;
  }
  return texts;
}

bool field_holds(const std::vector<std::string_view>& texts, const std::vector<Alternative>& any_of,
                 QuestionAnalyser& analyser) {
  const auto holds = [&](const Alternative& asked, const Wording& wording) {
    Analyser& side = analyser.analyser(wording.language);
    if (!asked.phrase) return holds_words(texts, wording, side);
    return std::ranges::any_of(
        texts, [&](std::string_view text) { return !find_phrase(wording, text, side).empty(); });
  };
  return std::ranges::any_of(any_of, [&](const Alternative& asked) {
    return std::ranges::any_of(asked.wordings,
                               [&](const Wording& wording) { return holds(asked, wording); });
  });
}

}  // namespace palpate
