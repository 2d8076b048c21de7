// An Answer as text for a terminal, and as JSON for programs. Pure functions: nothing here prints.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "palpate/answer.h"
#include "palpate/searcher.h"

namespace palpate {

struct TerminalStyle {
  std::size_t width = 80;  // in display columns; lines are wrapped there; 0: never
  bool colour = false;     // ANSI colours and bold; without it marks are shown as *word*
};

// The whole answer, ready to print, ending in a line break.
std::string render_terminal(const Answer& answer, const TerminalStyle& style);

// One JSON object on one line, without a line break: version 1 of docs/json.md. `id` is the
// question's own id in a batch, "" to leave it out.
std::string render_json(const Answer& answer, std::string_view id);

}  // namespace palpate
