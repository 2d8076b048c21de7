#include "service/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace palpate {
namespace {

constexpr auto kBetweenSweeps = std::chrono::seconds(10);

}  // namespace

double RateLimit::tokens_at(const Bucket& bucket, Clock::time_point now) const {
  const std::chrono::duration<double> passed = now - bucket.filled;
  return std::min(burst_, bucket.tokens + passed.count() * rate_);
}

RateLimit::Bucket& RateLimit::bucket_of(const std::string& client, Clock::time_point now) {
  // A full bucket says nothing that a new one does not: forgotten, and with it the address.
  if (now - swept_ > kBetweenSweeps) {
    swept_ = now;
    std::erase_if(buckets_,
                  [&](const auto& entry) { return tokens_at(entry.second, now) >= burst_; });
  }
  const auto known = buckets_.find(client);
  if (known != buckets_.end()) return known->second;
  const std::string& key = buckets_.size() < kMostClients ? client : std::string();
  return buckets_.try_emplace(key, Bucket{burst_, now}).first->second;
}

int RateLimit::seconds_to_wait(const std::string& client, Clock::time_point now) {
  if (rate_ <= 0) return 0;
  const std::scoped_lock lock(mutex_);
  Bucket& bucket = bucket_of(client, now);
  bucket.tokens = tokens_at(bucket, now);
  bucket.filled = now;
  if (bucket.tokens < 1)
    return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / rate_)));
  bucket.tokens -= 1;
  return 0;
}

}  // namespace palpate
