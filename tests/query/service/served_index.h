// A service in the test's own process, on a port of its own, over an index of a test's own.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "end_to_end/fixture_index.h"
#include "query/service/raw_client.h"
#include "service/service.h"

namespace palpate {

class ServedIndex {
 public:
  // Serves the fixture articles. Throws when that fails.
  explicit ServedIndex(const std::function<void(ServiceOptions&)>& adjust = {});
  ~ServedIndex();

  const std::string& address() const { return service_->addresses().front(); }
  Service& service() { return *service_; }
  const FixtureIndex& index() const { return index_; }
  // On a connection of its own; throws when no response comes.
  RawResponse ask(const std::string& target, const std::string& lines = {},
                  const std::string& method = "GET") const;
  // The access log, once the service has ended.
  std::string log();

 private:
  FixtureIndex index_;
  std::unique_ptr<Service> service_;
};

}  // namespace palpate
