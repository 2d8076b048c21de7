#include "ranking/asked_terms.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "store/fields.h"

namespace palpate {
double rarity(std::size_t passages_with, std::size_t passages) {
  const auto with = static_cast<double>(passages_with);
  const auto all = static_cast<double>(std::max(passages, passages_with));
  const double odds = (all - with + 0.5) / (with + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

void find_rarities(const Snapshot& index, std::vector<Concept>& concepts) {
  const std::size_t passages = index.database().get_doccount();
  for (Concept& asked : concepts)
    for (Alternative& alternative : asked.alternatives)
      for (Wording& wording : alternative.wordings)
        for (QuestionToken& token : wording.tokens)
          token.rarity = rarity(index.database().get_termfreq(token.stem), passages);
}

void emphasise(const Snapshot& index, const RankingWeights& weights,
               std::vector<Concept>& concepts) {
  const std::string title(prefix_of(Field::title));
  // In a short question every word was chosen; a long one rambles.
  const double rambles = std::clamp(
      static_cast<double>(concepts.size()) / weights[Weight::long_question] - 1, 0.0, 1.0);
  for (Concept& asked : concepts) {
    double rare = 0;
    double titled = 0;
    for (const QuestionToken& token : asked.alternatives.front().wordings.front().tokens) {
      const double all = index.database().get_termfreq(token.stem);
      const double in_title = index.database().get_termfreq(title + token.stem);
      rare += token.rarity;
      if (all > 0)
        titled += token.rarity * std::min(1.0, in_title / all / weights[Weight::titled_share]);
    }
    const double share = rare > 0 ? titled / rare : 0;
    asked.emphasis = 1 - rambles * weights[Weight::titled] * (1 - share);
    if (asked.says_little) asked.emphasis *= weights[Weight::question_word];
  }
}

AskedTerms::AskedTerms(const Snapshot& index, const std::vector<Concept>& concepts,
                       const std::vector<QuestionToken>& words, const RankingWeights& weights)
    : rarest_(rarity(1, index.database().get_doccount())) {
  std::size_t most = words.size();
  for (const Concept& asked : concepts)
    for (const palpate::Alternative& alternative : asked.alternatives)
      for (const Wording& wording : alternative.wordings) most += wording.tokens.size();
  table_.resize(std::bit_ceil(4 * most + 4));
  mask_ = table_.size() - 1;
  for (const Concept& asked : concepts) add_concept(asked, asked.emphasis, weights);
  make_pairs(concepts, words);
}

int AskedTerms::add(TokenCode code, double rarity) {
  std::size_t at = code & mask_;
  while (table_[at].term >= 0 && table_[at].code != code) at = (at + 1) & mask_;
  if (table_[at].term < 0) {
    table_[at] = {code, static_cast<int>(terms_.size())};
    terms_.push_back({code, rarity, 0, {}});
  }
  return table_[at].term;
}

void AskedTerms::add_concept(const Concept& asked, double weight, const RankingWeights& weights) {
  const auto place = static_cast<std::uint32_t>(concepts_.size());
  double worth = 0;
  for (const palpate::Alternative& alternative : asked.alternatives) {
    const double share = weight_of(alternative.via, weights);
    for (const Wording& wording : alternative.wordings) {
      const auto number = static_cast<std::uint32_t>(alternatives_.size());
      alternatives_.push_back({place, 0, share});
      for (const QuestionToken& token : wording.tokens) {
        const int term = add(token_code(token.stem, token.stopword), token.rarity);
        Term& used = terms_[static_cast<std::size_t>(term)];
        used.rarity = std::max(used.rarity, token.rarity);
        used.weight = std::max(used.weight, share * weight);
        used.uses.push_back({number, token.rarity});
        alternatives_.back().rarity += token.rarity;
      }
      // What the concept is worth does not depend on how many other words there are for it.
      if (&alternative == &asked.alternatives.front())
        worth = std::max(worth, weight * alternatives_.back().rarity);
    }
  }
  concepts_.push_back(worth);
  total_ += worth;
}

void AskedTerms::make_pairs(const std::vector<Concept>& concepts,
                            const std::vector<QuestionToken>& words) {
  int before = -1;
  for (const Concept& asked : concepts) {
    for (const QuestionToken& token : asked.alternatives.front().wordings.front().tokens) {
      if (token.kind == TokenKind::joined) continue;
      const int term = find(token_code(token.stem, token.stopword));
      if (before >= 0 && term != before) pairs_.push_back({before, term});
      before = term;
    }
  }
  before = -1;
  for (const QuestionToken& token : words) {
    const int term = add(token_code(token.stem, token.stopword), 0);
    if (before >= 0 && term != before) raw_pairs_.push_back({before, term});
    before = term;
  }
}

}  // namespace palpate
