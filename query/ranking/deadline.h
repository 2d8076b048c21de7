// Until when a question is worth answering.
//
//   with.deadline.keep();  // between stages, and in loops over what an index holds
//
// Plain value; any thread may use one.
#pragma once

#include <chrono>
#include <exception>
#include <optional>

namespace palpate {

// Passes through the reading side to the Searcher, which makes ErrorCode::timed_out of it.
struct DeadlinePassed : std::exception {
  const char* what() const noexcept override { return "the deadline of a question has passed"; }
};

class Deadline {
 public:
  using Time = std::chrono::steady_clock::time_point;

  Deadline() = default;  // none
  explicit Deadline(std::optional<Time> at) : at_(at) {}

  const std::optional<Time>& at() const { return at_; }
  bool passed() const { return at_ && std::chrono::steady_clock::now() >= *at_; }
  void keep() const {
    if (passed()) throw DeadlinePassed();
  }

 private:
  std::optional<Time> at_;
};

}  // namespace palpate
