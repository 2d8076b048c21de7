#include "answer/nothing_found.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ranking/match.h"

namespace palpate {
namespace {

// Each part that might be dropped is a question of its own: of more parts nobody reads.
constexpr std::size_t kMostVariants = 8;
constexpr std::size_t kMostFieldNotes = 8;
// Bytes of what was typed that a note repeats.
constexpr std::size_t kMostRepeated = 100;

std::string shortened(const std::string& typed) {
  if (typed.size() <= kMostRepeated) return typed;
  std::size_t end = kMostRepeated;
  while (end > 0 && (static_cast<unsigned char>(typed[end]) & 0xC0U) == 0x80) --end;
  return typed.substr(0, end) + "…";
}

std::string as_typed(const Term& term) {
  const std::string text = shortened(term.text);
  return term.phrase ? "\"" + text + "\"" : text;
}

std::size_t count_matches(const Snapshot& index, QuestionAnalyser& analyser,
                          const Question& question, const RankingWeights& weights,
                          Deadline deadline) {
  std::vector<Concept> concepts = analyser.concepts(question);
  if (concepts.empty() && question.filters.empty()) return 0;
  // Beside what must be there the rest only ranks.
  if (std::ranges::any_of(concepts, &Concept::required))
    std::erase_if(concepts, [](const Concept& asked) { return !asked.required; });
  MatchQuery query = build_query(index, analyser, question, concepts, weights, false);
  query.deadline = deadline;
  return find_matches(index, analyser, query, weights, 1).total;
}

// What a note says of a part of the question, and the question without it.
using Variant = std::pair<Note, Question>;

template <class List, class Name>
void each_dropped(const Question& question, List Question::*member, Name&& name,
                  std::vector<Variant>& variants) {
  for (std::size_t i = 0; i < (question.*member).size() && variants.size() < kMostVariants; ++i) {
    const std::string part = name((question.*member)[i]);
    if (part.empty()) continue;
    Question without = question;
    (without.*member).erase((without.*member).begin() + static_cast<std::ptrdiff_t>(i));
    variants.emplace_back(Note{NoteKind::without_part, {part}}, std::move(without));
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
  for (std::size_t i = 0; i < question.filters.fields.size() && variants.size() < kMostVariants;
       ++i) {
    Question without = question;
    const FieldFilter& filter = question.filters.fields[i];
    without.filters.fields.erase(without.filters.fields.begin() + static_cast<std::ptrdiff_t>(i));
    const std::string name = std::string(name_of(filter.field)) + ":";
    variants.emplace_back(Note{NoteKind::without_part, {name + as_typed(filter.any_of.front())}},
                          std::move(without));
    if (std::ranges::none_of(filter.any_of, &Term::phrase)) continue;
    Question unquoted = question;
    for (Term& term : unquoted.filters.fields[i].any_of) term.phrase = false;
    variants.emplace_back(Note{NoteKind::without_field_quotes, {name}}, std::move(unquoted));
  }
  for (const auto& [name, member] :
       {std::pair{"after:", &Filters::after}, std::pair{"before:", &Filters::before}}) {
    if (!(question.filters.*member)) continue;
    Question without = question;
    (without.filters.*member).reset();
    variants.emplace_back(Note{NoteKind::without_part, {name}}, std::move(without));
  }
  for (std::size_t i = 0; i < question.clauses.size() && variants.size() < kMostVariants; ++i) {
    if (!question.clauses[i].alternatives.front().phrase) continue;
    Question unquoted = question;
    for (Term& term : unquoted.clauses[i].alternatives) term.phrase = false;
    variants.emplace_back(
        Note{NoteKind::without_quotes, {shortened(question.clauses[i].alternatives.front().text)}},
        std::move(unquoted));
  }
  return variants;
}

// Nothing for a field of which nothing is said.
std::optional<NoteKind> what_lacks(QuestionField field) {
  switch (field) {
    case QuestionField::title:
      return NoteKind::title_missing;
    case QuestionField::author:
      return NoteKind::author_missing;
    case QuestionField::source:
      return NoteKind::source_missing;
    case QuestionField::tag:
      return NoteKind::tag_missing;
    case QuestionField::id:
      return NoteKind::id_missing;
    case QuestionField::heading:
    case QuestionField::language:
      break;
  }
  return std::nullopt;
}

}  // namespace

Note language_note(const std::string& asked,
                   const std::vector<std::pair<std::string, std::size_t>>& held) {
  Note note{NoteKind::language_missing, {asked}};
  for (const auto& [language, passages] : held) {
    note.words.push_back(language);
    note.words.push_back(std::to_string(passages));
  }
  return note;
}

std::vector<Note> field_notes(const Snapshot& index, QuestionAnalyser& analyser,
                              const Question& question, const RankingWeights& weights,
                              Deadline deadline) {
  std::vector<Note> notes;
  for (const FieldFilter& filter : question.filters.fields) {
    const std::optional<NoteKind> lacks = what_lacks(filter.field);
    if (!lacks) continue;
    for (const Term& value : filter.any_of) {
      const Note note{*lacks, {shortened(value.text)}};
      if (notes.size() == kMostFieldNotes) return notes;
      if (std::ranges::find(notes, note) != notes.end()) continue;
      Question alone;
      alone.filters.fields.push_back({filter.field, {value}});
      if (count_matches(index, analyser, alone, weights, deadline) == 0) notes.push_back(note);
    }
  }
  return notes;
}

std::vector<Note> what_to_drop(const Snapshot& index, QuestionAnalyser& analyser,
                               const Question& question, const RankingWeights& weights,
                               Deadline deadline) {
  std::vector<Note> advice;
  for (auto& [note, without] : variants_of(question)) {
    const std::size_t count = count_matches(index, analyser, without, weights, deadline);
    if (count == 0) continue;
    note.words.push_back(std::to_string(count));
    advice.push_back(std::move(note));
  }
  return advice;
}

}  // namespace palpate
