#include "service/service.h"

#include <sys/resource.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "service/access_log.h"
#include "service/http_server.h"
#include "service/listener.h"
#include "service/open_index.h"
#include "service/site.h"

namespace palpate {
namespace {

// Files of the index, log and listeners, beside the connections.
constexpr rlim_t kOtherDescriptors = 512;

void allow_descriptors(std::size_t connections) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = connections + kOtherDescriptors;
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min(wanted, limit.rlim_max);
  setrlimit(RLIMIT_NOFILE, &limit);
}

Result<std::vector<Listener>> listeners_of(const ServiceOptions& options) {
  Result<std::vector<Listener>> listeners = Listener::passed_by_systemd();
  if (!listeners || !listeners->empty()) return listeners;
  for (const std::string& where : options.listen) {
    Result<Listener> listener = Listener::open(where, options.unix_mode);
    if (!listener) return listener.error();
    listeners->push_back(std::move(*listener));
  }
  return listeners;
}

std::size_t workers_of(const ServiceOptions& options) {
  if (options.workers != 0) return options.workers;
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

class Service::Impl {
 public:
  Status start(const ServiceOptions& options);
  const std::vector<std::string>& addresses() const { return addresses_; }

  std::vector<ShardState> shards() const { return index_->searcher()->shards(); }
  std::shared_ptr<const IndexDescription> index() const { return index_->last_description(); }

  Status reopen() {
    const Status log = log_->reopen();
    const Status index = index_->reopen();
    return index ? log : index;
  }

  bool drain() {
    site_->set_draining();
    return server_->drain();
  }

 private:
  std::unique_ptr<OpenIndex> index_;
  std::unique_ptr<AccessLog> log_;
  std::unique_ptr<Site> site_;
  std::unique_ptr<HttpServer> server_;
  std::vector<std::string> addresses_;
};

Status Service::Impl::start(const ServiceOptions& options) {
  SearcherOptions reading;
  reading.shards = options.shards.empty() ? std::vector{options.directory} : options.shards;
  reading.shard_time = options.limits.shard;
  reading.readers = static_cast<unsigned>(workers_of(options));
  auto index = OpenIndex::open(std::move(reading));
  if (!index) return index.error();
  index_ = std::move(*index);
  if (const auto described = index_->description(); !described) return described.error();
  auto log = AccessLog::open(options.access_log);
  if (!log) return log.error();
  log_ = std::move(*log);
  auto site = Site::make(options, *index_, *log_);
  if (!site) return site.error();
  site_ = std::move(*site);

  allow_descriptors(options.limits.connections);
  auto listeners = listeners_of(options);
  if (!listeners) return listeners.error();
  for (const Listener& listener : *listeners) addresses_.push_back(listener.address());
  auto server =
      HttpServer::start(std::move(*listeners), options.limits, workers_of(options), *site_);
  if (!server) return server.error();
  server_ = std::move(*server);
  site_->observe(*server_);
  return Done{};
}

Service::Service(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::start(const ServiceOptions& options) {
  auto impl = std::make_unique<Impl>();
  if (const Status started = impl->start(options); !started) return started.error();
  return std::unique_ptr<Service>(new Service(std::move(impl)));
}

const std::vector<std::string>& Service::addresses() const { return impl_->addresses(); }
std::vector<ShardState> Service::shards() const { return impl_->shards(); }
std::shared_ptr<const IndexDescription> Service::index() const { return impl_->index(); }
Status Service::reopen() { return impl_->reopen(); }
bool Service::drain() { return impl_->drain(); }

}  // namespace palpate
