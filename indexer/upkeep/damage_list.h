// What a check has found, the first of it in words.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace palpate {

class DamageList {
 public:
  void add(std::string damage) {
    if (damages_.size() < kMost) {
      damages_.push_back(std::move(damage));
    } else {
      ++more_;
    }
  }

  bool empty() const { return damages_.empty(); }
  const std::vector<std::string>& damages() const { return damages_; }
  std::size_t more() const { return more_; }

 private:
  static constexpr std::size_t kMost = 20;

  std::vector<std::string> damages_;
  std::size_t more_ = 0;
};

}  // namespace palpate
