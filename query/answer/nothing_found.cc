#include "answer/nothing_found.h"

#include <algorithm>
#include <utility>

#include "ranking/match.h"

namespace palpate {
namespace {

std::string passages(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " passage matches" : " passages match");
}

std::string as_typed(const Term& term) { return term.phrase ? "\"" + term.text + "\"" : term.text; }

// "“a”, “b” or “c”"
std::string any_of(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += "“" + words[i] + "”";
  }
  return list;
}

std::size_t count_matches(const Snapshot& index, QuestionAnalyser& analyser,
                          const Question& question, const RankingWeights& weights) {
  const std::vector<Concept> concepts = analyser.concepts(question);
  if (concepts.empty() && question.filters.empty()) return 0;
  return find_matches(index, analyser,
                      build_query(index, analyser, question, concepts, weights, false), weights, 1)
      .total;
}

// A part of the question, and the question without it.
using Variant = std::pair<std::string, Question>;

template <class List, class Name>
void each_dropped(const Question& question, List Question::*member, Name&& name,
                  std::vector<Variant>& variants) {
  for (std::size_t i = 0; i < (question.*member).size(); ++i) {
    const std::string part = name((question.*member)[i]);
    if (part.empty()) continue;
    Question without = question;
    (without.*member).erase((without.*member).begin() + static_cast<std::ptrdiff_t>(i));
    variants.emplace_back(part, std::move(without));
  }
}

std::vector<Variant> variants_of(const Question& question) {
  std::vector<Variant> variants;
  each_dropped(
      question, &Question::exclusions,
      [](const Exclusion& exclusion) {
        const std::string field =
            exclusion.field ? std::string(name_of(*exclusion.field)) + ":" : std::string();
        return "-" + field + as_typed(exclusion.term);
      },
      variants);
  for (std::size_t i = 0; i < question.filters.fields.size(); ++i) {
    Question without = question;
    const FieldFilter& filter = question.filters.fields[i];
    without.filters.fields.erase(without.filters.fields.begin() + static_cast<std::ptrdiff_t>(i));
    const std::string name = std::string(name_of(filter.field)) + ":";
    variants.emplace_back(name + as_typed(filter.any_of.front()), std::move(without));
    if (std::ranges::none_of(filter.any_of, &Term::phrase)) continue;
    Question unquoted = question;
    for (Term& term : unquoted.filters.fields[i].any_of) term.phrase = false;
    variants.emplace_back("the quotes behind " + name, std::move(unquoted));
  }
  for (const auto& [name, member] :
       {std::pair{"after:", &Filters::after}, std::pair{"before:", &Filters::before}}) {
    if (!(question.filters.*member)) continue;
    Question without = question;
    (without.filters.*member).reset();
    variants.emplace_back(name, std::move(without));
  }
  for (std::size_t i = 0; i < question.clauses.size(); ++i) {
    if (!question.clauses[i].alternatives.front().phrase) continue;
    Question unquoted = question;
    for (Term& term : unquoted.clauses[i].alternatives) term.phrase = false;
    variants.emplace_back("the quotes around " + question.clauses[i].alternatives.front().text,
                          std::move(unquoted));
  }
  return variants;
}

// "" for a field of which nothing is said.
std::string_view what_lacks(QuestionField field) {
  switch (field) {
    case QuestionField::title:
      return "No article has this in its title:";
    case QuestionField::author:
      return "No article is by";
    case QuestionField::source:
      return "No article is from";
    case QuestionField::tag:
      return "No article has the tag";
    case QuestionField::id:
      return "Nothing here has the id";
    case QuestionField::heading:
    case QuestionField::language:
      break;
  }
  return {};
}

}  // namespace

std::string nothing_asked_note() { return "Nothing was asked."; }

std::string nothing_to_find_note(bool excludes) {
  return excludes ? "Only what to leave out was named; name something to look for as well."
                  : "There is no word to look for in the question.";
}

std::string undated_note(std::size_t articles) {
  return articles == 1 ? "1 article without a date is left out."
                       : std::to_string(articles) + " articles without a date are left out.";
}

std::string correction_note(const Correction& correction) {
  return "No article holds “" + correction.typed + "”; read as “" + correction.read_as +
         "”. Quotes or --exact leave it as typed.";
}

std::string unknown_note(const std::vector<std::string>& words) {
  return "No article holds " + any_of(words) + ".";
}

std::string closest_note(const std::vector<std::string>& focus) {
  return "Nothing here is about " + any_of(focus) + "; closest:";
}

std::string language_note(const std::string& asked,
                          const std::vector<std::pair<std::string, std::size_t>>& held) {
  std::string note = "No article here is in “" + asked + "”; this index holds ";
  if (held.empty()) return note + "none whose language is known.";
  for (const auto& [language, passages] : held) {
    const bool first = language == held.front().first;
    note.append(first ? "" : ", ").append(language).append(" (").append(std::to_string(passages));
    note += !first ? ")" : passages == 1 ? " passage)" : " passages)";
  }
  return note + ".";
}

std::vector<std::string> field_notes(const Snapshot& index, QuestionAnalyser& analyser,
                                     const Question& question, const RankingWeights& weights) {
  std::vector<std::string> notes;
  for (const FieldFilter& filter : question.filters.fields) {
    const std::string_view lacks = what_lacks(filter.field);
    if (lacks.empty()) continue;
    for (const Term& value : filter.any_of) {
      Question alone;
      alone.filters.fields.push_back({filter.field, {value}});
      if (count_matches(index, analyser, alone, weights) == 0)
        notes.push_back(std::string(lacks) + " “" + value.text + "”.");
    }
  }
  return notes;
}

std::vector<std::string> what_to_drop(const Snapshot& index, QuestionAnalyser& analyser,
                                      const Question& question, const RankingWeights& weights) {
  std::vector<std::string> advice;
  for (const auto& [part, without] : variants_of(question)) {
    const std::size_t count = count_matches(index, analyser, without, weights);
    if (count != 0) advice.push_back("Without " + part + " " + passages(count) + ".");
  }
  return advice;
}

}  // namespace palpate
