#include "service/canned_problem.h"

#include <sys/socket.h>

#include <string>

#include "service/problem.h"

namespace palpate {

void send_canned_problem(int descriptor, int status, std::string_view detail) {
  const std::string body = render_problem({.status = status, .detail = std::string(detail)}, {});
  std::string response = "HTTP/1.1 " + std::to_string(status) + " ";
  response.append(reason_phrase(status)).append("\r\nContent-Type: ").append(kProblemType);
  response.append("\r\nContent-Length: ").append(std::to_string(body.size()));
  if (status == 503) response.append("\r\nRetry-After: 1");
  response.append("\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n").append(body);
  ::send(descriptor, response.data(), response.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

}  // namespace palpate
