#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "answer/nothing_found.h"
#include "question/question.h"
#include "service/page/notes.h"

namespace palpate::html {
namespace {

// What the reading side says, made by the functions that say it.
std::vector<std::string> notes_of_answers() {
  return {correction_note({.typed = "sciatca", .read_as = "sciatica"}),
          unknown_note({"zzyzx"}),
          unknown_note({"a", "b", "c"}),
          closest_note({"kidney", "liver"}),
          nothing_asked_note(),
          nothing_to_find_note(true),
          nothing_to_find_note(false),
          undated_note(1),
          undated_note(1200),
          language_note("fr", {{"en", 1400}, {"de", 1}}),
          language_note("fr", {})};
}

std::vector<std::string> notes_of_questions() {
  std::vector<std::string> notes;
  for (const std::string question :
       {R"("frozen shoulder)", "OR pain", "colour:red pain", "source: pain", "lang:zzzz pain",
        "after:soon pain", "after:2024-13 pain", "-after:2020 pain", "after:2024 before:2020 pain",
        "bad \xff byte"}) {
    for (const std::string& note : parse_question(question).notes) notes.push_back(note);
  }
  for (const std::string& note : parse_question(std::string(20'000, 'a')).notes)
    notes.push_back(note);
  return notes;
}

TEST(PageNotes, KnowsEveryNoteOfAnAnswerInEachLanguage) {
  std::vector<std::string> notes = notes_of_answers();
  for (const std::string& note : notes_of_questions()) notes.push_back(note);
  EXPECT_GE(notes.size(), 20U);
  for (const std::string_view language : {"en", "es"}) {
    const InterfaceTexts say(language);
    for (const std::string& note : notes) {
      const PageNote shown = page_note(note, say);
      EXPECT_NE(shown.kind, NoteKind::other) << note;
      EXPECT_EQ(shown.text.find("--"), std::string::npos) << shown.text;
      EXPECT_EQ(shown.text.find('{'), std::string::npos) << shown.text;
      if (language == "es") {
        EXPECT_NE(shown.text, note);
      }
    }
  }
}

TEST(PageNotes, SaysThemInTheReadersLanguage) {
  struct Case {
    std::string note, english, spanish;
  };
  const std::vector<Case> cases = {
      {"Without -surgery 12 passages match.", "Without -surgery there are 12 passages.",
       "Sin -surgery hay 12 pasajes."},
      {R"(Without source:"a b" 1 passage matches.)", R"(Without source:"a b" there is 1 passage.)",
       R"(Sin source:"a b" hay 1 pasaje.)"},
      {"Without the quotes around frozen shoulder 3 passages match.",
       "Without the quotes around “frozen shoulder” there are 3 passages.",
       "Sin las comillas de «frozen shoulder» hay 3 pasajes."},
      {"No article here is in “fr”; this index holds en (1400 passages), de (1).",
       "No article here is in “fr”. Languages here: en (1400 passages), de (1).",
       "Ningún artículo está en «fr». Idiomas que hay: en (1400 pasajes), de (1)."},
      {"No article is by “Moor”.", "No article is by “Moor”.", "Ningún artículo es de «Moor»."}};
  for (const Case& one : cases) {
    EXPECT_EQ(page_note(one.note, InterfaceTexts("en")).text, one.english);
    EXPECT_EQ(page_note(one.note, InterfaceTexts("es")).text, one.spanish);
  }
}

TEST(PageNotes, LeavesWhatItDoesNotKnowAsItIs) {
  for (const std::string note : {"", "*", "{0}", "Something new.", "No article holds "}) {
    const PageNote shown = page_note(note, InterfaceTexts("es"));
    EXPECT_EQ(shown.kind, NoteKind::other) << note;
    EXPECT_EQ(shown.text, note);
  }
}

TEST(PageNotes, FillsNothingIntoWhatWasFilledIn) {
  EXPECT_EQ(page_note("No article is by “{0}{1}”.", InterfaceTexts("en")).text,
            "No article is by “{0}{1}”.");
}

}  // namespace
}  // namespace palpate::html
