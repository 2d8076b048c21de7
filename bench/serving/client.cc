#include "client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstring>

namespace palpate::bench {
namespace {

constexpr timeval kPatience{.tv_sec = 30, .tv_usec = 0};
constexpr std::string_view kLength = "\r\nContent-Length: ";

}  // namespace

void Client::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
  unread_.clear();
}

bool Client::connect() {
  close();
  descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in name{};
  name.sin_family = AF_INET;
  name.sin_port = htons(port_);
  if (inet_pton(AF_INET, host_.c_str(), &name.sin_addr) != 1) return false;
  const int on = 1;
  setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  return ::connect(descriptor_, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0;
}

bool Client::send(std::string_view bytes) const {
  return ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(bytes.size());
}

bool Client::fill() {
  std::array<char, 65536> bytes{};
  const ssize_t got = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
  if (got <= 0) return false;
  unread_.append(bytes.data(), static_cast<std::size_t>(got));
  return true;
}

int Client::get(std::string_view target) {
  const bool used = descriptor_ >= 0;
  if (!used && !connect()) return 0;
  const int status = get_once(target);
  if (status != 0 || !used) return status;
  return connect() ? get_once(target) : 0;
}

int Client::get_once(std::string_view target) {
  std::string request = "GET ";
  request.append(target).append(" HTTP/1.1\r\nHost: palpate\r\n\r\n");
  std::size_t head = std::string::npos;
  bool going = send(request);
  while (going && (head = unread_.find("\r\n\r\n")) == std::string::npos) going = fill();
  if (!going) {
    close();
    return 0;
  }
  int status = 0;
  std::size_t length = 0;
  std::from_chars(unread_.data() + std::strlen("HTTP/1.1 "), unread_.data() + head, status);
  const std::size_t at = unread_.find(kLength);
  if (at < head)
    std::from_chars(unread_.data() + at + kLength.size(), unread_.data() + head, length);
  const bool last = unread_.find("\r\nConnection: close") < head;
  while (going && unread_.size() < head + 4 + length) going = fill();
  unread_.erase(0, head + 4 + length);
  if (last || !going) close();
  return going ? status : 0;
}

}  // namespace palpate::bench
