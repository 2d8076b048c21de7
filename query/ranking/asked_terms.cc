#include "ranking/asked_terms.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "store/fields.h"

namespace palpate {
namespace {

// All that is going to be asked of the index: of each word its stem, and its form among authors.
std::vector<std::string> all_terms(const std::vector<Concept>& concepts) {
  std::vector<std::string> terms;
  for (const Concept& asked : concepts)
    for (const Alternative& alternative : asked.alternatives)
      for (const Wording& wording : alternative.wordings)
        for (const QuestionToken& token : wording.tokens) {
          terms.push_back(token.stem);
          terms.push_back(std::string(prefix_of(Field::author)) + token.form);
        }
  return terms;
}

bool is_number(const Concept& asked) {
  return std::ranges::all_of(
      asked.alternatives.front().wordings.front().tokens,
      [](const QuestionToken& token) { return token.kind == TokenKind::number; });
}

}  // namespace

double rarity(std::size_t passages_with, std::size_t passages) {
  const auto with = static_cast<double>(passages_with);
  const auto all = static_cast<double>(std::max(passages, passages_with));
  const double odds = (all - with + 0.5) / (with + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

double share_of(const Alternative& alternative, const RankingWeights& weights) {
  return alternative.respelt ? 1 : weight_of(alternative.via, weights);
}

void find_rarities(const Snapshot& index, std::vector<Concept>& concepts) {
  index.look_up(all_terms(concepts));
  const std::size_t passages = index.database().get_doccount();
  for (Concept& asked : concepts)
    for (Alternative& alternative : asked.alternatives)
      for (Wording& wording : alternative.wordings)
        for (QuestionToken& token : wording.tokens)
          token.rarity = rarity(index.passages_with(token.stem), passages);
}

void emphasise(const Snapshot& index, const RankingWeights& weights,
               std::vector<Concept>& concepts) {
  const std::string title(prefix_of(Field::title));
  // In a short question every word was chosen; a long one rambles.
  const double rambles = std::clamp(
      static_cast<double>(concepts.size()) / weights[Weight::long_question] - 1, 0.0, 1.0);
  for (Concept& asked : concepts) {
    asked.emphasis = asked.says_little ? weights[Weight::question_word] : 1;
    if (is_number(asked)) asked.emphasis *= weights[Weight::number];
    if (rambles == 0) continue;
    double rare = 0;
    double titled = 0;
    for (const QuestionToken& token : asked.alternatives.front().wordings.front().tokens) {
      const auto all = static_cast<double>(index.passages_with(token.stem));
      const auto in_title = static_cast<double>(index.passages_with(title + token.stem));
      rare += token.rarity;
      if (all > 0)
        titled += token.rarity * std::min(1.0, in_title / all / weights[Weight::titled_share]);
    }
    const double share = rare > 0 ? titled / rare : 0;
    asked.emphasis *= 1 - rambles * weights[Weight::titled] * (1 - share);
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
  for (const Concept& asked : concepts) add_concept(asked, weights);
  tie(concepts);
  tie_raw(words);
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

void AskedTerms::add_concept(const Concept& asked, const RankingWeights& weights) {
  const auto place = static_cast<std::uint32_t>(concepts_.size());
  for (const palpate::Alternative& alternative : asked.alternatives) {
    const double share = share_of(alternative, weights);
    for (const Wording& wording : alternative.wordings) {
      const auto number = static_cast<std::uint32_t>(alternatives_.size());
      alternatives_.push_back({place, 0, share});
      for (const QuestionToken& token : wording.tokens) {
        const int term = add(token_code(token.stem, token.stopword), token.rarity);
        Term& used = terms_[static_cast<std::size_t>(term)];
        used.rarity = std::max(used.rarity, token.rarity);
        used.weight = std::max(used.weight, share * asked.emphasis);
        used.uses.push_back({number, token.rarity});
        alternatives_.back().rarity += token.rarity;
      }
    }
  }
  // What the concept is worth does not depend on how many other words there are for it.
  concepts_.push_back(worth_of(asked));
  total_ += concepts_.back();
}

// The terms of its first wording, in order.
std::vector<int> AskedTerms::terms_of(const palpate::Alternative& alternative) const {
  std::vector<int> terms;
  for (const QuestionToken& token : alternative.wordings.front().tokens) {
    if (token.kind == TokenKind::joined) continue;  // a text may have it or its parts
    const int term = find(token_code(token.stem, token.stopword));
    if (terms.empty() || terms.back() != term) terms.push_back(term);
  }
  return terms;
}

// Concepts are tied to the next as typed; a phrase is in itself, in any of the ways to say it.
void AskedTerms::tie(const std::vector<Concept>& concepts) {
  int before = -1;
  for (const Concept& asked : concepts) {
    const std::vector<int> typed = terms_of(asked.alternatives.front());
    if (typed.empty()) continue;
    if (before >= 0 && before != typed.front()) {
      neighbours_.add_tie();
      neighbours_.add_wording(std::array{before, typed.front()});
    }
    before = typed.back();
    std::vector<std::vector<int>> wordings;
    wordings.reserve(asked.alternatives.size());
    for (const palpate::Alternative& alternative : asked.alternatives)
      wordings.push_back(terms_of(alternative));
    if (std::ranges::none_of(wordings, [](const auto& terms) { return terms.size() > 1; }))
      continue;
    neighbours_.add_tie();
    for (const std::vector<int>& terms : wordings) neighbours_.add_wording(terms);
  }
}

void AskedTerms::tie_raw(const std::vector<QuestionToken>& words) {
  int before = -1;
  for (const QuestionToken& token : words) {
    const int term = add(token_code(token.stem, token.stopword), 0);
    if (before >= 0 && term != before) {
      raw_neighbours_.add_tie();
      raw_neighbours_.add_wording(std::array{before, term});
    }
    before = term;
  }
}

}  // namespace palpate
