#include "vocabulary/intents.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "vocabulary/intent_phrases.h"
#include "vocabulary/lists/lists.h"

namespace palpate {
namespace {

constexpr std::array<std::string_view, kIntentCount> kNames = {
    "treatment",     "cause",     "symptoms",   "diagnosis",  "prevention", "outlook",
    "complications", "risk",      "genetics",   "how common", "dose",       "side effects",
    "ingredients",   "emergency", "definition", "research",   "what to do", "storage",
};

// A heading longer than this is none; the bound keeps the time of hostile ones short.
constexpr std::size_t kMaxWords = 64;

using Words = std::span<const std::string_view>;

Words first_words(Words words) { return words.first(std::min(words.size(), kMaxWords)); }

// That the list can be read is tested, so reading it here cannot fail.
const IntentPhrases& of_passages() {
  // Never destroyed: a thread that hangs in a shard may look it up when the program ends.
  static const IntentPhrases& built_in =
      *new IntentPhrases(std::move(*read_intent_phrases(kIntentsList, IntentSide::passages)));
  return built_in;
}

const IntentPhrases& of_questions() {
  static const IntentPhrases& built_in =
      *new IntentPhrases(std::move(*read_intent_phrases(kIntentsList, IntentSide::questions)));
  return built_in;
}

bool holds(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string_view intent_name(Intent intent) { return kNames[static_cast<std::uint8_t>(intent)]; }

std::vector<std::string_view> intent_names(IntentSet intents) {
  std::vector<std::string_view> names;
  for (std::uint8_t number = 0; number < kIntentCount; ++number) {
    const auto intent = static_cast<Intent>(number);
    if (intents.contains(intent)) names.push_back(intent_name(intent));
  }
  return names;
}

IntentSet heading_intents(Words heading, Words title) {
  heading = first_words(heading);
  title = first_words(title);
  std::array<std::string_view, kMaxWords> left;
  std::size_t count = 0;
  for (const std::string_view word : heading) {
    if (!holds(title, word)) left[count++] = word;
  }
  const auto is_of_heading = [&](std::string_view word) { return holds(heading, word); };
  const bool is_part_of_title =
      count == 0 && !heading.empty() && !std::all_of(title.begin(), title.end(), is_of_heading);
  const Words words = is_part_of_title ? heading : Words(left).first(count);
  return IntentSet(of_passages().heading.match(words));
}

IntentSet question_intents(Words question) {
  return IntentSet(of_questions().question.match(question));
}

bool is_warning_heading(Words heading) {
  return of_passages().warning_heading.match(first_words(heading)) != 0;
}

bool asks_for_warning(Words question) {
  const IntentSet asked = question_intents(question);
  return asked.contains(Intent::side_effects) || asked.contains(Intent::emergency) ||
         of_questions().warning_question.match(question) != 0;
}

bool is_warning_sentence(Words sentence) {
  return of_passages().warning_sentence.match(sentence) != 0;
}

}  // namespace palpate
