#include "query/service/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <stdexcept>

namespace palpate {
namespace {

using Clock = std::chrono::steady_clock;

int connect_unix(const std::string& file) {
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  file.copy(&name.sun_path[0], sizeof name.sun_path - 1);
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0)
    return descriptor;
  ::close(descriptor);
  throw std::runtime_error("cannot connect to " + file);
}

int connect_ip(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  sockaddr_in name{};
  name.sin_family = AF_INET;
  name.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
  const std::string host = address.substr(7, colon - 7);
  if (inet_pton(AF_INET, host.c_str(), &name.sin_addr) != 1)
    throw std::runtime_error("no address: " + address);
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0)
    return descriptor;
  ::close(descriptor);
  throw std::runtime_error("cannot connect to " + address);
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

RawResponse parse_head(const std::string& head) {
  RawResponse response;
  response.head = head;
  if (head.starts_with("HTTP/1.1 ")) response.status = std::stoi(head.substr(9, 3));
  std::size_t begin = head.find("\r\n");
  while (begin != std::string::npos && begin + 2 < head.size()) {
    begin += 2;
    const std::size_t end = head.find("\r\n", begin);
    const std::string line = head.substr(begin, end - begin);
    const std::size_t colon = line.find(": ");
    if (colon != std::string::npos)
      response.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
    begin = end;
  }
  return response;
}

}  // namespace

std::string RawResponse::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

RawClient::RawClient(const std::string& address)
    : descriptor_(address.starts_with("unix:") ? connect_unix(address.substr(5))
                                               : connect_ip(address)) {}

RawClient::~RawClient() { ::close(descriptor_); }

void RawClient::set_receive_buffer(int bytes) {
  ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

// Not const, as it changes what the other end knows.
bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// False at the end of the stream or of the time.
bool RawClient::fill(Clock::time_point until) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
  pollfd watched{descriptor_, POLLIN, 0};
  if (left.count() <= 0 || ::poll(&watched, 1, static_cast<int>(left.count())) <= 0) return false;
  std::array<char, 65536> bytes{};
  const ssize_t got = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
  if (got <= 0) return false;
  unread_.append(bytes.data(), static_cast<std::size_t>(got));
  return true;
}

std::optional<RawResponse> RawClient::receive(std::string_view method,
                                              std::chrono::milliseconds patience) {
  const auto until = Clock::now() + patience;
  std::size_t end = 0;
  while ((end = unread_.find("\r\n\r\n")) == std::string::npos)
    if (!fill(until)) return std::nullopt;
  RawResponse response = parse_head(unread_.substr(0, end + 2));
  unread_.erase(0, end + 4);
  const std::string length = response.header("content-length");
  const bool bodiless = method == "HEAD" || response.status == 304 || response.status == 204;
  const std::size_t bytes = length.empty() || bodiless ? 0 : std::stoul(length);
  while (unread_.size() < bytes)
    if (!fill(until)) return std::nullopt;
  response.body = unread_.substr(0, bytes);
  unread_.erase(0, bytes);
  return response;
}

bool RawClient::is_closed_within(std::chrono::milliseconds patience) {
  const auto until = Clock::now() + patience;
  if (!unread_.empty()) return false;
  return !fill(until) && Clock::now() < until;
}

RawResponse RawClient::response() {
  std::optional<RawResponse> received = receive();
  if (!received) throw std::runtime_error("no response");
  return *std::move(received);
}

RawResponse RawClient::ask(const std::string& target, const std::string& lines,
                           const std::string& method) {
  send(method + " " + target + " HTTP/1.1\r\nHost: clinic.test\r\n" + lines + "\r\n");
  std::optional<RawResponse> received = receive(method);
  if (!received) throw std::runtime_error("no response to " + method + " " + target);
  return *std::move(received);
}

}  // namespace palpate
