// The whole service: an index, what is served of it, and the sockets it is served on.
//
//   auto service = palpate::Service::start(options);
//   if (!service) return report(service.error());
//   for (const std::string& address : (*service)->addresses()) ...
//   ... wait for a signal ...
//   (*service)->drain();
//
// The functions may be called by one thread at a time; requests are served by threads of its own,
// which take the signal mask of the caller of start().
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "palpate/error.h"
#include "palpate/searcher.h"
#include "service/options.h"

namespace palpate {

class Service {
 public:
  // Listens on the sockets that systemd passed, else on those of the options.
  static Result<std::unique_ptr<Service>> start(const ServiceOptions& options);
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  // "http://127.0.0.1:8080/", "unix:/run/palpate/http.sock".
  const std::vector<std::string>& addresses() const;
  // The index's shards, when it has several, as they were found last.
  std::vector<ShardState> shards() const;
  // As it was when it was looked at last.
  std::shared_ptr<const IndexDescription> index() const;
  // Opens the index and the log anew. When that fails the former ones go on being used.
  Status reopen();
  // Answers what has been asked, takes nothing new. False when that took too long.
  bool drain();

 private:
  class Impl;
  explicit Service(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace palpate
