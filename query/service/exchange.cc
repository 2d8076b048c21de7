#include "service/exchange.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <random>
#include <string_view>

#include "service/field_list.h"

namespace palpate {
namespace {

struct HeaderField {
  std::string_view name;
  std::string RequestHeaders::*value;
};

constexpr std::array kFields{
    HeaderField{"accept", &RequestHeaders::accept},
    HeaderField{"accept-encoding", &RequestHeaders::accept_encoding},
    HeaderField{"accept-language", &RequestHeaders::accept_language},
    HeaderField{"if-none-match", &RequestHeaders::if_none_match},
    HeaderField{"host", &RequestHeaders::host},
    HeaderField{"origin", &RequestHeaders::origin},
    HeaderField{"access-control-request-method", &RequestHeaders::access_control_request_method},
    HeaderField{"x-forwarded-for", &RequestHeaders::forwarded_for},
    HeaderField{"forwarded", &RequestHeaders::forwarded},
    HeaderField{"x-forwarded-proto", &RequestHeaders::forwarded_proto}};

MHD_Result take_field(void* cls, MHD_ValueKind /*kind*/, const char* key, const char* value) {
  Exchange& exchange = *static_cast<Exchange*>(cls);
  const std::string_view name = key;
  const std::string_view text = value == nullptr ? "" : value;
  for (const HeaderField& field : kFields) {
    if (!equal_ignoring_case(name, field.name)) continue;
    std::string& taken = exchange.request.headers.*field.value;
    if (!taken.empty()) taken += ", ";
    taken += text;
  }
  if (equal_ignoring_case(name, "host")) ++exchange.hosts;
  if (equal_ignoring_case(name, "transfer-encoding") ||
      (equal_ignoring_case(name, "content-length") && text != "0"))
    exchange.has_body = true;
  return MHD_YES;
}

}  // namespace

void read_request(MHD_Connection* connection, const char* method, Exchange& exchange) {
  exchange.request.method = method;
  exchange.request.peer = peer_of(connection);
  MHD_get_connection_values(connection, MHD_HEADER_KIND, take_field, &exchange);
  const MHD_ConnectionInfo* info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  if (info != nullptr) exchange.header_bytes = info->header_size;
}

MHD_Result queue_response(MHD_Connection* connection, const HttpResponse& response, bool closing) {
  const std::string_view content = response.content();
  // MHD_RESPMEM_PERSISTENT only reads.
  MHD_Response* made = MHD_create_response_from_buffer(
      content.size(), const_cast<char*>(content.data()), MHD_RESPMEM_PERSISTENT);
  if (made == nullptr) return MHD_NO;
  if (!response.type.empty())
    MHD_add_response_header(made, MHD_HTTP_HEADER_CONTENT_TYPE, response.type.c_str());
  for (const auto& [name, value] : response.headers)
    MHD_add_response_header(made, name.c_str(), value.c_str());
  if (closing || response.close) MHD_add_response_header(made, MHD_HTTP_HEADER_CONNECTION, "close");
  const MHD_Result queued =
      MHD_queue_response(connection, static_cast<unsigned>(response.status), made);
  MHD_destroy_response(made);
  return queued;
}

std::string peer_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  const sockaddr* name = info == nullptr ? nullptr : info->client_addr;
  if (name == nullptr) return "unix";
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (name->sa_family == AF_INET)
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(name)->sin_addr, text.data(),
              text.size());
  else if (name->sa_family == AF_INET6)
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(name)->sin6_addr, text.data(),
              text.size());
  else
    return "unix";
  return text.data();
}

std::string random_id() {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  thread_local std::mt19937_64 random = [] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device()};
    return std::mt19937_64(seed);
  }();
  std::string id;
  for (int half = 0; half < 2; ++half) {
    std::uint64_t bits = random();
    for (int digit = 0; digit < 16; ++digit, bits >>= 4U) id += kDigits[bits & 15U];
  }
  return id;
}

}  // namespace palpate
