#pragma once

#include <string_view>

namespace palpate {

// Writes a whole response with a problem document to a socket that is then closed, as far as the
// socket takes it without waiting.
void send_canned_problem(int descriptor, int status, std::string_view detail);

}  // namespace palpate
