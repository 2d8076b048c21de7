#include "service/http_server.h"

#include <malloc.h>
#include <microhttpd.h>

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "service/acceptor.h"
#include "service/connections.h"
#include "service/exchange.h"
#include "service/raw_response.h"
#include "service/worker_pool.h"

namespace palpate {
namespace {

using Clock = std::chrono::steady_clock;

// For the response's header and what libmicrohttpd notes of a request, beside the request itself.
constexpr std::size_t kMemoryBeside = std::size_t{16} * 1024;
constexpr auto kBetweenSweeps = std::chrono::milliseconds(250);
// What answers and former states of the index have left behind goes back to the system: each
// worker's allocator keeps it otherwise, and a service runs for months.
constexpr auto kBetweenTrims = std::chrono::seconds(30);
// What has come before is read in that time; a request that the library holds, but has not told of,
// looks like none.
constexpr auto kStillReading = std::chrono::milliseconds(250);
constexpr auto kBetweenDrainChecks = std::chrono::milliseconds(10);
constexpr std::size_t kVersionBytes = 8;  // HTTP/1.1

}  // namespace

class HttpServer::Impl {
 public:
  Impl(const ServiceLimits& limits, std::size_t workers, Responder& responder)
      : limits_(limits),
        responder_(responder),
        connections_(limits,
                     [this](int descriptor) {
                       refuse_unread(descriptor, 408, "The request took too long to arrive.");
                       responder_.refused("slow");
                     }),
        workers_(std::make_unique<WorkerPool>(workers)) {}
  ~Impl();
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  Status start(std::vector<Listener> listeners);
  bool drain();
  std::size_t connections() const { return connections_.count(); }
  std::size_t waiting() const { return workers_->waiting(); }

 private:
  static void* request_line(void* cls, const char* target, MHD_Connection* connection);
  static MHD_Result handle(void* cls, MHD_Connection* connection, const char* url,
                           const char* method, const char* version, const char* upload,
                           std::size_t* upload_size, void** exchange);
  static void completed(void* cls, MHD_Connection* connection, void** exchange,
                        MHD_RequestTerminationCode why);
  static void connected(void* cls, MHD_Connection* connection, void** context,
                        MHD_ConnectionNotificationCode what);

  MHD_Result headers_read(MHD_Connection* connection, const char* method, Exchange& exchange);
  MHD_Result whole(MHD_Connection* connection, Exchange& exchange);
  MHD_Result send(MHD_Connection* connection, Exchange& exchange);
  void work(MHD_Connection* connection, Exchange& exchange, const Work& work);
  std::optional<HttpResponse> refusal(const Exchange& exchange);
  void refuse_unread(int descriptor, int status, const std::string& detail);
  void sweep();

