#include "ranking/explain_score.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include "ranking/weights.h"

namespace palpate {
namespace {

constexpr std::string_view kFirstStage = "first-stage";

// What a part means, in a few words.
constexpr auto kInWords = std::to_array<std::pair<std::string_view, std::string_view>>({
    {kFirstStage, "it holds the words"},
    {"topic", "the article is about it"},
    {"title-cover", "words in the title or another name"},
    {"title-pairs", "words side by side in that name"},
    {"intent", "the heading is of the kind asked for"},
    {"heading-cover", "words in the headings"},
    {"pairs", "words side by side in the passage"},
    {"sentence", "words in one sentence and the title"},
    {"raw-pairs", "small words side by side, too"},
    {"warning", "says when to see a doctor, or what not"},
    {"superseded", "the article says it is out of date"},
    {"other-language", "in another language than the question"},
});

std::string_view in_words(std::string_view part) {
  const auto* const found =
      std::ranges::find(kInWords, part, &decltype(kInWords)::value_type::first);
  return found == kInWords.end() ? part : found->second;
}

constexpr std::size_t kNameColumns = 40;

std::string line_of(const ScorePart& part) {
  std::string line(in_words(part.name));
  line.append(kNameColumns - std::min(kNameColumns - 1, line.size()), ' ');
  return line + decimal(part.value) + " × " + decimal(part.weight) + " = " +
         decimal(part.contribution);
}

}  // namespace

std::string decimal(double value) {
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.2f", value);
  return {text.data(), std::min(static_cast<std::size_t>(std::max(size, 0)), text.size() - 1)};
}

std::vector<std::string> score_lines(const ScoreBreakdown& score, double sum, bool lifted,
                                     const std::vector<std::string>& stems) {
  std::vector<std::string> lines{"score " + decimal(sum)};
  if (lifted)
    lines.emplace_back(
        "moved up: it says when to see a doctor or what must not be done, and that is asked for");
  bool stems_shown = false;
  const auto show_stems = [&] {
    if (!std::exchange(stems_shown, true)) lines.insert(lines.end(), stems.begin(), stems.end());
  };
  if (score.parts.empty()) {
    lines.emplace_back("behind the passages that were ordered again: placed by its words alone, " +
                       decimal(score.first_stage) + " there");
    show_stems();
  }
  for (const ScorePart& part : score.parts) {
    lines.push_back(line_of(part));
    if (part.name == kFirstStage) show_stems();
  }
  show_stems();
  return lines;
}

}  // namespace palpate
