// The notes of an answer, in the interface's language. An Answer's notes are English sentences for
// a terminal; the page says them without command line options, and knows which of them it shows in
// a place of their own.
#pragma once

#include <string>
#include <string_view>

#include "service/page/interface_texts.h"

namespace palpate::html {

enum class NoteKind {
  told,        // any other
  correction,  // a word was read as another
  closest,     // no hit is about what was asked
  other,       // a sentence that the page does not know: shown as it is, in English
};

struct PageNote {
  NoteKind kind = NoteKind::other;
  std::string text;
};

PageNote page_note(std::string_view note, const InterfaceTexts& say);

}  // namespace palpate::html
