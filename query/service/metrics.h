// What the service counts, as Prometheus reads it. Of questions only how many there were, how long
// they took and how many found nothing.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "service/http.h"

namespace palpate {

// What is known only when it is asked for.
struct MetricsNow {
  std::size_t connections = 0;
  std::size_t waiting = 0;  // questions that no worker has taken yet
  std::size_t documents = 0, passages = 0;
  std::uint64_t lost_log_lines = 0;
  std::size_t shards_answering = 0, shards_lost = 0;
};

// Any number of threads may use one.
class Metrics {
 public:
  void answered(const HttpResponse& response, std::chrono::duration<double> took);
  // Requests that got no answer of ours: "unreadable", "slow", "connections".
  void refused(std::string_view reason);

  std::string text(const MetricsNow& now) const;

 private:
  static constexpr std::array kBounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                      0.1,   0.25,   0.5,   1.0,  2.5};
  struct Durations {
    std::array<std::uint64_t, kBounds.size() + 1> counts{};
    double sum = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::pair<std::string_view, int>, std::uint64_t> requests_;  // route, status
  std::map<std::string_view, Durations> durations_;                     // by route
  std::map<std::string_view, std::uint64_t> refused_;
  std::uint64_t nothing_found_ = 0;
};

}  // namespace palpate
