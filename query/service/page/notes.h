// The notes of an answer, in the interface's language. The page says them without command line
// options, and knows which of them it shows in a place of their own.
#pragma once

#include <string>

#include "palpate/answer.h"
#include "service/page/interface_texts.h"

namespace palpate::html {

std::string note_text(const Note& note, const InterfaceTexts& say);

}  // namespace palpate::html
