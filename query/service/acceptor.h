// Takes connections from the listeners and hands them on, up to a number of open ones; those beyond
// are told 503 and closed.
#pragma once

#include <sys/socket.h>

#include <chrono>
#include <deque>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

#include "service/listener.h"

namespace palpate {

class Acceptor {
 public:
  struct Hooks {
    std::function<bool()> room;  // whether one more may be open
    // Takes the descriptor, whatever becomes of it.
    std::function<void(int, const sockaddr*, socklen_t)> hand_on;
    // Answers on the descriptor that there is no room; does not close it.
    std::function<void(int)> refuse;
  };

  // The hooks are called by the acceptor's own thread.
  Acceptor(std::vector<Listener> listeners, Hooks hooks);
  ~Acceptor() { stop(); }
  Acceptor(const Acceptor&) = delete;
  Acceptor& operator=(const Acceptor&) = delete;

  // Ends the thread and closes the listeners. Connections handed on stay.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  void run();
  void take(int listener);
  void turn_away(int descriptor);
  void close_turned_away(Clock::time_point before);

  std::vector<Listener> listeners_;
  Hooks hooks_;
  int wake_;
  std::deque<std::pair<int, Clock::time_point>> turned_away_;
  std::thread thread_;
};

}  // namespace palpate
