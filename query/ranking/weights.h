// Every number of the ranking that can be chosen, in one table: changing one is changing its line.
//
// Chosen on consumer health questions over NIH pages and on questions over abstracts, each half
// of the questions checking what was chosen on the other; see bench/README.md for what each part
// is worth. A value of 0 switches a part off. Plain values, safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "palpate/answer.h"

namespace palpate {

enum class Weight : unsigned char {
  bm25_k1,
  bm25_b,
  question_word,
  number,
  titled,
  titled_share,
  long_question,
  back_matter,
  author,
  equivalent,
  correction,
  whole_phrase,
  candidates,
  first_stage,
  topic,
  topic_share,
  topic_unmatched,
  title_cover,
  title_pairs,
  long_title,
  intent,
  heading_cover,
  pairs,
  sentence,
  named,
  raw_pairs,
  warning,
  superseded,
  other_language,
};

struct WeightDefinition {
  Weight weight;
  std::string_view name;  // as --weight has it
  double value;
  std::string_view unit;
  std::string_view meaning;
};

inline constexpr std::array kWeightTable = std::to_array<WeightDefinition>({
    {Weight::bm25_k1, "bm25-k1", 1.6, "BM25's own",
     "how soon more occurrences of a word stop counting (Robertson and Zaragoza 2009, eq. 3.15)"},
    {Weight::bm25_b, "bm25-b", 0.55, "0 to 1", "how much a long passage is held back"},
    {Weight::question_word, "question-word", 0.4, "share of a word",
     "words that say little of the topic: best, information"},
    {Weight::number, "number", 0.5, "share of a word",
     "a number beside words: 400 mg says less than the drug"},
    {Weight::titled, "titled", 0.3, "share of a word", "held back from a word that no title holds"},
    {Weight::titled_share, "titled-share", 0.3, "share of passages",
     "a word counts in full when so many of its passages have it in their title"},
    {Weight::long_question, "long-question", 6, "concepts",
     "a question is taken to ramble from here on, wholly at twice as many"},
    {Weight::back_matter, "back-matter", 0.3, "share of a word",
     "a reference that matches, beside a passage of the body"},
    {Weight::author, "author", 0.5, "share of a word", "a word that is part of an author's name"},
    {Weight::equivalent, "equivalent", 0.75, "share of a word",
     "what the vocabulary or an abbreviation says is the same"},
    {Weight::correction, "correction", 1, "share of a word", "a word that was spelt otherwise"},
    {Weight::whole_phrase, "whole-phrase", 0.5, "share of a phrase",
     "of a phrase that the vocabulary knows, what counts only where all its words are"},
    {Weight::candidates, "candidates", 50, "passages",
     "how many of the first stage's best the second stage orders"},
    {Weight::first_stage, "first-stage", 1 / 1.3, "share of what a perfect passage has",
     "BM25 of the first stage"},
    {Weight::topic, "topic", 0.4, "share of the question",
     "the article is about it: its best name's share of the question's rarity"},
    {Weight::topic_share, "topic-share", 0.35, "share of the question",
     "a name that covers as much of the question counts in full"},
    {Weight::topic_unmatched, "topic-unmatched", 0.6, "share of the rarest word",
     "a word of a name that the question does not have"},
    {Weight::title_cover, "title-cover", 0.1, "share of the question",
     "words of the best name: the title or another"},
    {Weight::title_pairs, "title-pairs", 0.1, "share of pairs",
     "neighbours in the question that are neighbours in the best name"},
    {Weight::long_title, "long-title", 5, "content words",
     "a longer name counts less, in proportion"},
    {Weight::intent, "intent", 0.1, "yes or no × topic",
     "the heading is of the kind that the question asks for: treatment, cause, dose"},
    {Weight::heading_cover, "heading-cover", 0.1, "share of the question", "words in the headings"},
    {Weight::pairs, "pairs", 0.2, "share of pairs",
     "neighbours in the question that are neighbours in the passage, stopwords left out"},
    {Weight::sentence, "sentence", 0.25, "share of the question", "words of the best sentence"},
    {Weight::named, "named", 0.75, "share of a word",
     "what the article's best name says counts so much in each of its sentences"},
    {Weight::raw_pairs, "raw-pairs", 0.05, "share of pairs",
     "neighbours in the question, stopwords and all"},
    {Weight::warning, "warning", 0.1, "topic × share of the question",
     "it tells when to see a doctor or what must not be done, and that is asked for"},
    {Weight::superseded, "superseded", 0.5, "share of the score",
     "taken from an article that says of itself that it is out of date"},
    {Weight::other_language, "other-language", 0.3, "share of the score",
     "taken from a passage in another language than the question's"},
});

// The values in use: those of the table, unless some were set to measure what they are worth.
class RankingWeights {
 public:
  constexpr RankingWeights() {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = kWeightTable[i].value;
  }
  constexpr double operator[](Weight weight) const {
    return values_[static_cast<std::size_t>(weight)];
  }
  constexpr void set(Weight weight, double value) {
    values_[static_cast<std::size_t>(weight)] = value;
  }

 private:
  std::array<double, kWeightTable.size()> values_{};
};

// What a way of saying counts beside the words typed.
constexpr double weight_of(Via via, const RankingWeights& weights) {
  switch (via) {
    case Via::equivalent:
    case Via::abbreviation:
      return weights[Weight::equivalent];
    case Via::spelling:
      return weights[Weight::correction];
    case Via::word:
    case Via::phrase:
      break;
  }
  return 1;
}

constexpr std::optional<Weight> weight_named(std::string_view name) {
  for (const WeightDefinition& definition : kWeightTable)
    if (definition.name == name) return definition.weight;
  return std::nullopt;
}

namespace weights_detail {
constexpr bool in_order() {
  for (std::size_t i = 0; i < kWeightTable.size(); ++i)
    if (static_cast<std::size_t>(kWeightTable[i].weight) != i) return false;
  return true;
}
}  // namespace weights_detail
static_assert(weights_detail::in_order());

}  // namespace palpate
