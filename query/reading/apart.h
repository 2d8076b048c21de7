// Calls that may hang in the system (a disk or a mount that no longer answers), on a thread of
// their own, so that who waits for them need not hang too.
#pragma once

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace palpate {

// The thread goes on when nobody waits any more: `work` owns all that it uses. What it throws comes
// out of get(). Where the system has no thread left the caller does the work.
template <class Work>
auto apart(Work work) -> std::future<decltype(work())> {
  const auto task = std::make_shared<std::packaged_task<decltype(work())()>>(std::move(work));
  auto outcome = task->get_future();
  try {
    std::thread([task] { (*task)(); }).detach();
  } catch (const std::system_error&) {
    (*task)();
  }
  return outcome;
}

// Whether it is there by then; without a time it is waited for as long as it takes.
template <class Outcome>
bool is_there(const std::future<Outcome>& outcome,
              const std::optional<std::chrono::steady_clock::time_point>& until) {
  if (until) return outcome.wait_until(*until) == std::future_status::ready;
  outcome.wait();
  return true;
}

}  // namespace palpate
