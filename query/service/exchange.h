// One request and its response on a connection of libmicrohttpd.
#pragma once

#include <microhttpd.h>

#include <memory>
#include <string>

#include "service/connections.h"
#include "service/http.h"

namespace palpate {

struct Exchange {
  Connections::Connection* connection = nullptr;
  HttpRequest request;
  HttpResponse response;
  bool has_response = false;
  bool headers_read = false;
  std::size_t header_bytes = 0;  // of the request line and all fields
  bool has_body = false;
  std::size_t hosts = 0;  // Host headers
};

// Takes from libmicrohttpd what the request says. The target is known already.
void read_request(MHD_Connection* connection, const char* method, Exchange& exchange);

// The response, as libmicrohttpd sends it; it refers to the value given, which outlives it.
// `closing`: the connection is not used again.
MHD_Result queue_response(MHD_Connection* connection, const HttpResponse& response, bool closing);

// The other end: an address without port, or "unix".
std::string peer_of(MHD_Connection* connection);

// 128 random bits, as hexadecimal digits. Any thread.
std::string random_id();

}  // namespace palpate
