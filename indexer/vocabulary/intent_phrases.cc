#include "vocabulary/intent_phrases.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "vocabulary/intents.h"

namespace palpate {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

// The matchers and the bits that the lines of one section fill.
struct Section {
  PhraseMatcher* heading = nullptr;
  PhraseMatcher* other = nullptr;
  std::string_view other_key;
  std::uint32_t bits = 0;
  PhraseMatcher* question = nullptr;  // where questions are neither of the two
};

std::optional<Section> section_named(std::string_view name, IntentPhrases& phrases) {
  if (name == "warning") {
    return Section{&phrases.warning_heading, &phrases.warning_sentence, "sentence", 1,
                   &phrases.warning_question};
  }
  for (std::uint8_t number = 0; number < kIntentCount; ++number) {
    const auto intent = static_cast<Intent>(number);
    if (intent_name(intent) == name) {
      return Section{&phrases.heading, &phrases.question, "question", IntentSet{intent}.bits()};
    }
  }
  return std::nullopt;
}

Status add_to(PhraseMatcher* matcher, std::string_view phrases, std::uint32_t bits, bool wanted) {
  return wanted ? matcher->add(phrases, bits) : Status(Done{});
}

Status add_line(std::string_view line, const Section& section, IntentSide side) {
  const std::size_t colon = std::min(line.find(':'), line.size());
  const std::string_view key = line.substr(0, colon);
  const bool is_both = key == "both";
  const bool is_heading = is_both || key == "heading";
  const bool is_other = is_both || key == section.other_key;
  const bool is_question = section.question != nullptr && key == "question";
  if (section.bits == 0 || colon == line.size() || !(is_heading || is_other || is_question)) {
    return Error{ErrorCode::malformed, "neither a section nor a line of phrases",
                 "write [section], then heading:, question:, sentence: or both: and phrases"};
  }
  const std::string_view phrases = line.substr(colon + 1);
  const bool passages = side == IntentSide::passages;
  if (is_question) return add_to(section.question, phrases, section.bits, !passages);
  if (Status added = add_to(section.heading, phrases, section.bits, is_heading && passages); !added)
    return added;
  // What is other than a heading is a question, but of warnings it is a sentence.
  const bool wanted = passages == (section.question != nullptr);
  return add_to(section.other, phrases, section.bits, is_other && wanted);
}

Status read_line(std::string_view line, Section& section, IntentPhrases& phrases, IntentSide side) {
  if (line.empty() || line.starts_with('#')) return Done{};
  if (!line.starts_with('[') || !line.ends_with(']')) return add_line(line, section, side);
  const std::string_view name = line.substr(1, line.size() - 2);
  const std::optional<Section> named = section_named(name, phrases);
  if (!named) {
    return Error{ErrorCode::malformed, "no intent is called \"" + std::string(name) + "\"",
                 "vocabulary/intents.h lists them"};
  }
  section = *named;
  return Done{};
}

}  // namespace

Result<IntentPhrases> read_intent_phrases(std::string_view list, IntentSide side) {
  IntentPhrases phrases;
  Section section;
  for (std::size_t number = 1; !list.empty(); ++number) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    const Status read = read_line(trimmed(list.substr(0, end)), section, phrases, side);
    if (!read) {
      Error error = read.error();
      error.message = "line " + std::to_string(number) + ": " + error.message;
      return error;
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return phrases;
}

}  // namespace palpate
