// The open connections, and what each is doing: so that a slow client can be told from an idle one
// and cut off in time. A sockets' library only sees that some byte came; a client that sends one
// every few seconds would otherwise keep a connection for ever.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string_view>

#include "service/options.h"

namespace palpate {

// Any number of threads may use one.
class Connections {
 public:
  using Clock = std::chrono::steady_clock;

  enum class Phase : std::uint8_t {
    waiting,    // nothing of the next request has come
    reading,    // some of it
    answering,  // all of it; nothing is asked of the client
    sending,    // the client takes the response
  };

  struct Connection {
    int descriptor = -1;
    Phase phase = Phase::waiting;
    Clock::time_point since;
    // Bytes that had come when the phase began; unknown until the first sweep of it, and for Unix
    // sockets, which do not count them.
    std::optional<std::uint64_t> received;
    std::list<Connection>::iterator place;
  };

  // `refuse_slow` answers, on its descriptor, a request that took too long to arrive; it must not
  // call this object.
  Connections(const ServiceLimits& limits, std::function<void(int)> refuse_slow)
      : limits_(limits), refuse_slow_(std::move(refuse_slow)) {}

  // The Connection stays where it is until it is removed. Its descriptor must stay open until then.
  Connection* add(int descriptor);
  void remove(Connection* connection);
  void enter(Connection* connection, Phase phase);
  std::size_t count() const;
  // Requests that are being read, answered or sent.
  std::size_t busy() const;

  // Ends those that took too long: with 408 while a request is read, else without a word.
  void sweep(Clock::time_point now);
  // Ends those that wait for a request. One that has come is still read.
  void end_waiting();

 private:
  void look_for_bytes(Connection& connection, Clock::time_point now) const;

  ServiceLimits limits_;
  std::function<void(int)> refuse_slow_;
  mutable std::mutex mutex_;
  std::list<Connection> open_;
};

}  // namespace palpate
