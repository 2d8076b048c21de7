// Runs killed at random moments: what each leaves answers, and the next run completes.
//
// PALPATE_KILLS sets how many moments there are for each way of writing (8).
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>

#include "program.h"
#include "recovery.h"

namespace palpate {
namespace {

constexpr int kKilled = 128 + SIGKILL;

int moments() {
  constexpr int kUsual = 8;
  const char* const asked = std::getenv("PALPATE_KILLS");
  return asked == nullptr ? kUsual : std::max(1, std::atoi(asked));
}

class Kill : public testing::TestWithParam<Journey> {};

TEST_P(Kill, AtAnyMomentLeavesAWholeIndex) {
  const Recovery over(GetParam());
  std::mt19937 random(20'240'607);
  int killed = 0;
  for (int moment = 0; moment < moments() && !HasFailure(); ++moment) {
    // The same seed gives the same shares of a run's time on every machine.
    const double share = std::uniform_real_distribution<double>(0, 1)(random);
    over.reset();
    Running running("palpate-index", over.arguments());
    std::this_thread::sleep_for(std::chrono::duration<double>(share * over.seconds()));
    running.send(SIGKILL);
    const Outcome outcome = running.wait();
    EXPECT_TRUE(outcome.exit_code == 0 || outcome.exit_code == kKilled) << outcome.err;
    killed += outcome.exit_code == kKilled ? 1 : 0;
    over.expect_recovery("killed after " + std::to_string(share) + " of its time");
  }
  EXPECT_GT(killed, moments() / 4) << "most are still at work then";
}

INSTANTIATE_TEST_SUITE_P(Journeys, Kill, testing::ValuesIn(all_journeys()),
                         [](const auto& journey) { return journey.param.name; });

}  // namespace
}  // namespace palpate
