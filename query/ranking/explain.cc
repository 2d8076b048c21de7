#include "ranking/explain.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <set>
#include <span>
#include <sstream>

#include "ranking/asked_terms.h"
#include "ranking/explain_score.h"
#include "ranking/hit_passage.h"
#include "ranking/index_languages.h"
#include "ranking/second_stage.h"
#include "store/token_stream.h"
#include "vocabulary/intents.h"

namespace palpate {
namespace {

std::string quoted(const std::string& text) { return "“" + text + "”"; }

// "neck (en), neck (de)": what is looked up in the index.
std::string looked_up(const Alternative& alternative) {
  std::string list;
  for (const Wording& wording : alternative.wordings) {
    list += list.empty() ? "" : ", ";
    for (const QuestionToken& token : wording.tokens)
      list += (alternative.phrase ? token.form : token.stem) + " ";
    list += "(" + wording.language + ")";
  }
  return list;
}

std::string typed_as(const Alternative& alternative, const std::vector<Correction>& corrections) {
  const auto slip = std::ranges::find(corrections, alternative.text, &Correction::read_as);
  return slip == corrections.end() ? "" : " from " + quoted(slip->typed);
}

// How an alternative came to be sought.
std::string origin_of(const Alternative& alternative, const Understood& asked) {
  switch (alternative.via) {
    case Via::equivalent:
      return "the vocabulary says it is the same";
    case Via::abbreviation:
      return "an abbreviation that the articles explain";
    case Via::spelling:
      return "spelling corrected" + typed_as(alternative, asked.corrections);
    case Via::word:
    case Via::phrase:
      break;
  }
  return alternative.phrase ? "these words together, in this order" : "as typed";
}

std::string line_of(const Concept& asked, const Understood& whole, double all) {
  const Alternative& first = asked.alternatives.front();
  const double rarity = rarity_of(first.wordings.front());
  const double worth = asked.emphasis * rarity;
  std::string line = "concept " + quoted(first.text) + ": weight " + decimal(worth);
  if (all > 0) line += ", " + std::to_string(std::lround(100 * worth / all)) + "% of the question";
  line += " (rarity " + decimal(rarity) + " × emphasis " + decimal(asked.emphasis) + ")";
  if (asked.says_little) line += ", says little of the topic";
  if (asked.required) line += ", must be there";
  if (std::ranges::find(whole.query.unknown, first.text) != whole.query.unknown.end())
    line += ", occurs nowhere";
  return line;
}

void add_concept(const Concept& asked, const Understood& whole, double all,
                 const RankingWeights& weights, std::vector<std::string>& lines) {
  lines.push_back(line_of(asked, whole, all));
  for (const Alternative& alternative : asked.alternatives) {
    std::string line = "  " + quoted(alternative.text) + ", " + origin_of(alternative, whole);
    const double share = share_of(alternative, weights);
    if (share != 1) line += ", counts × " + decimal(share);
    if (alternative.via == Via::word && !alternative.phrase &&
        alternative.wordings.front().tokens.size() > 1)
      line += ", " + decimal(weights[Weight::whole_phrase]) + " of it only where all words are";
    lines.push_back(line + ": looked up as " + looked_up(alternative));
  }
}

std::string asks_for(const AskedFor& asked_for) {
  std::string list;
  for (const std::string_view name : intent_names(IntentSet(asked_for.intents)))
    list.append(list.empty() ? "" : ", ").append(name);
  if (asked_for.warning)
    list.append(list.empty() ? "" : ", ").append("when to see a doctor or what must not be done");
  return list;
}

// Which of the question's words the passage holds, one line a stem.
std::vector<std::string> stems_held(const Snapshot& index, const std::vector<Concept>& concepts,
                                    Xapian::docid passage) {
  std::vector<std::string> lines;
  std::set<std::string> seen;
  const std::string passages = std::to_string(index.database().get_doccount());
  for (const Concept& asked : concepts) {
    for (const Alternative& alternative : asked.alternatives) {
      for (const Wording& wording : alternative.wordings) {
        for (const QuestionToken& token : wording.tokens) {
          const unsigned count = occurrences(index, passage, token.stem);
          if (count == 0 || !seen.insert(token.stem).second) continue;
          lines.push_back("  " + quoted(token.stem) + " counts " + std::to_string(count) +
                          " here; " + std::to_string(index.database().get_termfreq(token.stem)) +
                          " of " + passages + " passages hold it, rarity " + decimal(token.rarity));
        }
      }
    }
  }
  return lines;
}

// The parts that count anything, largest first.
std::vector<ScorePart> parts_of(const ScoreParts& values, const RankingWeights& weights) {
  std::vector<ScorePart> parts;
  for (const WeightDefinition& definition : kWeightTable) {
    const double value = values[static_cast<std::size_t>(definition.weight)];
    const double weight = weights[definition.weight];
    if (value * weight == 0) continue;
    parts.push_back({std::string(definition.name), value, weight, value * weight});
  }
  std::ranges::stable_sort(
      parts, [](double a, double b) { return a > b; }, &ScorePart::contribution);
  return parts;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Xapian writes numbers with up to twenty digits, of which two behind the point tell enough.
std::string with_short_numbers(const std::string& text) {
  std::string shorter;
  for (std::size_t at = 0; at < text.size();) {
    const bool inside = at > 0 && (std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 ||
                                   text[at - 1] == '.');
    std::size_t end = at;
    while (!inside && end < text.size() && is_digit(text[end])) ++end;
    const bool fraction =
        end > at && end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1]);
    if (!fraction) {
      shorter += text[at++];
      continue;
    }
    std::size_t digits = end + 1;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    shorter += decimal(std::strtod(text.substr(at, digits - at).c_str(), nullptr));
    at = digits;
  }
  return shorter;
}

}  // namespace