  ServiceLimits limits_;
  Responder& responder_;
  Connections connections_;
  std::atomic<std::size_t> open_ = 0;  // those on their way to the library's thread among them
  std::atomic<bool> draining_ = false;
  std::unique_ptr<WorkerPool> workers_;
  MHD_Daemon* daemon_ = nullptr;
  std::unique_ptr<Acceptor> acceptor_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool ending_ = false;
  std::thread sweeper_;
};

Status HttpServer::Impl::start(std::vector<Listener> listeners) {
  const std::size_t memory = limits_.request_line + limits_.headers + kMemoryBeside;
  daemon_ = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_NO_LISTEN_SOCKET | MHD_USE_ITC |
          MHD_USE_SUSPEND_RESUME,
      0, nullptr, nullptr, &Impl::handle, this, MHD_OPTION_URI_LOG_CALLBACK, &Impl::request_line,
      this, MHD_OPTION_NOTIFY_COMPLETED, &Impl::completed, this, MHD_OPTION_NOTIFY_CONNECTION,
      &Impl::connected, this, MHD_OPTION_CONNECTION_LIMIT,
      static_cast<unsigned>(limits_.connections + 1), MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
      MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
  if (daemon_ == nullptr)
    return Error{ErrorCode::internal, "libmicrohttpd does not start", "is memory short?"};
  acceptor_ = std::make_unique<Acceptor>(
      std::move(listeners),
      Acceptor::Hooks{.room = [this] { return open_ < limits_.connections; },
                      .hand_on =
                          [this](int descriptor, const sockaddr* name, socklen_t size) {
                            ++open_;
                            if (MHD_add_connection(daemon_, descriptor, name, size) != MHD_YES)
                              --open_;
                          },
                      .refuse =
                          [this](int descriptor) {
                            refuse_unread(descriptor, 503, "Too many connections are open.");
                            responder_.refused("connections");
                          }});
  sweeper_ = std::thread([this] { sweep(); });
  return Done{};
}

HttpServer::Impl::~Impl() {
  acceptor_.reset();
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  ended_.notify_all();
  if (sweeper_.joinable()) sweeper_.join();
  // A connection that is set aside must be taken up again before the library may end.
  workers_.reset();
  if (daemon_ != nullptr) MHD_stop_daemon(daemon_);
}

void HttpServer::Impl::sweep() {
  std::unique_lock lock(mutex_);
  auto trimmed = Clock::now();
  while (!ended_.wait_for(lock, kBetweenSweeps, [this] { return ending_; })) {
    const auto now = Clock::now();
    connections_.sweep(now);
    if (now - trimmed < kBetweenTrims) continue;
    malloc_trim(0);
    trimmed = now;
  }
}

bool HttpServer::Impl::drain() {
  draining_ = true;
  acceptor_->stop();
  const auto begin = Clock::now();
  const auto last = begin + limits_.draining;
  while (Clock::now() < last) {
    if (Clock::now() - begin >= kStillReading) connections_.end_waiting();
    if (open_ == 0) return true;
    std::this_thread::sleep_for(kBetweenDrainChecks);
  }
  return connections_.busy() == 0;
}

void HttpServer::Impl::connected(void* cls, MHD_Connection* connection, void** context,
                                 MHD_ConnectionNotificationCode what) {
  Impl& server = *static_cast<Impl*>(cls);
  if (what == MHD_CONNECTION_NOTIFY_STARTED) {
    const MHD_ConnectionInfo* info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    *context = server.connections_.add(info->connect_fd);
  } else {
    server.connections_.remove(static_cast<Connections::Connection*>(*context));
    --server.open_;
  }
}

void* HttpServer::Impl::request_line(void* cls, const char* target, MHD_Connection* connection) {
  Impl& server = *static_cast<Impl*>(cls);
  auto exchange = std::make_unique<Exchange>();
  const MHD_ConnectionInfo* info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  exchange->connection = static_cast<Connections::Connection*>(info->socket_context);
  exchange->request.target = target;
  server.connections_.enter(exchange->connection, Connections::Phase::reading);
  return exchange.release();  // given back in completed()
}

void HttpServer::Impl::completed(void* cls, MHD_Connection* /*connection*/, void** context,
                                 MHD_RequestTerminationCode /*why*/) {
  Impl& server = *static_cast<Impl*>(cls);
  const std::unique_ptr<Exchange> exchange(static_cast<Exchange*>(*context));
  *context = nullptr;
  if (!exchange) return;
  if (!exchange->has_response) server.responder_.refused("malformed");
  server.connections_.enter(exchange->connection, Connections::Phase::waiting);
}

MHD_Result HttpServer::Impl::handle(void* cls, MHD_Connection* connection, const char* /*url*/,
                                    const char* method, const char* /*version*/,
                                    const char* /*upload*/, std::size_t* upload_size,
                                    void** context) {
  Impl& server = *static_cast<Impl*>(cls);
  Exchange& exchange = *static_cast<Exchange*>(*context);
  if (exchange.has_response) return server.send(connection, exchange);
  if (!exchange.headers_read) return server.headers_read(connection, method, exchange);
  if (*upload_size != 0) return MHD_NO;  // a body is refused before it is read
  return server.whole(connection, exchange);
}

std::optional<HttpResponse> HttpServer::Impl::refusal(const Exchange& exchange) {
  const HttpRequest& request = exchange.request;
  const std::size_t line = request.method.size() + request.target.size() + kVersionBytes + 2;
  if (line > limits_.request_line)
    return responder_.refuse(
        request, 414,
        "The request line has more than " + std::to_string(limits_.request_line) + " bytes.");
  if (exchange.header_bytes > line + limits_.headers)
    return responder_.refuse(
        request, 431,
        "The header fields have more than " + std::to_string(limits_.headers) + " bytes.");
  if (exchange.hosts > 1)
    return responder_.refuse(request, 400, "A request has one Host header, not several.");
  if (exchange.has_body) return responder_.refuse(request, 413, "A request has no body here.");
  return std::nullopt;
}

// Of a request that was not read, or not to its end, nothing is known but that it was refused.
void HttpServer::Impl::refuse_unread(int descriptor, int status, const std::string& detail) {
  const HttpRequest request{.id = random_id(), .arrived = Clock::now()};
  const HttpResponse response = responder_.refuse(request, status, detail);
  send_raw(descriptor, response);
  responder_.responded(request, response, Clock::now() - request.arrived);
}

MHD_Result HttpServer::Impl::headers_read(MHD_Connection* connection, const char* method,
                                          Exchange& exchange) {
  exchange.headers_read = true;
  exchange.request.id = random_id();
  exchange.request.arrived = Clock::now();
  read_request(connection, method, exchange);
  std::optional<HttpResponse> refused = refusal(exchange);
  if (!refused) return MHD_YES;
  refused->close = true;
  exchange.response = *std::move(refused);
  exchange.has_response = true;
  return send(connection, exchange);
}

MHD_Result HttpServer::Impl::whole(MHD_Connection* connection, Exchange& exchange) {
  connections_.enter(exchange.connection, Connections::Phase::answering);
  exchange.request.arrived = Clock::now();
  auto reply = responder_.respond(exchange.request);
  if (auto* response = std::get_if<HttpResponse>(&reply)) {
    exchange.response = std::move(*response);
    exchange.has_response = true;
    return send(connection, exchange);
  }
  MHD_suspend_connection(connection);
  workers_->add([this, connection, &exchange, to_do = std::get<Work>(std::move(reply))] {
    work(connection, exchange, to_do);
  });
  return MHD_YES;
}

void HttpServer::Impl::work(MHD_Connection* connection, Exchange& exchange, const Work& work) {
  try {
    exchange.response = work();
  } catch (const std::exception&) {
    exchange.response =
        responder_.refuse(exchange.request, 500, "The request could not be answered.");
  }
  exchange.has_response = true;
  // The library calls handle() once more, which sends.
  MHD_resume_connection(connection);
}

MHD_Result HttpServer::Impl::send(MHD_Connection* connection, Exchange& exchange) {
  connections_.enter(exchange.connection, Connections::Phase::sending);
  const MHD_Result queued = queue_response(connection, exchange.response, draining_);
  responder_.responded(exchange.request, exchange.response,
                       Clock::now() - exchange.request.arrived);
  return queued;
}

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpServer::~HttpServer() = default;
std::size_t HttpServer::connections() const { return impl_->connections(); }
std::size_t HttpServer::waiting() const { return impl_->waiting(); }
bool HttpServer::drain() { return impl_->drain(); }

Result<std::unique_ptr<HttpServer>> HttpServer::start(std::vector<Listener> listeners,
                                                      const ServiceLimits& limits,
                                                      std::size_t workers, Responder& responder) {
  auto impl = std::make_unique<Impl>(limits, workers, responder);
  if (const Status started = impl->start(std::move(listeners)); !started) return started.error();
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

}  // namespace palpate
