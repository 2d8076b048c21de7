#include "ranking/second_stage.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "ranking/index_languages.h"

namespace palpate {
namespace {

std::size_t place(Weight weight) { return static_cast<std::size_t>(weight); }

std::ptrdiff_t content_words(std::span<const TokenCode> part) {
  return std::ranges::count_if(part, [](TokenCode code) { return code >= kFirstContentCode; });
}

}  // namespace

double score_of(const ScoreParts& parts, const RankingWeights& weights) {
  double score = 0;
  for (const WeightDefinition& definition : kWeightTable)
    score += weights[definition.weight] * parts[place(definition.weight)];
  return score;
}

PassageScorer::PassageScorer(const AskedTerms& asked, const RankingWeights& weights,
                             const AskedFor& asked_for)
    : asked_(asked),
      weights_(weights),
      asked_for_(asked_for),
      seen_(asked.terms().size()),
      alternative_(asked.alternatives().size()),
      concept_(asked.concepts().size()),
      named_(asked.concepts().size()) {}

void PassageScorer::begin_part() {
  ++part_;
  covered_ = 0;
  for (const std::uint32_t touched : touched_alternative_) alternative_[touched] = 0;
  for (const std::uint32_t touched : touched_concept_) concept_[touched] = 0;
  touched_alternative_.clear();
  touched_concept_.clear();
}

// Counts a term the first time that a part holds it: each concept by its best alternative.
void PassageScorer::see(int term) {
  const auto number = static_cast<std::size_t>(term);
  if (seen_[number] == part_) return;
  seen_[number] = part_;
  for (const AskedTerms::Use& use : asked_.terms()[number].uses) {
    const AskedTerms::Alternative& alternative = asked_.alternatives()[use.alternative];
    double& matched = alternative_[use.alternative];
    if (matched == 0) touched_alternative_.push_back(use.alternative);
    matched += use.rarity;
    const double worth = asked_.concepts()[alternative.asked] * alternative.weight * matched /
                         std::max(alternative.rarity, 1e-9);
    double& best = concept_[alternative.asked];
    if (best == 0) touched_concept_.push_back(alternative.asked);
    if (worth <= best) continue;
    covered_ += worth - best;
    best = worth;
  }
}

// The worth of the concepts that a part holds.
double PassageScorer::cover(std::span<const TokenCode> part) {
  begin_part();
  for (const TokenCode code : part)
    if (const int term = asked_.find(code); term >= 0) see(term);
  return covered_;
}

double PassageScorer::pairs_in(std::span<const TokenCode> part) {
  NeighbourFinder pairs(asked_.neighbours(), asked_.terms().size());
  std::size_t position = 0;
  for (const TokenCode code : part) {
    if (code < kFirstContentCode) continue;
    ++position;
    if (const int term = asked_.find(code); term >= 0) pairs.see(term, position);
  }
  return pairs.share();
}

// How much of a name is asked for, and how much of the question it is.
double PassageScorer::topic(std::span<const TokenCode> name, double covered) const {
  const double enough = weights_[Weight::topic_share] * asked_.total();
  double matched = 0;
  double all = 0;
  for (const TokenCode code : name) {
    if (code < kFirstContentCode) continue;
    const int place = asked_.find(code);
    const auto* term = place < 0 ? nullptr : &asked_.terms()[static_cast<std::size_t>(place)];
    if (term != nullptr && !term->uses.empty()) {
      matched += term->rarity * term->weight;
      all += term->rarity;
    } else {
      all += weights_[Weight::topic_unmatched] * asked_.rarest();
    }
  }
  return all > 0 ? matched / all * std::min(1.0, covered / enough) : 0;
}

// All names count alike, each part by the name that it is best for.
void PassageScorer::names(const TokenStream& passage, ScoreParts& parts) {
  std::ranges::fill(named_, 0);
  for (std::size_t i = 0; i < passage.names; ++i) {
    const auto name = passage.part(i);
    const double covered = cover(name);
    if (covered <= 0) continue;
    for (const std::uint32_t asked : touched_concept_)
      named_[asked] = std::max(named_[asked], concept_[asked]);
    const double length =
        std::min(1.0, weights_[Weight::long_title] /
                          std::max(static_cast<double>(content_words(name)), 1.0));
    const auto raise = [&](Weight weight, double value) {
      parts[place(weight)] = std::max(parts[place(weight)], length * value);
    };
    raise(Weight::topic, topic(name, covered));
    raise(Weight::title_cover, covered / asked_.total());
    raise(Weight::title_pairs, pairs_in(name));
  }
}

// What a sentence holds, with what the article's name says of it: that need not be said again.
double PassageScorer::sentence_cover() const {
  double unsaid = 0;
  for (std::size_t asked = 0; asked < named_.size(); ++asked)
    unsaid += std::max(0.0, weights_[Weight::named] * named_[asked] - concept_[asked]);
  return covered_ + unsaid;
}

// Gives the share of the question that the best sentence holds by itself.
double PassageScorer::body(const TokenStream& passage, ScoreParts& parts) {
  NeighbourFinder pairs(asked_.neighbours(), asked_.terms().size());
  NeighbourFinder raw(asked_.raw_neighbours(), asked_.terms().size());
  std::size_t position = 0;
  std::size_t content = 0;
  double best = 0;
  double said = 0;
  for (std::size_t i = passage.context(); i < passage.parts(); ++i) {
    begin_part();
    for (const TokenCode code : passage.part(i)) {
      ++position;
      if (code >= kFirstContentCode) ++content;
      const int term = asked_.find(code);
      if (term < 0) continue;
      see(term);
      raw.see(term, position);
      if (code >= kFirstContentCode) pairs.see(term, content);
    }
    best = std::max(best, sentence_cover());
    said = std::max(said, covered_ / asked_.total());
  }
  parts[place(Weight::sentence)] = best / asked_.total();
  parts[place(Weight::pairs)] = pairs.share();
  parts[place(Weight::raw_pairs)] = raw.share();
  return said;
}

ScoreParts PassageScorer::score(const TokenStream& passage, double first_stage,
                                bool other_language) {
  ScoreParts parts{};
  const double total = asked_.total();
  if (total <= 0) {
    parts[place(Weight::first_stage)] = first_stage;
    return parts;
  }
  parts[place(Weight::first_stage)] = first_stage / ((weights_[Weight::bm25_k1] + 1) * total);
  names(passage, parts);
  // What the heading promises is worth as much as the article is about what is asked.
  const double topic = parts[place(Weight::topic)];
  if ((passage.intents & asked_for_.intents) != 0) parts[place(Weight::intent)] = topic;
  const double heading = cover(passage.part(passage.heading())) / total;
  parts[place(Weight::heading_cover)] = heading;
  const double said = body(passage, parts);
  // A warning counts as much as it is about what is asked: an article may warn of several things.
  if (passage.warning && asked_for_.warning)
    parts[place(Weight::warning)] = topic * std::min(1.0, heading + said);
  if (passage.back_matter && !asked_for_.source) {
    const double found = parts[place(Weight::first_stage)];  // it was held back there already
    for (double& part : parts) part *= weights_[Weight::back_matter];
    parts[place(Weight::first_stage)] = found;
  }
  if (passage.superseded) parts[place(Weight::superseded)] = -score_of(parts, weights_);
  if (other_language) parts[place(Weight::other_language)] = -score_of(parts, weights_);
  return parts;
}

void order_again(const Snapshot& index, const AskedTerms& asked, const RankingWeights& weights,
                 const AskedFor& asked_for, Matches& matches) {
  const auto most = static_cast<std::size_t>(std::max(0.0, weights[Weight::candidates]));
  std::vector<Candidate>& candidates = matches.candidates;
  const std::size_t count = std::min(most, candidates.size());
  if (count == 0) return;
  std::vector<Xapian::docid> passages;
  for (std::size_t i = 0; i < count; ++i) passages.push_back(candidates[i].passage);
  matches.streams = index.values_of(passages, Slot::tokens);
  const std::vector<bool> foreign = in_languages(index, asked_for.other_languages, passages);
  const double last = candidates[count - 1].score;
  PassageScorer scorer(asked, weights, asked_for);
  TokenStream stream;
  for (std::size_t i = 0; i < count; ++i) {
    if (!decode(matches.streams[i], stream))
      throw Xapian::DatabaseCorruptError("the token stream of passage " +
                                         std::to_string(passages[i]) + " cannot be read");
    Candidate& candidate = candidates[i];
    const ScoreParts parts = scorer.score(stream, candidate.score, foreign[i]);
    candidate.reordered = true;
    candidate.first_stage = candidate.score;
    candidate.topic = parts[place(Weight::topic)];
    candidate.warning = stream.warning && asked_for.warning && !stream.back_matter;
    candidate.score = score_of(parts, weights);
    candidate.stream = i;
  }
  const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(count);
  std::stable_sort(candidates.begin(), end, [](const Candidate& a, const Candidate& b) {
    return a.title_only != b.title_only ? b.title_only : a.score > b.score;
  });
  const double least = candidates[count - 1].score;
  for (auto rest = end; rest != candidates.end(); ++rest) {
    rest->first_stage = rest->score;
    rest->score = last > 0 ? least * rest->score / last : 0;
  }
}

}  // namespace palpate
