// What the notes of an answer are called in JSON, and say in English.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "palpate/answer.h"

namespace palpate {
namespace {

// "{0}" and "{1}" stand for words of the note.
struct NoteDefinition {
  NoteKind kind;
  std::string_view name, english;
};

constexpr auto kNotes = std::to_array<NoteDefinition>({
    {NoteKind::part_left_out, "part_left_out", "A part of the index is left out: {0}."},
    {NoteKind::held_twice, "held_twice",
     "More than one part of the index holds {0}: what is shown is from the first."},
    {NoteKind::nothing_asked, "nothing_asked", "Nothing was asked."},
    {NoteKind::only_exclusions, "only_exclusions",
     "Only what to leave out was named; name something to look for as well."},
    {NoteKind::no_word, "no_word", "There is no word to look for in the question."},
    {NoteKind::undated, "undated", "{0} articles without a date are left out."},
    {NoteKind::spelling, "spelling",
     "No article holds “{0}”; read as “{1}”. Quotes or --exact leave it as typed."},
    {NoteKind::unknown_words, "unknown_words", "No article holds {0}."},
    {NoteKind::closest, "closest", "Nothing here is about {0}; closest:"},
    {NoteKind::language_missing, "language_missing",
     "No article here is in “{0}”; this index holds {1}."},
    {NoteKind::title_missing, "title_missing", "No article has this in its title: “{0}”."},
    {NoteKind::author_missing, "author_missing", "No article is by “{0}”."},
    {NoteKind::source_missing, "source_missing", "No article is from “{0}”."},
    {NoteKind::tag_missing, "tag_missing", "No article has the tag “{0}”."},
    {NoteKind::id_missing, "id_missing", "Nothing here has the id “{0}”."},
    {NoteKind::without_part, "without_part", "Without {0} {1}."},
    {NoteKind::without_quotes, "without_quotes", "Without the quotes around {0} {1}."},
    {NoteKind::without_field_quotes, "without_field_quotes", "Without the quotes behind {0} {1}."},
    {NoteKind::nothing_alike, "nothing_alike", "No other article is like “{0}”."},
    {NoteKind::long_message, "long_message",
     "In a long message words in quotes count like others."},
    {NoteKind::question_cut, "question_cut",
     "The question is very long: only its first {0} bytes were used."},
    {NoteKind::words_cut, "words_cut",
     "The question is very long: only its {0} weightiest words were asked."},
    {NoteKind::quoted_words_cut, "quoted_words_cut",
     "Of what stands in quotes only the first {0} words were asked."},
    {NoteKind::conditions_cut, "conditions_cut",
     "The question has very many conditions: only the first {0} of a kind were used."},
    {NoteKind::not_text, "not_text",
     "The question held bytes that are not text; they were taken as blanks."},
    {NoteKind::lone_quote, "lone_quote",
     "A quotation mark has no partner; the words at it were taken as plain words."},
    {NoteKind::no_such_dates, "no_such_dates", "No date lies from {0} to {1}: nothing can match."},
    {NoteKind::unknown_field, "unknown_field",
     "There is no field \"{0}\"; it was taken as words. The fields are title, heading, author, "
     "source, lang, tag, id, after and before."},
    {NoteKind::empty_field, "empty_field",
     "\"{0}\" is followed by nothing; it was taken as a word."},
    {NoteKind::not_to_be_left_out, "not_to_be_left_out",
     "\"{0}\" cannot be left out; it was taken as words."},
    {NoteKind::no_language_code, "no_language_code",
     "\"{0}\" names no language by its code, as lang:en does; it was taken as words."},
    {NoteKind::impossible_date, "impossible_date",
     "\"{0}\" names a date that does not exist; it was taken as words."},
    {NoteKind::no_date, "no_date",
     "\"{0}\" is no date as 2020, 2020-06 or 2020-06-15 are; it was taken as words."},
    {NoteKind::misplaced_or, "misplaced_or",
     "OR stands between two words or phrases, or two values of one field; here it was taken as "
     "the word \"or\"."},
});

constexpr bool in_order() {
  for (std::size_t i = 0; i < kNotes.size(); ++i)
    if (kNotes.at(i).kind != static_cast<NoteKind>(i)) return false;
  return true;
}
static_assert(in_order(), "one definition a kind, in their order");

const NoteDefinition& definition_of(NoteKind kind) {
  return kNotes.at(std::min(static_cast<std::size_t>(kind), kNotes.size() - 1));
}

std::string word_of(const Note& note, std::size_t place) {
  return place < note.words.size() ? note.words[place] : std::string();
}

// "“a”, “b” or “c”"
std::string listed(const std::vector<std::string>& words, std::string_view last) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? last : ", ";
    list.append("“").append(words[i]).append("”");
  }
  return list;
}

// "en (120 passages), de (3)" of the words behind the language that was asked for.
std::string languages_of(const Note& note) {
  std::string list;
  for (std::size_t i = 1; i + 1 < note.words.size(); i += 2) {
    list.append(i == 1 ? "" : ", ").append(note.words[i]).append(" (").append(note.words[i + 1]);
    list += i > 1 ? ")" : note.words[i + 1] == "1" ? " passage)" : " passages)";
  }
  return list.empty() ? "none whose language is known" : list;
}

// What "{0}" and "{1}" stand for.
std::array<std::string, 2> values_of(const Note& note) {
  switch (note.kind) {
    case NoteKind::unknown_words:
    case NoteKind::closest:
      return {listed(note.words, " or "), {}};
    case NoteKind::held_twice:
      return {listed(note.words, " and "), {}};
    case NoteKind::language_missing:
      return {word_of(note, 0), languages_of(note)};
    case NoteKind::without_part:
    case NoteKind::without_quotes:
    case NoteKind::without_field_quotes:
      return {word_of(note, 0), word_of(note, 1) + (word_of(note, 1) == "1" ? " passage matches"
                                                                            : " passages match")};
    default:
      return {word_of(note, 0), word_of(note, 1)};
  }
}

}  // namespace

std::string_view name_of(NoteKind kind) { return definition_of(kind).name; }

std::string text_of(const Note& note) {
  if (note.kind == NoteKind::undated && word_of(note, 0) == "1")
    return "1 article without a date is left out.";
  const std::string_view pattern = definition_of(note.kind).english;
  const std::array<std::string, 2> values = values_of(note);
  std::string text;
  for (std::size_t i = 0; i < pattern.size();) {
    const bool value = pattern[i] == '{';
    if (value)
      text += values.at(pattern[i + 1] == '0' ? 0 : 1);
    else
      text += pattern[i];
    i += value ? 3 : 1;
  }
  return text;
}

}  // namespace palpate
