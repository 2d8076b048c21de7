// All that is served, from a request to its response: routing, limits on a rate, the header fields
// that every response has, compression, errors as problem documents or pages, the access log and
// the counting.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "service/access_log.h"
#include "service/client_address.h"
#include "service/http_server.h"
#include "service/metrics.h"
#include "service/open_index.h"
#include "service/options.h"
#include "service/rate_limit.h"
#include "service/reading_desk.h"
#include "service/visit.h"

namespace palpate {

// Any number of threads may use one. The log and the index outlive it.
class Site : public Responder {
 public:
  static Result<std::unique_ptr<Site>> make(ServiceOptions options, OpenIndex& index,
                                            AccessLog& log);

  // Whose connections and waiting requests the metrics tell. It lives as long as requests come.
  void observe(const HttpServer& server) { server_ = &server; }
  // From now on /readyz says no.
  void set_draining() { draining_ = true; }

  std::variant<HttpResponse, Work> respond(const HttpRequest& request) override;
  HttpResponse refuse(const HttpRequest& request, int status, std::string detail) override;
  void responded(const HttpRequest& request, const HttpResponse& response,
                 std::chrono::duration<double> took) override;
  void refused(std::string_view reason) override { metrics_.refused(reason); }

 private:
  Site(ServiceOptions options, TrustedProxies proxies, OpenIndex& index, AccessLog& log);

  // What needs no worker; nothing for what does.
  std::optional<Outcome> at_once(const Visit& visit);
  std::optional<Problem> limited(const Visit& visit);
  Outcome readiness(const Visit& visit) const;
  Outcome open_search(const Visit& visit) const;
  Outcome counts() const;
  HttpResponse finished(const Visit& visit, Outcome outcome) const;
  HttpResponse shown(const Visit& visit, const Problem& problem) const;
  void allow_origin(const Visit& visit, HttpResponse& response) const;
  bool allows_origin(std::string_view origin) const;

  ServiceOptions options_;
  TrustedProxies proxies_;
  OpenIndex& index_;
  AccessLog& log_;
  ReadingDesk desk_;
  RateLimit rate_;
  Metrics metrics_;
  std::string openapi_;
  std::atomic<const HttpServer*> server_ = nullptr;
  std::atomic<bool> draining_ = false;
};

}  // namespace palpate
