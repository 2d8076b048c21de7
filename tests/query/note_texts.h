// What notes say, for tests that look for words in them.
#pragma once

#include <string>
#include <vector>

#include "palpate/answer.h"

namespace palpate {

inline std::vector<std::string> texts_of(const std::vector<Note>& notes) {
  std::vector<std::string> texts;
  texts.reserve(notes.size());
  for (const Note& note : notes) texts.push_back(text_of(note));
  return texts;
}

}  // namespace palpate
