// How often one address may ask: a bucket of tokens each, refilled at a steady rate.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace palpate {

// Any number of threads may use one.
class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;

  // `rate` questions a second, `burst` at once. A rate of 0 limits nothing.
  RateLimit(double rate, double burst) : rate_(rate), burst_(burst) {}

  // 0 when the client may ask now, which counts; else the seconds to wait, rounded up.
  int seconds_to_wait(const std::string& client, Clock::time_point now);

  // So many addresses are told apart; those beyond share one bucket.
  static constexpr std::size_t kMostClients = 50'000;

 private:
  struct Bucket {
    double tokens = 0;
    Clock::time_point filled;
  };
  double tokens_at(const Bucket& bucket, Clock::time_point now) const;
  Bucket& bucket_of(const std::string& client, Clock::time_point now);

  double rate_;
  double burst_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
  Clock::time_point swept_;
};

}  // namespace palpate
