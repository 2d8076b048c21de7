#include "ranking/conditions.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "ranking/query_forms.h"
#include "store/fields.h"
#include "store/keys.h"

namespace palpate {
namespace {

using Xapian::Query;

std::string day_text(const std::chrono::year_month_day& day) {
  std::array<char, 16> text{};
  const int size =
      std::snprintf(text.data(), text.size(), "%04d%02u%02u", static_cast<int>(day.year()),
                    static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

class Conditions {
 public:
  Conditions(const Snapshot& index, QuestionAnalyser& analyser)
      : index_(index), analyser_(analyser) {}

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

void add_exclusions(Conditions& conditions, QuestionAnalyser& analyser, const Question& question,
                    MatchQuery& match) {
  for (const Exclusion& exclusion : question.exclusions) {
    if (exclusion.field) {
      if (auto check = check_of(*exclusion.field, {exclusion.term}, analyser)) {
        match.excluded_fields.push_back(*std::move(check));
        continue;
      }
      match.query = Query(Query::OP_AND_NOT, match.query,
                          conditions.field_value(*exclusion.field, exclusion.term));
      continue;
    }
    Alternative asked = analyser.analyse(exclusion.term);
    if (asked.wordings.empty()) continue;
    if (is_one_word(asked)) {
      match.query = Query(Query::OP_AND_NOT, match.query, Conditions::excluded_word(asked));
    } else {
      asked.phrase = true;  // "-low-back" leaves out the whole, not every "back"
      match.excluded.push_back(std::move(asked));
    }
  }
}

}  // namespace

void add_conditions(const Snapshot& index, QuestionAnalyser& analyser, const Question& question,
                    MatchQuery& match) {
  Conditions conditions(index, analyser);
  match.query = conditions.filtered(match.query, question);
  for (const FieldFilter& filter : question.filters.fields)
    if (auto check = check_of(filter.field, filter.any_of, analyser))
      match.required_fields.push_back(*std::move(check));
  add_exclusions(conditions, analyser, question, match);
}

}  // namespace palpate
