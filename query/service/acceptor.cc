#include "service/acceptor.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace palpate {
namespace {

// A socket that is closed with unread bytes in it takes back what was written; a moment is given to
// the client to read it.
constexpr auto kFarewell = std::chrono::milliseconds(500);
constexpr std::size_t kMostTurnedAway = 64;
constexpr auto kOutOfDescriptors = std::chrono::milliseconds(50);

}  // namespace

Acceptor::Acceptor(std::vector<Listener> listeners, Hooks hooks)
    : listeners_(std::move(listeners)),
      hooks_(std::move(hooks)),
      wake_(eventfd(0, EFD_CLOEXEC)),
      thread_([this] { run(); }) {}

void Acceptor::stop() {
  if (!thread_.joinable()) return;
  const std::uint64_t one = 1;
  while (::write(wake_, &one, sizeof one) < 0 && errno == EINTR) {
  }
  thread_.join();
  ::close(wake_);
  listeners_.clear();
}

void Acceptor::run() {
  std::vector<pollfd> watched{{wake_, POLLIN, 0}};
  for (const Listener& listener : listeners_) watched.push_back({listener.descriptor(), POLLIN, 0});
  while (true) {
    const int wait = turned_away_.empty() ? -1 : static_cast<int>(kFarewell.count());
    if (::poll(watched.data(), watched.size(), wait) < 0 && errno != EINTR) break;
    if (watched.front().revents != 0) break;
    close_turned_away(Clock::now() - kFarewell);
    for (const pollfd& listener : watched)
      if ((listener.revents & POLLIN) != 0) take(listener.fd);
  }
  // Who has connected by now is still served.
  for (const Listener& listener : listeners_) take(listener.descriptor());
  close_turned_away(Clock::time_point::max());
}

void Acceptor::take(int listener) {
  while (true) {
    sockaddr_storage name{};
    socklen_t size = sizeof name;
    const int descriptor = ::accept4(listener, reinterpret_cast<sockaddr*>(&name), &size,
                                     SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (descriptor < 0) {
      if (errno == EINTR || errno == ECONNABORTED) continue;
      if (errno == EMFILE || errno == ENFILE || errno == ENOMEM)
        std::this_thread::sleep_for(kOutOfDescriptors);
      return;
    }
    if (hooks_.room())
      hooks_.hand_on(descriptor, reinterpret_cast<const sockaddr*>(&name), size);
    else
      turn_away(descriptor);
  }
}

void Acceptor::turn_away(int descriptor) {
  hooks_.refuse(descriptor);
  ::shutdown(descriptor, SHUT_WR);
  turned_away_.emplace_back(descriptor, Clock::now());
  if (turned_away_.size() > kMostTurnedAway) close_turned_away(turned_away_.front().second);
}

void Acceptor::close_turned_away(Clock::time_point before) {
  std::array<char, 4096> unread{};
  while (!turned_away_.empty() && turned_away_.front().second <= before) {
    const int descriptor = turned_away_.front().first;
    while (::recv(descriptor, unread.data(), unread.size(), MSG_DONTWAIT) > 0) {
    }
    ::close(descriptor);
    turned_away_.pop_front();
  }
}

}  // namespace palpate
