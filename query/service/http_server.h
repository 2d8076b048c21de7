// HTTP over sockets, by libmicrohttpd. One thread waits for all connections (epoll) and does only
// what takes no time: it reads requests, answers what needs no index, writes responses. Questions
// are answered by a fixed pool of workers; meanwhile their connections are set aside. So neither
// idle connections nor slow clients occupy a worker, and a question that takes long delays only
// those that wait for a worker as well.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

#include "palpate/error.h"
#include "service/http.h"
#include "service/listener.h"
#include "service/options.h"

namespace palpate {

// What makes a response, when that takes time. It may throw std::exception, which becomes a 500.
using Work = std::function<HttpResponse()>;

// What is served. Its functions are called by several threads at once.
class Responder {
 public:
  virtual ~Responder() = default;
  // Called by the thread that serves all connections: it must not wait for anything.
  virtual std::variant<HttpResponse, Work> respond(const HttpRequest& request) = 0;
  // For a request that is refused before it is looked at, or whose work failed.
  virtual HttpResponse refuse(const HttpRequest& request, int status, std::string detail) = 0;
  virtual void responded(const HttpRequest& request, const HttpResponse& response,
                         std::chrono::duration<double> took) = 0;
  // No response of ours: "malformed", "slow", "connections".
  virtual void refused(std::string_view reason) = 0;
};

class HttpServer {
 public:
  // Serves at once. The responder outlives the server.
  static Result<std::unique_ptr<HttpServer>> start(std::vector<Listener> listeners,
                                                   const ServiceLimits& limits, std::size_t workers,
                                                   Responder& responder);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::size_t connections() const;
  std::size_t waiting() const;  // requests that wait for a worker
  // Takes no new connection, ends those without a request, and waits until the others are answered,
  // or ServiceLimits::draining has passed. False in the latter case.
  bool drain();

 private:
  class Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace palpate
