#include "answer/answering.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "answer/compose.h"
#include "answer/nothing_found.h"
#include "answer/page_of_hits.h"
#include "ranking/asked_sources.h"
#include "ranking/explain.h"
#include "ranking/focus.h"
#include "ranking/index_languages.h"
#include "ranking/match.h"
#include "ranking/understand.h"

namespace palpate {
namespace {

// The other words of what was not typed, which say what is meant only together.
std::vector<std::string> words_beside(const Alternative& alternative, const Wording& wording,
                                      const QuestionToken& word) {
  std::vector<std::string> beside;
  if (alternative.via != Via::equivalent && alternative.via != Via::abbreviation) return beside;
  for (const QuestionToken& token : wording.tokens)
    if (!is_whole(token.kind) && !is_whole(word.kind) && token.stem != word.stem)
      beside.push_back(token.stem);
  return beside;
}

MarkedWords words_to_mark(const std::vector<Concept>& concepts, const RankingWeights& weights) {
  MarkedWords words;
  for (const Concept& asked : concepts) {
    for (const Alternative& alternative : asked.alternatives) {
      if (alternative.phrase) {
        words.phrases.push_back(alternative);
        continue;
      }
      const double share = asked.emphasis * share_of(alternative, weights);
      for (const Wording& wording : alternative.wordings)
        for (const QuestionToken& token : wording.tokens)
          words.stems.emplace(
              token.stem,
              MarkedWords::Word{
                  alternative.via == Via::word ? token.form : asked.alternatives.front().text,
                  token.form, share * token.rarity, alternative.via,
                  words_beside(alternative, wording, token)});
    }
  }
  return words;
}

Matches matches_for_page(const Answering& with, const Understood& asked, const Request& request,
                         std::vector<Hit>& hits, std::vector<std::string>& held_twice) {
  PageOfHits page = page_of_hits(
      with, request, words_to_mark(asked.concepts, with.weights), [&](std::size_t count) {
        return rank(with.index, with.analyser, with.weights, asked, count);
      });
  hits = std::move(page.hits);
  held_twice = std::move(page.held_twice);
  return std::move(page.matches);
}

// A word that was read otherwise, as the hits write it most: words are compared without case and
// accents, so "ruckenschmerzen" is all that the index knows. As it is, where only its case differs.
std::string as_written(const Answering& with, const std::vector<Hit>& hits,
                       const std::string& word) {
  std::map<std::string, std::size_t> forms;
  for (const Hit& hit : hits) {
    const std::string& language = hit.article.language;
    Analyser& analyser =
        with.analyser.analyser(language.empty() ? AnalyserSettings{}.language : language);
    for (const Mark& mark : hit.marks) {
      if (mark.via != Via::spelling) continue;
      const std::string form(mark.range.of(hit.text));
      const bool has_accents = std::ranges::any_of(form, [](char c) { return (c & 0x80) != 0; });
      const auto tokens = analyser.analyse(form);
      if (has_accents && !tokens.empty() && tokens.front().form == word) ++forms[form];
    }
  }
  const auto most =
      std::ranges::max_element(forms, {}, [](const auto& form) { return form.second; });
  return most == forms.end() ? word : most->first;
}

// `focus` is what another note says of the words that occur nowhere.
std::vector<Note> notes(const Answering& with, const Understood& asked, const Matches& matches,
                        const std::vector<Hit>& hits, const std::vector<std::string>& focus) {
  std::vector<Note> notes = asked.question.notes;
  const bool dated = asked.question.filters.after || asked.question.filters.before;
  if (dated) {
    const std::size_t undated = count_undated(with.index, with.analyser, asked.question,
                                              asked.concepts, with.weights, with.deadline);
    if (undated != 0) notes.push_back({NoteKind::undated, {std::to_string(undated)}});
  }
  for (const Correction& correction : asked.corrections)
    notes.push_back(
        {NoteKind::spelling, {correction.typed, as_written(with, hits, correction.read_as)}});
  std::vector<std::string> unknown = asked.query.unknown;
  std::erase_if(unknown, [&](const auto& word) { return std::ranges::count(focus, word) != 0; });
  if (!unknown.empty()) notes.push_back({NoteKind::unknown_words, unknown});
  if (matches.total == 0) {
    for (Note& advice :
         what_to_drop(with.index, with.analyser, asked.question, with.weights, with.deadline))
      notes.push_back(std::move(advice));
  }
  return notes;
}

// Says which language that was asked for no article is in.
void add_language_notes(const Answering& with, const Question& question, std::vector<Note>& notes) {
  const bool by_field = std::ranges::any_of(question.filters.fields, [](const FieldFilter& filter) {
    return filter.field == QuestionField::language;
  });
  if (with.asked_in.empty() && !by_field) return;
  const auto held = with.index.languages();
  const auto check = [&](const std::string& asked, const auto& among) {
    const auto found = std::ranges::find(among, asked, [](const auto& one) { return one.first; });
    if (found == among.end()) notes.push_back(language_note(asked, held));
  };
  if (!with.asked_in.empty()) check(with.asked_in, analysed_languages(with.index));
  for (const FieldFilter& filter : question.filters.fields) {
    if (filter.field != QuestionField::language) continue;
    for (const Term& language : filter.any_of)
      if (language.text != with.asked_in) check(language.text, held);
  }
}

std::vector<OtherNames> other_names(const std::vector<Concept>& concepts) {
  std::vector<OtherNames> list;
  for (const Concept& asked : concepts) {
    OtherNames others{asked.alternatives.front().text, {}};
    for (const Alternative& alternative : asked.alternatives) {
      if (alternative.via == Via::equivalent || alternative.via == Via::abbreviation)
        others.names.push_back(alternative.text);
    }
    if (!others.names.empty()) list.push_back(std::move(others));
  }
  return list;
}

}  // namespace

Answer answer_question(const Answering& with, const Request& request) {
  const auto understood = [&](bool back_matter) {
    return understand(with.index, with.analyser, with.weights, request.question,
                      {.back_matter = back_matter,
                       .exact = request.exact,
                       .filters = request.filters,
                       .deadline = with.deadline});
  };
  Answer answer;
  answer.question = request.question;
  Understood asked = understood(false);
  std::vector<std::string> held_twice;
  Matches matches = matches_for_page(with, asked, request, answer.hits, held_twice);
  if (matches.total == 0 && may_name_a_source(asked.concepts, asked.query.unknown)) {
    Understood again = understood(true);
    matches = matches_for_page(with, again, request, answer.hits, held_twice);
    if (matches.total != 0) asked = std::move(again);
  }
  answer.total = matches.total;
  answer.exact = matches.exact;
  const std::vector<std::string> focus = missing_focus(with.index, asked, matches);
  answer.notes = notes(with, asked, matches, answer.hits, focus);
  if (!held_twice.empty())
    answer.notes.insert(answer.notes.begin(), {NoteKind::held_twice, std::move(held_twice)});
  if (request.question.find_first_not_of(" \t\r\n") == std::string::npos && request.filters.empty())
    answer.notes.push_back({NoteKind::nothing_asked});
  else if (asked.concepts.empty() && asked.question.filters.empty())
    answer.notes.push_back(
        {asked.question.exclusions.empty() ? NoteKind::no_word : NoteKind::only_exclusions});
  add_language_notes(with, asked.question, answer.notes);
  std::ranges::move(
      field_notes(with.index, with.analyser, asked.question, with.weights, with.deadline),
      std::back_inserter(answer.notes));
  answer.other_names = other_names(asked.concepts);
  answer.closest = !focus.empty();
  if (answer.closest) answer.notes.push_back({NoteKind::closest, focus});
  if (request.explain) {
    answer.explain = explain_question(asked, matches, with.weights);
    explain_hits(with.index, asked, matches, with.weights, answer.hits);
  }
  return answer;
}

}  // namespace palpate
