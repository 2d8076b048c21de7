#include "service/connections.h"

#include <linux/tcp.h>  // glibc's own lacks tcpi_bytes_received
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <string>

namespace palpate {
namespace {

std::optional<std::uint64_t> bytes_received(int descriptor) {
  tcp_info info{};
  socklen_t size = sizeof info;
  if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 ||
      size < offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received)
    return std::nullopt;
  return info.tcpi_bytes_received;
}

// Whether a request has come that the library has not begun to read.
bool has_unread_bytes(int descriptor) {
  int bytes = 0;
  return ioctl(descriptor, FIONREAD, &bytes) == 0 && bytes > 0;
}

// The library's thread sees the end of the stream and tidies up.
void end(const Connections::Connection& connection) {
  ::shutdown(connection.descriptor, SHUT_RDWR);
}

}  // namespace

Connections::Connection* Connections::add(int descriptor) {
  const std::scoped_lock lock(mutex_);
  Connection& connection = open_.emplace_back();
  connection.descriptor = descriptor;
  connection.since = Clock::now();
  connection.received = 0;
  connection.place = std::prev(open_.end());
  return &connection;
}

void Connections::remove(Connection* connection) {
  const std::scoped_lock lock(mutex_);
  open_.erase(connection->place);
}

void Connections::enter(Connection* connection, Phase phase) {
  const std::scoped_lock lock(mutex_);
  // The first byte may have been noticed before the request line was whole.
  if (phase == connection->phase) return;
  connection->phase = phase;
  connection->since = Clock::now();
  connection->received.reset();
}

std::size_t Connections::count() const {
  const std::scoped_lock lock(mutex_);
  return open_.size();
}

std::size_t Connections::busy() const {
  const std::scoped_lock lock(mutex_);
  return static_cast<std::size_t>(std::ranges::count_if(
      open_, [](const Connection& connection) { return connection.phase != Phase::waiting; }));
}

void Connections::look_for_bytes(Connection& connection, Clock::time_point now) const {
  const std::optional<std::uint64_t> received = bytes_received(connection.descriptor);
  if (connection.received && received && *received > *connection.received) {
    connection.phase = Phase::reading;
    connection.since = now;
  }
  connection.received = received;
}

void Connections::sweep(Clock::time_point now) {
  const std::scoped_lock lock(mutex_);
  for (Connection& connection : open_) {
    if (connection.phase == Phase::waiting) look_for_bytes(connection, now);
    const auto passed = now - connection.since;
    switch (connection.phase) {
      case Phase::waiting:
        if (passed > limits_.idle) end(connection);
        break;
      case Phase::reading:
        if (passed <= limits_.reading) break;
        refuse_slow_(connection.descriptor);
        end(connection);
        connection.since = now;  // told once, should the end of it take a while
        break;
      case Phase::sending:
        if (passed > limits_.sending) end(connection);
        break;
      case Phase::answering:
        break;
    }
  }
}

void Connections::end_waiting() {
  const std::scoped_lock lock(mutex_);
  for (const Connection& connection : open_)
    if (connection.phase == Phase::waiting && !has_unread_bytes(connection.descriptor))
      end(connection);
}

}  // namespace palpate
