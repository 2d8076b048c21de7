// What a question asks for, and what a passage tells by its heading: treatment, cause, dose ...
//
// A passage whose heading and the question share an intent is the likelier answer. The phrases that
// tell intents, English, German and Spanish, are in lists/intents.txt. All words are folded, as the
// analyser gives them in Token::form (joined tokens left out). Nothing here fails; all of it is
// safe from any thread.
//
//   heading_intents({"treatment", "of", "gout"}, {"gout"})  → {treatment}
//   question_intents({"how", "much", "ibuprofen"})          → {dose}
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace palpate {

// The order is that of the bits which an index may keep: add at the end only.
enum class Intent : std::uint8_t {
  treatment,
  cause,
  symptoms,
  diagnosis,
  prevention,
  outlook,
  complications,
  risk,
  genetics,
  how_common,
  dose,
  side_effects,
  ingredients,
  emergency,
  definition,
  research,
  what_to_do,
  storage,
};
inline constexpr std::uint8_t kIntentCount = 18;

// For a person to read: "side effects", "how common". Its section in lists/intents.txt has it too.
std::string_view intent_name(Intent intent);

class IntentSet {
 public:
  constexpr IntentSet() = default;
  constexpr explicit IntentSet(std::uint32_t bits) : bits_(bits) {}
  constexpr IntentSet(std::initializer_list<Intent> intents) {
    for (const Intent intent : intents) bits_ |= bit(intent);
  }

  constexpr bool contains(Intent intent) const { return (bits_ & bit(intent)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint32_t bits() const { return bits_; }

  friend constexpr IntentSet operator&(IntentSet a, IntentSet b) {
    return IntentSet(a.bits_ & b.bits_);
  }
  friend constexpr IntentSet operator|(IntentSet a, IntentSet b) {
    return IntentSet(a.bits_ | b.bits_);
  }
  friend constexpr bool operator==(IntentSet a, IntentSet b) = default;

 private:
  static constexpr std::uint32_t bit(Intent intent) {
    return 1U << static_cast<std::uint8_t>(intent);
  }
  std::uint32_t bits_ = 0;
};

// The names of the intents in the set, in the order of Intent.
std::vector<std::string_view> intent_names(IntentSet intents);

// What the passages below a heading tell. The title's words are taken off the heading first, so
// that the name of a disease ("lead poisoning") tells nothing; where nothing is left, as in an
// article's opening, it is {definition}. A heading that is some words of its title but not all
// ("Treatment" in "Treatment of gout") is taken as it is. The first 64 words of each count.
IntentSet heading_intents(std::span<const std::string_view> heading,
                          std::span<const std::string_view> title);

// What a question asks for; empty where nothing tells, as in "gout".
IntentSet question_intents(std::span<const std::string_view> question);

// Whether a heading, or a sentence, says that something needs a doctor or emergency help, or must
// not be done: "When to see a doctor", "Red flags", "Call an ambulance if ...", "Do not use if
// ...".
bool is_warning_heading(std::span<const std::string_view> heading);
bool is_warning_sentence(std::span<const std::string_view> sentence);

// Whether such passages are what a question asks for: "Is it safe to ...", "Can I ... with ...",
// "When should I see a doctor", "Should I worry", and whatever asks for side effects or for what to
// do in an emergency.
bool asks_for_warning(std::span<const std::string_view> question);

}  // namespace palpate
