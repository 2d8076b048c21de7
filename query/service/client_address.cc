#include "service/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <ranges>
#include <span>

#include "service/field_list.h"

namespace palpate {
namespace {

constexpr std::string_view kUnix = "unix";
constexpr std::size_t kMappedBytes = 12;  // before the IPv4 address in a mapped one
constexpr std::size_t kNetworkBytes = 8;  // of an IPv6 address: what one customer is given

bool is_mapped(const IpAddress& address) {
  const std::span head(address.data(), kMappedBytes);
  return std::ranges::all_of(head.first(10), [](std::uint8_t byte) { return byte == 0; }) &&
         head[10] == 0xFF && head[11] == 0xFF;
}

// Without a port and the brackets of IPv6.
std::string_view bare(std::string_view text) {
  text = without_blanks(text);
  if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos
             ? text.substr(0, colon)
             : text;
}

// The for= of one element of Forwarded; nothing when it has none.
std::optional<std::string_view> forwarded_for(std::string_view element) {
  for (const std::string_view pair : parts_of(element, ';')) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || !equal_ignoring_case(pair.substr(0, equals), "for"))
      continue;
    std::string_view value = pair.substr(equals + 1);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
      value = value.substr(1, value.size() - 2);
    return value;
  }
  return std::nullopt;
}

std::string key_of(const IpAddress& address) {
  IpAddress key = address;
  if (!is_mapped(key)) std::fill(key.begin() + kNetworkBytes, key.end(), std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (is_mapped(key))
    inet_ntop(AF_INET, key.data() + kMappedBytes, text.data(), text.size());
  else
    inet_ntop(AF_INET6, key.data(), text.data(), text.size());
  return text.data();
}

bool same_network(const IpAddress& a, const IpAddress& b, unsigned bits) {
  const std::size_t whole = bits / 8;
  if (!std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(whole), b.begin()))
    return false;
  if (bits % 8 == 0) return true;
  const auto mask = static_cast<std::uint8_t>(0xFFU << (8 - bits % 8));
  return (a.at(whole) & mask) == (b.at(whole) & mask);
}

}  // namespace

std::optional<IpAddress> parse_address(std::string_view text) {
  const std::string plain(bare(text));
  IpAddress address{};
  if (inet_pton(AF_INET6, plain.c_str(), address.data()) == 1) return address;
  if (inet_pton(AF_INET, plain.c_str(), address.data() + kMappedBytes) != 1) return std::nullopt;
  address[10] = address[11] = 0xFF;
  return address;
}

Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& ranges) {
  TrustedProxies proxies;
  for (const std::string& text : ranges) {
    if (text == kUnix) {
      proxies.unix_ = true;
      continue;
    }
    const std::size_t slash = text.find('/');
    const auto address = parse_address(std::string_view(text).substr(0, slash));
    const unsigned most = address && is_mapped(*address) ? 32 : 128;
    unsigned bits = most;
    bool sound = address.has_value();
    if (slash != std::string::npos) {
      const char* const end = text.data() + text.size();
      const auto [read, failed] = std::from_chars(text.data() + slash + 1, end, bits);
      sound = sound && failed == std::errc() && read == end && bits <= most;
    }
    if (!sound)
      return Error{ErrorCode::invalid_argument, "trusted proxy \"" + text + "\" is no address",
                   "give an address, ADDRESS/BITS, or unix"};
    proxies.ranges_.push_back({*address, bits + 128 - most});
  }
  return proxies;
}

bool TrustedProxies::holds(const IpAddress& address) const {
  return std::ranges::any_of(ranges_, [&](const Range& range) {
    return same_network(range.address, address, range.bits);
  });
}

bool TrustedProxies::trusts(std::string_view peer) const {
  if (peer == kUnix) return unix_;
  const auto address = parse_address(peer);
  return address && holds(*address);
}

std::string client_of(const TrustedProxies& proxies, std::string_view peer, ForwardedHeader header,
                      std::string_view forwarded) {
  const auto address = parse_address(peer);
  std::string client = address ? key_of(*address) : std::string(peer);
  if (!proxies.trusts(peer)) return client;
  const std::vector<std::string_view> hops = parts_of(forwarded, ',');
  for (const std::string_view hop : hops | std::views::reverse) {
    const auto named =
        header == ForwardedHeader::forwarded ? forwarded_for(hop) : std::optional(hop);
    const auto before = named ? parse_address(*named) : std::nullopt;
    if (!before) break;
    client = key_of(*before);
    if (!proxies.holds(*before)) break;
  }
  return client;
}

}  // namespace palpate
