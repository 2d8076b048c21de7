// Sockets that clients connect to: made here, or handed over by systemd.
#pragma once

#include <string>
#include <vector>

#include "palpate/error.h"

namespace palpate {

// Owns the descriptor and, of a Unix socket that it made, the file.
class Listener {
 public:
  // "127.0.0.1:8080", "[::1]:0", "unix:/run/palpate/http.sock". A Unix socket's file that nobody
  // listens to any more is replaced.
  static Result<Listener> open(const std::string& where, unsigned unix_mode);
  // Those that systemd passed to this process (sd_listen_fds(3)); none without it. Call it once.
  static Result<std::vector<Listener>> passed_by_systemd();

  Listener(Listener&& other) noexcept;
  Listener& operator=(Listener&& other) noexcept;
  ~Listener();

  int descriptor() const { return descriptor_; }
  // "http://127.0.0.1:8080/" with the port that it got, "unix:/run/palpate/http.sock".
  const std::string& address() const { return address_; }

 private:
  Listener(int descriptor, std::string file);
  static Result<Listener> open_unix(const std::string& file, unsigned mode);
  static Result<Listener> open_ip(const std::string& where);
  void close();

  int descriptor_ = -1;
  std::string file_;  // to be removed; "" for none
  std::string address_;
};

}  // namespace palpate
