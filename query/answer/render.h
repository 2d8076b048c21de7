// An Answer as text for a terminal; palpate/json.h has it as JSON. Pure functions: nothing here
// prints.
#pragma once

#include <cstddef>
#include <string>

#include "palpate/answer.h"
#include "palpate/json.h"

namespace palpate {

struct TerminalStyle {
  std::size_t width = 80;  // in display columns; lines are wrapped there; 0: never
  bool colour = false;     // ANSI colours and bold; without it marks are shown as *word*
};

// The whole answer, ready to print, ending in a line break.
std::string render_terminal(const Answer& answer, const TerminalStyle& style);

}  // namespace palpate
