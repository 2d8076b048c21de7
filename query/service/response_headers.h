// The header fields that every response has, and compression.
#pragma once

#include "service/http.h"
#include "service/visit.h"

namespace palpate {

// Content-Security-Policy and its like, Vary, Cache-Control where none is set.
void add_usual_headers(const Visit& visit, HttpResponse& response);

// With gzip, where the client takes it and the content is long enough to gain by it.
void compress(const RequestHeaders& headers, HttpResponse& response);

}  // namespace palpate
