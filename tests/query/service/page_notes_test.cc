#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "service/page/notes.h"

namespace palpate::html {
namespace {

// One of each kind, with as many words as any has.
std::vector<Note> one_of_each() {
  std::vector<Note> notes;
  for (int kind = 0; kind <= static_cast<int>(NoteKind::misplaced_or); ++kind)
    notes.push_back({static_cast<NoteKind>(kind), {"knee", "17", "3"}});
  return notes;
}

TEST(PageNotes, SaysEveryNoteInEachLanguage) {
  for (const Note& note : one_of_each()) {
    const std::string english = note_text(note, InterfaceTexts("en"));
    const std::string spanish = note_text(note, InterfaceTexts("es"));
    EXPECT_NE(english, "");
    EXPECT_NE(spanish, english) << english;
    for (const std::string& text : {english, spanish}) {
      // The page has no options of a command line, and no place of a value is left.
      EXPECT_EQ(text.find("--"), std::string::npos) << text;
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
    }
  }
}

TEST(PageNotes, SaysThemInTheReadersLanguage) {
  struct Case {
    Note note;
    std::string english, spanish;
  };
  const std::vector<Case> cases = {
      {{NoteKind::without_part, {"-surgery", "12"}},
       "Without -surgery there are 12 passages.",
       "Sin -surgery hay 12 pasajes."},
      {{NoteKind::without_part, {R"(source:"a b")", "1"}},
       R"(Without source:"a b" there is 1 passage.)",
       R"(Sin source:"a b" hay 1 pasaje.)"},
      {{NoteKind::without_quotes, {"frozen shoulder", "3"}},
       "Without the quotes around “frozen shoulder” there are 3 passages.",
       "Sin las comillas de «frozen shoulder» hay 3 pasajes."},
      {{NoteKind::language_missing, {"fr", "en", "1400", "de", "1"}},
       "No article here is in “fr”. Languages here: English (1400), German (1).",
       "Ningún artículo está en «fr». Idiomas que hay: inglés (1400), alemán (1)."},
      {{NoteKind::language_missing, {"fr"}},
       "No article here is in “fr”; of none the language is known.",
       "Ningún artículo está en «fr»; de ninguno se conoce el idioma."},
      {{NoteKind::unknown_words, {"a", "b", "c"}},
       "No article holds “a”, “b” or “c”.",
       "Ningún artículo contiene «a», «b» o «c»."},
      {{NoteKind::undated, {"1"}},
       "1 article without a date is left out.",
       "Se omite 1 artículo sin fecha."},
      {{NoteKind::author_missing, {"Moor"}},
       "No article is by “Moor”.",
       "Ningún artículo es de «Moor»."}};
  for (const Case& one : cases) {
    EXPECT_EQ(note_text(one.note, InterfaceTexts("en")), one.english);
    EXPECT_EQ(note_text(one.note, InterfaceTexts("es")), one.spanish);
  }
}

// A person's words may look like anything.
TEST(PageNotes, FillsNothingIntoWhatWasFilledIn) {
  EXPECT_EQ(note_text({NoteKind::author_missing, {"{0}{1}"}}, InterfaceTexts("en")),
            "No article is by “{0}{1}”.");
  EXPECT_EQ(note_text({NoteKind::spelling, {"”; read as “", "knee"}}, InterfaceTexts("en")),
            "No article holds “”; read as “”: it was read as “knee”.");
}

// Those that lack words lack them in what is said.
TEST(PageNotes, NeedNoWords) {
  for (Note note : one_of_each()) {
    note.words.clear();
    EXPECT_NE(note_text(note, InterfaceTexts("es")), "");
    EXPECT_NE(text_of(note), "");
    EXPECT_NE(name_of(note.kind), "");
  }
}

}  // namespace
}  // namespace palpate::html
