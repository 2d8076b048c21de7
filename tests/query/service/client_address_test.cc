#include "service/client_address.h"

#include <gtest/gtest.h>

#include <array>

namespace palpate {
namespace {

TEST(ClientAddress, ReadsAddressesWithAndWithoutPorts) {
  for (const char* text : {"192.0.2.1", " 192.0.2.1 ", "192.0.2.1:443", "::ffff:192.0.2.1"})
    EXPECT_EQ(parse_address(text), parse_address("192.0.2.1")) << text;
  for (const char* text : {"2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:443"})
    EXPECT_EQ(parse_address(text), parse_address("2001:db8:0::1")) << text;
  for (const char* text : {"", "unknown", "_hidden", "192.0.2", "192.0.2.256", "[", "1.2.3.4.5",
                           "2001:db8::zz", "localhost"})
    EXPECT_FALSE(parse_address(text)) << text;
}

TEST(ClientAddress, KnowsWhomToTrust) {
  const auto proxies = TrustedProxies::parse({"10.0.0.0/8", "192.0.2.7", "2001:db8::/33", "unix"});
  ASSERT_TRUE(proxies);
  for (const char* peer : {"10.1.2.3", "192.0.2.7", "2001:db8:7fff::1", "unix", "::ffff:10.0.0.1"})
    EXPECT_TRUE(proxies->trusts(peer)) << peer;
  for (const char* peer : {"11.0.0.1", "192.0.2.8", "2001:db8:8000::1", "", "nonsense"})
    EXPECT_FALSE(proxies->trusts(peer)) << peer;
  EXPECT_FALSE(TrustedProxies::parse({})->trusts("unix"));
  EXPECT_TRUE(TrustedProxies::parse({"0.0.0.0/0"})->trusts("203.0.113.9"));
  EXPECT_FALSE(TrustedProxies::parse({"0.0.0.0/0"})->trusts("2001:db8::1"));
}

TEST(ClientAddress, RefusesRangesThatMakeNoSense) {
  for (const char* range : {"", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "nginx", "::1/129"})
    EXPECT_FALSE(TrustedProxies::parse({range})) << range;
}

struct Case {
  const char* peer;
  ForwardedHeader header;
  const char* forwarded;
  const char* client;
};

TEST(ClientAddress, BelievesProxiesAndNobodyElse) {
  constexpr auto x = ForwardedHeader::x_forwarded_for;
  constexpr auto f = ForwardedHeader::forwarded;
  static constexpr std::array kCases{
      Case{"203.0.113.9", x, "192.0.2.1", "203.0.113.9"},  // no proxy: what it says is nothing
      Case{"10.0.0.2", x, "", "10.0.0.2"},
      Case{"10.0.0.2", x, "192.0.2.1", "192.0.2.1"},
      Case{"10.0.0.2", x, "6.6.6.6, 192.0.2.1", "192.0.2.1"},
      Case{"10.0.0.2", x, "6.6.6.6, 192.0.2.1, 10.0.0.1", "192.0.2.1"},
      Case{"10.0.0.2", x, "10.0.0.5, 10.0.0.1", "10.0.0.5"},
      Case{"10.0.0.2", x, "192.0.2.1, unknown", "10.0.0.2"},
      Case{"10.0.0.2", x, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"},
      Case{"unix", x, "192.0.2.1", "192.0.2.1"},
      Case{"10.0.0.2", f, "for=192.0.2.1;proto=https;by=10.0.0.2", "192.0.2.1"},
      Case{"10.0.0.2", f, "for=6.6.6.6, For=\"192.0.2.1:4711\"", "192.0.2.1"},
      Case{"10.0.0.2", f, "for=\"[2001:db8::1]:4711\"", "2001:db8::"},
      Case{"10.0.0.2", f, "proto=https", "10.0.0.2"},
      Case{"10.0.0.2", f, "for=_hidden", "10.0.0.2"},
      Case{"2001:db8:1:2:3:4:5:6", x, "", "2001:db8:1:2::"}};
  const auto proxies = TrustedProxies::parse({"10.0.0.0/8", "unix"});
  for (const Case& one : kCases)
    EXPECT_EQ(client_of(*proxies, one.peer, one.header, one.forwarded), one.client)
        << one.peer << " " << one.forwarded;
}

}  // namespace
}  // namespace palpate
