#include "query/service/served_index.h"

#include <stdexcept>
#include <utility>

namespace palpate {

ServedIndex::ServedIndex(const std::function<void(ServiceOptions&)>& adjust) {
  ServiceOptions options;
  options.directory = (index_.folder() / "index.db").string();
  options.listen = {"127.0.0.1:0"};
  options.workers = 2;
  options.access_log = (index_.folder() / "access.log").string();
  if (adjust) adjust(options);
  auto service = Service::start(options);
  if (!service) throw std::runtime_error(service.error().message);
  service_ = std::move(*service);
}

ServedIndex::~ServedIndex() = default;

RawResponse ServedIndex::ask(const std::string& target, const std::string& lines,
                             const std::string& method) const {
  return RawClient(address()).ask(target, lines, method);
}

std::string ServedIndex::log() {
  service_.reset();
  return read_file(index_.folder() / "access.log");
}

}  // namespace palpate
