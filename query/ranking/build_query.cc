#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "ranking/asked_terms.h"
#include "ranking/match.h"
#include "store/fields.h"
#include "store/keys.h"

namespace palpate {
namespace {

using Xapian::Query;

std::string prefixed(Field field, std::string_view term) {
  return std::string(prefix_of(field)).append(term);
}

Query any_of(const std::vector<Query>& queries, Xapian::Query::op op) {
  return queries.size() == 1 ? queries.front() : Query(op, queries.begin(), queries.end());
}

Query scaled(const Query& query, double factor) {
  return Query(Query::OP_SCALE_WEIGHT, query, factor);
}

std::string day_text(const std::chrono::year_month_day& day) {
  std::array<char, 16> text{};
  const int size =
      std::snprintf(text.data(), text.size(), "%04d%02u%02u", static_cast<int>(day.year()),
                    static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

// A year between these beside another word asks for a source: "Cherkin 2011".
bool is_year(const QuestionToken& token) {
  return token.kind == TokenKind::number && token.form.size() == 4 && token.form >= "1800" &&
         token.form <= "2199";
}

bool asks_for_source(const std::vector<Concept>& concepts) {
  std::size_t years = 0;
  std::size_t words = 0;
  for (const Concept& asked : concepts) {
    for (const QuestionToken& token : asked.alternatives.front().wordings.front().tokens)
      ++(is_year(token) ? years : words);
  }
  return years > 0 && words > 0;
}

class Builder {
 public:
  // `sources`: words that stand in back matter alone are looked for there. `named_source`: back
  // matter counts as much as the body.
  Builder(const Snapshot& index, QuestionAnalyser& analyser, const RankingWeights& weights,
          bool sources, bool named_source)
      : index_(index),
        analyser_(analyser),
        weights_(weights),
        sources_(sources),
        reference_share_(named_source ? 1 : weights[Weight::back_matter]) {}

  bool occurs(const std::string& term) const { return index_.passages_with(term) > 0; }

  // A word of the question: its stem in the text; beside it, weaker, in back matter and in authors'
  // names.
  Query word(const QuestionToken& token, bool content, bool back_matter) const {
    std::vector<Query> text{Query(token.stem)};
    const std::string reference = prefixed(Field::back_matter, token.stem);
    if (back_matter || (content && sources_ && token.form.size() >= kLeastSourceLetters &&
                        !occurs(token.stem) && occurs(reference)))
      text.push_back(scaled(Query(reference), reference_share_));
    Query in_text = any_of(text, Query::OP_OR);
    const std::string name = prefixed(Field::author, token.form);
    if (!content || token.kind != TokenKind::word || !occurs(name)) return in_text;
    return Query(Query::OP_OR, in_text, scaled(Query(name), weights_[Weight::author]));
  }

  // `whole`: all of its words must be there.
  Query alternative(const Alternative& asked, bool content, bool back_matter, bool whole) const {
    std::vector<Query> wordings;
    for (const Wording& wording : asked.wordings) {
      std::vector<Query> words;
      for (const QuestionToken& token : wording.tokens) {
        if (asked.phrase && is_whole(token.kind)) continue;
        words.push_back(word(token, content && !asked.phrase, back_matter));
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
    const Query any = any_of(words, Query::OP_OR);
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

  Query concept_query(const Concept& asked, bool back_matter) const {
    const Wording& typed = asked.alternatives.front().wordings.front();
    // Where no article has what was typed, a part of another name for it is a chance hit.
    const bool is_held = std::ranges::any_of(
        typed.tokens, [&](const QuestionToken& token) { return occurs(token.stem); });
    std::vector<Query> alternatives;
    alternatives.reserve(asked.alternatives.size());
    for (const Alternative& one : asked.alternatives) {
      const bool equivalent = one.via == Via::equivalent || one.via == Via::abbreviation;
      const Query query = alternative(one, !asked.says_little, back_matter, equivalent && !is_held);
      alternatives.push_back(equivalent ? instead_of(typed, one, query)
                             : one.via == Via::spelling
                                 ? scaled(query, weights_[Weight::correction])
                                 : query);
    }
    const Query query = any_of(alternatives, Query::OP_OR);
    return asked.emphasis == 1 ? query : scaled(query, asked.emphasis);
  }

  // All words of a filter's value, in any language's analysis; stems for text fields, forms for
  // names. Whether they stand together is checked on the text.
  Query field_words(Field field, const Term& term, bool stems) {
    std::vector<Query> wordings;
    for (const Wording& wording : analyser_.analyse(term).wordings) {
      std::vector<Query> words;
      words.reserve(wording.tokens.size());
      for (const QuestionToken& token : wording.tokens) {
        if (is_whole(token.kind)) continue;
        words.emplace_back(prefixed(field, stems ? token.stem : token.form));
      }
      wordings.push_back(any_of(words, Query::OP_AND));
    }
    return wordings.empty() ? Query::MatchNothing : any_of(wordings, Query::OP_OR);
  }

  // A document, or one passage of it: "DOCUMENT#n". A collection's own ids may hold a '#' too.
  Query document(const std::string& id) const {
    const std::size_t hash = id.rfind('#');
    Query whole(document_term(index_.stored_id(id)));
    if (hash == std::string::npos) return whole;
    const std::string digits = id.substr(hash + 1);
    const double number =
        digits.empty() || digits.size() > 9 ? 0 : std::strtod(digits.c_str(), nullptr);
    const std::string value = Xapian::sortable_serialise(number);
    const Query passage(
        Query::OP_FILTER, Query(document_term(index_.stored_id(id.substr(0, hash)))),
        Query(Query::OP_VALUE_RANGE, static_cast<unsigned>(Slot::passage), value, value));
    return Query(Query::OP_OR, whole, passage);
  }

  Query field_value(QuestionField field, const Term& term) {
    switch (field) {
      case QuestionField::title:
        return field_words(Field::title, term, true);
      case QuestionField::heading:
        return field_words(Field::heading, term, true);
      case QuestionField::author:
        return field_words(Field::author, term, false);
      case QuestionField::source:
        return field_words(Field::source, term, false);
      case QuestionField::tag:
        return field_words(Field::tag, term, false);
      case QuestionField::language:
        return Query(prefixed(Field::language, term.text));
      case QuestionField::id:
        return document(term.text);
    }
    return Query::MatchNothing;
  }

  // An excluded word, in any language's analysis, in the body and in back matter; it has one token
  // in each.
  static Query excluded_word(const Alternative& asked) {
    std::vector<Query> words;
    for (const Wording& wording : asked.wordings) {
      const std::string& stem = wording.tokens.front().stem;
      words.emplace_back(stem);
      words.emplace_back(prefixed(Field::back_matter, stem));
    }
    return any_of(words, Query::OP_OR);
  }

  Query filtered(Query query, const Question& question) {
    for (const FieldFilter& filter : question.filters.fields) {
      std::vector<Query> values;
      values.reserve(filter.any_of.size());
      for (const Term& term : filter.any_of) values.push_back(field_value(filter.field, term));
      query = Query(Query::OP_FILTER, query, any_of(values, Query::OP_OR));
    }
    if (question.filters.after)
      query = Query(Query::OP_FILTER, query,
                    Query(Query::OP_VALUE_GE, static_cast<unsigned>(Slot::date_last),
                          day_text(*question.filters.after)));
    if (question.filters.before)
      query = Query(Query::OP_FILTER, query,
                    Query(Query::OP_VALUE_RANGE, static_cast<unsigned>(Slot::date_first), "0",
                          day_text(*question.filters.before)));
    return query;
  }

 private:
  const Snapshot& index_;
  QuestionAnalyser& analyser_;
  const RankingWeights& weights_;
  bool sources_;
  double reference_share_;
};

bool is_one_word(const Alternative& asked) {
  return !asked.phrase &&
         std::all_of(asked.wordings.begin(), asked.wordings.end(),
                     [](const Wording& wording) { return wording.tokens.size() == 1; });
}

// Nothing when Xapian's own check of the field is enough.
std::optional<FieldCheck> check_of(QuestionField field, const std::vector<Term>& any_of,
                                   QuestionAnalyser& analyser) {
  if (field == QuestionField::language || field == QuestionField::id) return std::nullopt;
  if (std::ranges::none_of(any_of, &Term::phrase)) return std::nullopt;
  FieldCheck check{field, {}};
  for (const Term& term : any_of) check.any_of.push_back(analyser.analyse(term));
  return check;
}

void add_exclusions(Builder& builder, QuestionAnalyser& analyser, const Question& question,
                    MatchQuery& match) {
  for (const Exclusion& exclusion : question.exclusions) {
    if (exclusion.field) {
      if (auto check = check_of(*exclusion.field, {exclusion.term}, analyser)) {
        match.excluded_fields.push_back(*std::move(check));
        continue;
      }
      match.query = Query(Query::OP_AND_NOT, match.query,
                          builder.field_value(*exclusion.field, exclusion.term));
      continue;
    }
    Alternative asked = analyser.analyse(exclusion.term);
    if (asked.wordings.empty()) continue;
    if (is_one_word(asked)) {
      match.query = Query(Query::OP_AND_NOT, match.query, Builder::excluded_word(asked));
    } else {
      asked.phrase = true;  // "-low-back" leaves out the whole, not every "back"
      match.excluded.push_back(std::move(asked));
    }
  }
}

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

// "Cherkin" of "Cherkin 2011": a name that no body has.
bool stands_only_in_sources(const Snapshot& index, const Concept& asked) {
  const std::vector<QuestionToken>& typed = asked.alternatives.front().wordings.front().tokens;
  return std::ranges::all_of(typed, [&](const QuestionToken& token) {
    return !is_year(token) && token.form.size() >= kLeastSourceLetters &&
           index.passages_with(token.stem) == 0 &&
           index.passages_with(prefixed(Field::back_matter, token.stem)) > 0;
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
  const bool ask_sources = back_matter || asks_for_source(concepts);
  match.names_source = asks_for_source(concepts) && match.unknown.empty() &&
                       std::ranges::any_of(concepts, [&](const Concept& one) {
                         return stands_only_in_sources(index, one);
                       });
  // "bitcoin price" asks for no author of that name.
  Builder builder(index, analyser, weights, match.unknown.empty(), match.names_source);
  std::vector<Query> asked;
  std::vector<Query> required;
  bool only_question_words = true;
  bool nothing_known = true;  // but question words
  for (const Concept& one : concepts) {
    asked.push_back(builder.concept_query(one, ask_sources));
    if (one.required) {
      required.push_back(asked.back());
      match.required.push_back(one);
    }
    nothing_known = nothing_known && (one.says_little || occurs_nowhere(index, one));
    only_question_words = only_question_words && one.says_little;
  }
  if (asked.empty()) {
    // Filters alone: everything they let through, without back matter unless a document is named.
    match.query = names_a_document(question)
                      ? Query(Query::MatchAll)
                      : Query(Query::OP_AND_NOT, Query::MatchAll,
                              Query(std::string(prefix_of(Field::back_matter))));
  } else if (nothing_known && !only_question_words) {
    match.query = Query::MatchNothing;  // "best" alone answers no "best xylophone"
  } else {
    match.query = any_of(asked, Query::OP_OR);
  }
  for (const Query& one : required) match.query = Query(Query::OP_FILTER, match.query, one);
  match.query = builder.filtered(match.query, question);
  for (const FieldFilter& filter : question.filters.fields)
    if (auto check = check_of(filter.field, filter.any_of, analyser))
      match.required_fields.push_back(*std::move(check));
  add_exclusions(builder, analyser, question, match);
  return match;
}

}  // namespace palpate
