#include "service/raw_response.h"

#include <sys/socket.h>

#include <array>
#include <ctime>
#include <string>

#include "service/problem.h"

namespace palpate {
namespace {

// "Sat, 21 Nov 2026 10:30:00 GMT"; in English whatever the locale.
std::string http_date() {
  static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t now = std::time(nullptr);
  tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> rest{};
  std::string date = kDays.at(static_cast<std::size_t>(utc.tm_wday));
  std::strftime(rest.data(), rest.size(), ", %d ", &utc);
  date.append(rest.data()).append(kMonths.at(static_cast<std::size_t>(utc.tm_mon)));
  std::strftime(rest.data(), rest.size(), " %Y %H:%M:%S GMT", &utc);
  return date.append(rest.data());
}

}  // namespace

void send_raw(int descriptor, const HttpResponse& response) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + " ";
  text.append(reason_phrase(response.status)).append("\r\nDate: ").append(http_date());
  text.append("\r\nContent-Type: ").append(response.type);
  text.append("\r\nContent-Length: ").append(std::to_string(response.content().size()));
  for (const auto& [name, value] : response.headers)
    text.append("\r\n").append(name).append(": ").append(value);
  text.append("\r\nConnection: close\r\n\r\n").append(response.content());
  ::send(descriptor, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

}  // namespace palpate
