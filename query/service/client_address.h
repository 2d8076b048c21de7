// Who asks, for the limit on questions of an address: the connection's other end, or, where that is
// a proxy to be trusted, who the proxy says. Nothing of it is kept longer than the limit needs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "palpate/error.h"
#include "service/options.h"

namespace palpate {

// IPv4 addresses are held as IPv6 ones (::ffff:192.0.2.1).
using IpAddress = std::array<std::uint8_t, 16>;

// "192.0.2.1", "2001:db8::1", "[2001:db8::1]:443", "192.0.2.1:443".
std::optional<IpAddress> parse_address(std::string_view text);

class TrustedProxies {
 public:
  // Addresses, ADDRESS/BITS, or "unix" for whoever connects to a Unix socket.
  static Result<TrustedProxies> parse(const std::vector<std::string>& ranges);

  bool trusts(std::string_view peer) const;  // an address or "unix"

 private:
  struct Range {
    IpAddress address{};
    unsigned bits = 128;
  };
  bool holds(const IpAddress& address) const;
  friend std::string client_of(const TrustedProxies&, std::string_view, ForwardedHeader,
                               std::string_view);

  std::vector<Range> ranges_;
  bool unix_ = false;
};

// The key of the client: an IPv4 address, the network of 64 bits of an IPv6 one, or "unix".
// `forwarded` is the value of the header named: read from its end, as far as proxies are trusted.
//
//   client_of(trusting 10.0.0.0/8, "10.0.0.2", x_forwarded_for, "6.6.6.6, 192.0.2.7, 10.0.0.1")
//   is 192.0.2.7: what stands before it is whatever the client liked to send.
std::string client_of(const TrustedProxies& proxies, std::string_view peer, ForwardedHeader header,
                      std::string_view forwarded);

}  // namespace palpate
