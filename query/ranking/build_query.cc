#include <algorithm>

#include "ranking/asked_sources.h"
#include "ranking/asked_terms.h"
#include "ranking/conditions.h"
#include "ranking/match.h"
#include "ranking/query_forms.h"
#include "store/fields.h"

namespace palpate {
namespace {

using Xapian::Query;

class Builder {
 public:
  Builder(const Snapshot& index, const RankingWeights& weights, const AskedSources& sources)
      : index_(index), weights_(weights), sources_(sources) {}

  bool occurs(const std::string& term) const { return index_.passages_with(term) > 0; }

  // A word of the question: its stem in the text; beside it, weaker, in back matter and in authors'
  // names.
  Query word(const QuestionToken& token, bool content) const {
    std::vector<Query> text{Query(token.stem)};
    if (sources_.all_words ||
        (content && sources_.words_only_there && stands_only_in_sources(index_, token)))
      text.push_back(scaled(Query(prefixed(Field::back_matter, token.stem)),
                            sources_.named ? 1 : weights_[Weight::back_matter]));
    Query in_text = any_of(text, Query::OP_OR);
    const std::string name = prefixed(Field::author, token.form);
    if (!content || token.kind != TokenKind::word || !occurs(name)) return in_text;
    return Query(Query::OP_OR, in_text, scaled(Query(name), weights_[Weight::author]));
  }

  // `whole`: all of its words must be there.
  Query alternative(const Alternative& asked, bool content, bool whole) const {
    std::vector<Query> wordings;
    for (const Wording& wording : asked.wordings) {
      std::vector<Query> words;
      for (const QuestionToken& token : wording.tokens) {
        if (asked.phrase && is_whole(token.kind)) continue;
        words.push_back(word(token, content && !asked.phrase));
      }
      if (words.empty()) continue;
      const Query all =
          asked.phrase || whole ? any_of(words, Query::OP_AND) : some_of(words, asked.via);
      wordings.push_back(without_other_languages(all, asked, wording));
    }
    return any_of(wordings, Query::OP_OR);
  }

  // Any of the words. What was typed in several counts wholly only where all of them are.
  Query some_of(const std::vector<Query>& words, Via via) const {
    Query any = any_of(words, Query::OP_OR);
    const double whole = weights_[Weight::whole_phrase];
    if (words.size() == 1 || via != Via::word || whole <= 0) return any;
    return Query(Query::OP_OR, scaled(any, 1 - whole), scaled(any_of(words, Query::OP_AND), whole));
  }

  // A language's stem does not count in those that stem the word otherwise: German cuts "shoulder"
  // to "should", which English passages hold for another reason.
  static Query without_other_languages(const Query& query, const Alternative& asked,
                                       const Wording& own) {
    std::vector<Query> others;
    for (const Wording& other : asked.wordings)
      if (&other != &own) others.emplace_back(prefixed(Field::language, other.language));
    return others.empty() ? query : Query(Query::OP_AND_NOT, query, any_of(others, Query::OP_OR));
  }

  // An equivalent counts where what was typed is not, so that no passage counts both. OP_MAX would
  // say so more plainly, but Xapian 1.4 takes the branches of an OP_OR below it for branches of its
  // own, and crashes when all its branches end at once. However rare its words are, an equivalent
  // never counts more than its share of what was typed.
  Query instead_of(const Wording& typed, const Alternative& equivalent, const Query& query) const {
    std::vector<Query> words;
    words.reserve(typed.tokens.size());
    for (const QuestionToken& token : typed.tokens) words.emplace_back(token.stem);
    const double whole = rarity_of(typed);
    const double own = rarity_of(equivalent.wordings.front());
    const double share = share_of(equivalent, weights_) * (own > whole ? whole / own : 1);
    return Query(Query::OP_AND_NOT, scaled(query, share), any_of(words, Query::OP_AND));
  }

  Query concept_query(const Concept& asked) const {
    const Wording& typed = asked.alternatives.front().wordings.front();
    // Where no article has what was typed, a part of another name for it is a chance hit.
    const bool is_held = std::ranges::any_of(
        typed.tokens, [&](const QuestionToken& token) { return occurs(token.stem); });
    std::vector<Query> alternatives;
    alternatives.reserve(asked.alternatives.size());
    for (const Alternative& one : asked.alternatives) {
      const bool equivalent = one.via == Via::equivalent || one.via == Via::abbreviation;
      const Query query = alternative(one, !asked.says_little, equivalent && !is_held);
      alternatives.push_back(equivalent ? instead_of(typed, one, query)
                             : one.via == Via::spelling
                                 ? scaled(query, weights_[Weight::correction])
                                 : query);
    }
    const Query query = any_of(alternatives, Query::OP_OR);
    return asked.emphasis == 1 ? query : scaled(query, asked.emphasis);
  }

 private:
  const Snapshot& index_;
  const RankingWeights& weights_;
  const AskedSources& sources_;
};

bool occurs_nowhere(const Snapshot& index, const Concept& asked) {
  const auto occurs = [&](const std::string& term) { return index.passages_with(term) > 0; };
  const auto known = [&](const QuestionToken& token) {
    return occurs(token.stem) || occurs(prefixed(Field::back_matter, token.stem)) ||
           occurs(prefixed(Field::author, token.form));
  };
  return std::none_of(
      asked.alternatives.begin(), asked.alternatives.end(), [&](const Alternative& alternative) {
        return std::any_of(
            alternative.wordings.begin(), alternative.wordings.end(), [&](const Wording& wording) {
              return std::any_of(wording.tokens.begin(), wording.tokens.end(), known);
            });
      });
}

bool names_a_document(const Question& question) {
  const std::vector<FieldFilter>& fields = question.filters.fields;
  return std::any_of(fields.begin(), fields.end(),
                     [](const FieldFilter& filter) { return filter.field == QuestionField::id; });
}

}  // namespace

MatchQuery build_query(const Snapshot& index, QuestionAnalyser& analyser, const Question& question,
                       const std::vector<Concept>& concepts, const RankingWeights& weights,
                       bool back_matter) {
  MatchQuery match;
  for (const Concept& one : concepts)
    if (!one.says_little && occurs_nowhere(index, one))
      match.unknown.push_back(one.alternatives.front().text);
  const auto telling =
      static_cast<std::size_t>(std::ranges::count(concepts, false, &Concept::says_little));
  match.sources = asked_sources(index, concepts, match.unknown, back_matter);
  const Builder builder(index, weights, match.sources);
  std::vector<Query> asked;
  std::vector<Query> required;
  for (const Concept& one : concepts) {
    asked.push_back(builder.concept_query(one));
    if (one.required) {
      required.push_back(asked.back());
      match.required.push_back(one);
    }
  }
  if (asked.empty()) {
    // Filters alone: everything they let through, without back matter unless a document is named.
    match.query = names_a_document(question)
                      ? Query(Query::MatchAll)
                      : Query(Query::OP_AND_NOT, Query::MatchAll,
                              Query(std::string(prefix_of(Field::back_matter))));
  } else if (telling != 0 && match.unknown.size() == telling) {
    match.query = Query::MatchNothing;  // "best" alone answers no "best xylophone"
  } else {
    match.query = any_of(asked, Query::OP_OR);
  }
  for (const Query& one : required) match.query = Query(Query::OP_FILTER, match.query, one);
  add_conditions(index, analyser, question, match);
  return match;
}

}  // namespace palpate
