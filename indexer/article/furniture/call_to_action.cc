#include <algorithm>
#include <cstddef>
#include <vector>

#include "article/characters.h"
#include "article/furniture/contact_details.h"
#include "article/furniture/furniture.h"
#include "article/furniture/phrases.h"
#include "article/sentence_ends.h"

namespace palpate {
namespace {

// A longer sentence says something else besides.
constexpr std::size_t kActionWords = 40;
constexpr std::size_t kTeaserWords = 20;

// "Contact us if the pain is worse after three days": advice, unless it offers something.
bool tells_when(std::string_view sentence, const FoundPhrases& found) {
  return found.has(Topic::condition) && found.has(Topic::symptom) && !found.has(Topic::booking) &&
         !holds_phone_number(sentence) && !holds_link(sentence);
}

bool is_action(std::string_view sentence) {
  if (sentence.size() > 600) return false;
  const std::string folded = folded_words(sentence);
  const FoundPhrases found(folded);
  if (count_words(folded) > kActionWords || found.has(Topic::advice)) return false;
  if (tells_when(sentence, found)) return false;
  const bool link = holds_link(sentence);
  if (found.has(Topic::action)) return true;
  if (link && found.has(Topic::promotion)) return true;
  const bool phone = holds_phone_number(sentence);
  if (phone && found.has(Topic::dialled_action)) return true;
  return (phone || found.has(Topic::self)) && found.has(Topic::weak_action);
}

bool is_question(std::string_view sentence) {
  return last_mark(sentence) == '?' && count_words(sentence) <= kTeaserWords;
}

bool is_teaser(std::string_view sentence) {
  return is_question(sentence) && has_phrase(Topic::teaser, folded_words(sentence));
}

void add_sentence(std::string& text, std::string_view sentence) {
  if (!text.empty()) text += ' ';
  text += sentence;
}

}  // namespace

WithoutActions drop_calls_to_action(std::string_view paragraph) {
  const std::vector<std::string_view> sentences = rough_sentences(paragraph);
  std::vector<bool> action(sentences.size());
  for (std::size_t i = sentences.size(); i-- > 0;) {
    action[i] = is_action(sentences[i]);
    // "Ready to take the next step?" only leads to the call behind it.
    if (!action[i] && i + 1 < sentences.size())
      action[i] = action[i + 1] && is_teaser(sentences[i]);
  }
  // A question that the whole rest of the paragraph answers with such a call is one too.
  if (sentences.size() > 1 && is_question(sentences.front()) &&
      std::all_of(action.begin() + 1, action.end(), [](bool is) { return is; })) {
    action.front() = true;
  }
  WithoutActions split;
  if (std::none_of(action.begin(), action.end(), [](bool is) { return is; })) {
    split.kept = paragraph;
    return split;
  }
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    add_sentence(action[i] ? split.dropped : split.kept, sentences[i]);
  }
  return split;
}

bool leads_to_action(std::string_view block) {
  return is_teaser(block) && rough_sentences(block).size() == 1;
}

}  // namespace palpate
