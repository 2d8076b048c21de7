// One connection of the load: asks for addresses below http://HOST:PORT and reads the answers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace palpate::bench {

class Client {
 public:
  // A numeric IPv4 address.
  Client(std::string host, std::uint16_t port) : host_(std::move(host)), port_(port) {}
  ~Client() { close(); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // The status of GET `target`; 0 when no whole response came. Connects when it is not connected. A
  // connection that the other end closed between two requests is made anew, which is no failure.
  int get(std::string_view target);
  bool connect();

 private:
  int get_once(std::string_view target);
  bool send(std::string_view bytes) const;
  bool fill();
  void close();

  std::string host_;
  std::uint16_t port_;
  int descriptor_ = -1;
  std::string unread_;
};

}  // namespace palpate::bench
