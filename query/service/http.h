// A request and a response as values, apart from the library that carries them over a socket.
// Everything that answers can so be tested without one.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate {

// Only the header fields that an answer may depend on. "" when a field is not there; fields that
// were sent more than once are joined by ", ".
struct RequestHeaders {
  std::string accept = {};
  std::string accept_encoding = {};
  std::string accept_language = {};
  std::string if_none_match = {};
  std::string host = {};
  std::string origin = {};
  std::string access_control_request_method = {};
  std::string forwarded_for = {};    // X-Forwarded-For
  std::string forwarded = {};        // Forwarded, RFC 7239
  std::string forwarded_proto = {};  // X-Forwarded-Proto
};

struct HttpRequest {
  std::string method = "GET";
  std::string target = "/";  // path and query, as sent
  RequestHeaders headers = {};
  std::string peer = {};  // the other end's IP address; "unix" for a Unix socket
  std::string id = {};    // random: names the request in the access log
  std::chrono::steady_clock::time_point arrived = {};  // when it was read in whole
};

struct HttpResponse {
  int status = 200;
  std::string type = {};  // Content-Type; "" when there is no body
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};
  // Text that outlives the program's answering: sent instead of `body`, without a copy.
  std::string_view fixed_body = {};
  bool close = false;  // the connection is not used again

  // What access log and metrics may tell.
  std::string_view route = "none";
  std::optional<std::size_t> hits = {};

  std::string_view content() const { return fixed_body.empty() ? body : fixed_body; }
  void set(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
  }
};

}  // namespace palpate
