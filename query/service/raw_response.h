#pragma once

#include "service/http.h"

namespace palpate {

// Writes a whole response to a socket that is then closed, past the library that else writes there,
// as far as the socket takes it without waiting.
void send_raw(int descriptor, const HttpResponse& response);

}  // namespace palpate
