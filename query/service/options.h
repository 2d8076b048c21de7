// How the service is set up. The defaults are those of palpate-serve.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace palpate {

// What a client may ask for and how long it may take. Each has a test in tests/query/service.
struct ServiceLimits {
  std::size_t request_line = 8192;            // bytes of method, target and version
  std::size_t headers = 8192;                 // bytes of all header fields
  std::size_t question = 2000;                // bytes of q
  std::size_t connections = 2000;             // at once
  std::chrono::milliseconds deadline{2000};   // a question, from the time it was read in whole
  std::chrono::milliseconds shard{1000};      // one of several shards; half the deadline at most
  std::chrono::milliseconds reading{10000};   // a request, from its first byte to its last
  std::chrono::milliseconds sending{30000};   // a response, until the client has taken it
  std::chrono::milliseconds idle{75000};      // between two requests of a connection
  std::chrono::milliseconds draining{20000};  // requests that are being answered at SIGTERM
  double rate = 0;                            // questions a second and address; 0: no limit
  double burst = 20;                          // questions at once before the rate counts
};

enum class ForwardedHeader : std::uint8_t { x_forwarded_for, forwarded };

struct ServiceOptions {
  std::string directory;
  std::vector<std::string> shards;  // instead of `directory`, when not empty
  // Where to listen: "127.0.0.1:8080", "[::1]:8080", "unix:/run/palpate/http.sock"; port 0: any.
  std::vector<std::string> listen = {"127.0.0.1:8080"};
  unsigned unix_mode = 0660;  // of a Unix socket's file
  std::string base_path;      // "" or "/suche"
  std::string public_url;     // "https://intranet.example/suche"; "": as the request says
  std::size_t workers = 0;    // threads that answer questions; 0: one a core
  ServiceLimits limits;
  std::vector<std::string> trusted_proxies;  // addresses, ADDRESS/BITS, or "unix"
  ForwardedHeader forwarded_header = ForwardedHeader::x_forwarded_for;
  std::vector<std::string> cors_origins;  // "*" or "https://intranet.example"
  std::string access_log = "-";           // a file, "-" for standard output, "" for none
  bool log_questions = false;
};

}  // namespace palpate
