#include "ranking/neighbours.h"

namespace palpate {
namespace {

constexpr std::size_t kNear = 2;

}  // namespace

void Neighbours::add_wording(std::span<const int> terms) {
  if (terms.empty()) return;
  const auto wording = static_cast<std::uint32_t>(wordings.size());
  if (terms.size() == 1) pairs.push_back({terms.front(), terms.front(), wording});
  for (std::size_t i = 1; i < terms.size(); ++i) pairs.push_back({terms[i - 1], terms[i], wording});
  wordings.push_back(
      {ties - 1, static_cast<std::uint32_t>(terms.size() == 1 ? 1 : terms.size() - 1)});
}

NeighbourFinder::NeighbourFinder(const Neighbours& asked, std::size_t terms)
    : asked_(asked),
      found_(asked.pairs.size()),
      pairs_found_(asked.wordings.size()),
      tied_(asked.ties),
      last_(terms, kNowhere) {}

void NeighbourFinder::see(int term, std::size_t position) {
  last_[static_cast<std::size_t>(term)] = position;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const auto& [left, right, number] = asked_.pairs[i];
    if (found_[i] || (left != term && right != term)) continue;
    const std::size_t other = last_[static_cast<std::size_t>(left == term ? right : left)];
    if (other == kNowhere || position - other > kNear) continue;
    found_[i] = true;
    const Neighbours::Wording& wording = asked_.wordings[number];
    if (++pairs_found_[number] < wording.pairs || tied_[wording.tie]) continue;
    tied_[wording.tie] = true;
    ++count_;
  }
}

double NeighbourFinder::share() const {
  return asked_.ties == 0 ? 0 : static_cast<double>(count_) / static_cast<double>(asked_.ties);
}

}  // namespace palpate