std::vector<std::string> explain_question(const Understood& asked, const Matches& matches,
                                          const RankingWeights& weights) {
  std::vector<std::string> lines;
  std::istringstream described(describe(asked.question));
  for (std::string line; std::getline(described, line);) lines.push_back(line);
  double all = 0;
  for (const Concept& one : asked.concepts) all += worth_of(one);
  if (!asked.concepts.empty())
    lines.emplace_back(
        "What is asked, and the other words that are sought for it. The rarer the words of a "
        "concept are in these articles, the more of the question it is. Words are looked up by "
        "their stems, in each language (in brackets) of the articles.");
  for (const Concept& one : asked.concepts) add_concept(one, asked, all, weights, lines);
  if (const std::string kinds = asks_for(asked.asked_for); !kinds.empty())
    lines.push_back("asks for: " + kinds);
  lines.push_back("asked of the index, in Xapian's notation: " +
                  with_short_numbers(matches.description));
  return lines;
}

void explain_hits(const Snapshot& index, const Understood& asked, const Matches& matches,
                  const RankingWeights& weights, std::vector<Hit>& hits) {
  const AskedTerms terms(index, asked.concepts, asked.words, weights);
  PassageScorer scorer(terms, weights, asked.asked_for);
  TokenStream stream;
  for (Hit& hit : hits) {
    const Xapian::docid passage = passage_number(index, hit);
    const auto found = std::ranges::find(matches.candidates, passage, &Candidate::passage);
    if (found == matches.candidates.end()) continue;
    hit.score_parts.emplace();
    hit.score_parts->first_stage = found->first_stage;
    const bool foreign =
        in_languages(index, asked.asked_for.other_languages, std::span(&passage, 1)).front();
    const bool readable =
        found->reordered && decode(index.values_of({passage}, Slot::tokens).front(), stream);
    if (readable)
      hit.score_parts->parts = parts_of(scorer.score(stream, found->first_stage, foreign), weights);
    hit.why = score_lines(*hit.score_parts, hit.score, found->lifted,
                          stems_held(index, asked.concepts, passage));
  }
}

}  // namespace palpate
