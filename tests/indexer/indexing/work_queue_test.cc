#include "indexing/work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace palpate {
namespace {

using namespace std::chrono_literals;

TEST(WorkQueue, GivesItemsInTheOrderTheyCame) {
  WorkQueue<int> queue(10);
  for (int i = 0; i < 5; ++i) {
    int item = i;
    EXPECT_TRUE(queue.offer(item, 0ms));
  }
  for (int i = 0; i < 5; ++i) EXPECT_EQ(queue.take(), i);
}

TEST(WorkQueue, AFullOneLeavesTheItemWithItsOwner) {
  WorkQueue<std::unique_ptr<int>> queue(1);
  auto first = std::make_unique<int>(1);
  auto second = std::make_unique<int>(2);
  EXPECT_TRUE(queue.offer(first, 0ms));
  EXPECT_EQ(first, nullptr);
  EXPECT_FALSE(queue.offer(second, 1ms));
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(**queue.take(), 1);
  EXPECT_TRUE(queue.offer(second, 0ms));
  EXPECT_EQ(**queue.take(), 2);
}

TEST(WorkQueue, AClosedOneIsEmptiedAndTakesNothingIn) {
  WorkQueue<int> queue(1);
  int item = 1;
  EXPECT_TRUE(queue.offer(item, 0ms));
  queue.close();
  item = 2;
  EXPECT_TRUE(queue.offer(item, 1h)) << "does not wait for room that nobody makes";
  EXPECT_EQ(queue.take(), 1);
  EXPECT_EQ(queue.take(), std::nullopt);
  EXPECT_EQ(queue.take(), std::nullopt);
}

TEST(WorkQueue, ClosingWakesWhoWaitsForAnItem) {
  WorkQueue<int> queue(1);
  std::thread taker([&] { EXPECT_EQ(queue.take(), std::nullopt); });
  queue.close();
  taker.join();
}

TEST(WorkQueue, RoomWakesWhoWaitsForIt) {
  WorkQueue<int> queue(1);
  int item = 1;
  EXPECT_TRUE(queue.offer(item, 0ms));
  std::thread giver([&] {
    int other = 2;
    EXPECT_TRUE(queue.offer(other, 1h));
  });
  EXPECT_EQ(queue.take(), 1);
  EXPECT_EQ(queue.take(), 2);
  giver.join();
}

TEST(WorkQueue, ThreadsLoseAndDoubleNothing) {
  constexpr int kGivers = 3;
  constexpr int kTakers = 3;
  constexpr int kItems = 2'000;
  WorkQueue<int> queue(4);
  std::vector<std::atomic<int>> seen(kGivers * kItems);
  std::vector<std::thread> takers;
  takers.reserve(kTakers);
  for (int t = 0; t < kTakers; ++t)
    takers.emplace_back([&] {
      while (const std::optional<int> item = queue.take()) ++seen[static_cast<std::size_t>(*item)];
    });
  std::vector<std::thread> givers;
  givers.reserve(kGivers);
  for (int g = 0; g < kGivers; ++g)
    givers.emplace_back([&, g] {
      for (int i = 0; i < kItems; ++i) {
        int item = g * kItems + i;
        while (!queue.offer(item, 1ms)) std::this_thread::yield();
      }
    });
  for (std::thread& giver : givers) giver.join();
  queue.close();
  for (std::thread& taker : takers) taker.join();
  for (const std::atomic<int>& count : seen) ASSERT_EQ(count, 1);
}

}  // namespace
}  // namespace palpate
