#include "service/rate_limit.h"

#include <gtest/gtest.h>

namespace palpate {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(RateLimit, LetsABurstThroughAndThenTheRate) {
  RateLimit limit(2, 3);
  const RateLimit::Clock::time_point start{};
  for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.seconds_to_wait("a", start), 0);
  EXPECT_EQ(limit.seconds_to_wait("a", start), 1);
  EXPECT_EQ(limit.seconds_to_wait("a", start + milliseconds(499)), 1);
  EXPECT_EQ(limit.seconds_to_wait("a", start + milliseconds(501)), 0);
  EXPECT_EQ(limit.seconds_to_wait("a", start + milliseconds(502)), 1);
  EXPECT_EQ(limit.seconds_to_wait("b", start), 0);
}

TEST(RateLimit, SaysHowLongASlowRateTakes) {
  RateLimit limit(0.1, 1);
  const RateLimit::Clock::time_point start{};
  EXPECT_EQ(limit.seconds_to_wait("a", start), 0);
  EXPECT_EQ(limit.seconds_to_wait("a", start), 10);
  EXPECT_EQ(limit.seconds_to_wait("a", start + seconds(11)), 0);
}

TEST(RateLimit, LimitsNothingWhenItIsOff) {
  RateLimit limit(0, 1);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(limit.seconds_to_wait("a", {}), 0);
}

TEST(RateLimit, DoesNotGrowWithTheNumberOfAddresses) {
  RateLimit limit(1, 1);
  const RateLimit::Clock::time_point start{};
  for (std::size_t i = 0; i < RateLimit::kMostClients; ++i)
    EXPECT_EQ(limit.seconds_to_wait(std::to_string(i), start), 0);
  // The table is full: the others share a bucket.
  EXPECT_EQ(limit.seconds_to_wait("one more", start), 0);
  EXPECT_EQ(limit.seconds_to_wait("and another", start), 1);
  // What has filled again is forgotten, and there is room.
  EXPECT_EQ(limit.seconds_to_wait("later", start + seconds(20)), 0);
  EXPECT_EQ(limit.seconds_to_wait("later too", start + seconds(20)), 0);
}

}  // namespace
}  // namespace palpate
