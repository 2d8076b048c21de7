// A client that sends whatever bytes it is told to, so that requests may be malformed, slow or cut
// short, and that reads responses as they are.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace palpate {

struct RawResponse {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  std::string head;  // all before the body, as it came

  std::string header(const std::string& name) const;  // "" when it is not there
};

// One connection. Throws std::runtime_error when it cannot be made.
class RawClient {
 public:
  // "http://127.0.0.1:1234/" or "unix:/run/x.sock", as a Service tells it.
  explicit RawClient(const std::string& address);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False when the other end has closed.
  bool send(std::string_view bytes);
  // The next response; nothing when the connection ends or `patience` runs out before it is whole.
  // One to HEAD has no body, whatever its header says.
  std::optional<RawResponse> receive(std::string_view method = "GET",
                                     std::chrono::milliseconds patience = std::chrono::seconds(10));
  // Whether the other end closes within that time, without sending any more.
  bool is_closed_within(std::chrono::milliseconds patience);
  // The same, where one must come: throws otherwise.
  RawResponse response();
  // The response to a request with a Host, and further lines as given: "Accept: text/html\r\n".
  RawResponse ask(const std::string& target, const std::string& lines = {},
                  const std::string& method = "GET");
  // Takes only so much from the socket at once, to be slow in reading.
  void set_receive_buffer(int bytes);

 private:
  bool fill(std::chrono::steady_clock::time_point until);

  int descriptor_ = -1;
  std::string unread_;
};

}  // namespace palpate
