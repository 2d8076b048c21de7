#include "ranking/warnings.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "ranking/page.h"

namespace palpate {
namespace {

// Articles of these many hits are those at hand, whatever page is asked for.
constexpr std::size_t kFirstHits = 10;

constexpr double kAboutAsMuch = 0.5;

bool is_warning_about_it(const Candidate& candidate, double most) {
  return candidate.warning && !candidate.title_only && candidate.topic >= kAboutAsMuch * most;
}

std::optional<std::size_t> best_warning(const std::vector<Candidate>& candidates,
                                        const std::vector<std::string>& groups,
                                        const std::vector<Placed>& page, double most) {
  std::unordered_set<std::string> at_hand;
  for (const Placed& placed : page) at_hand.insert(groups[placed.candidate]);
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (is_warning_about_it(candidates[i], most) && at_hand.contains(groups[i])) return i;
  return std::nullopt;
}

// Candidate `from` comes to stand at `to`, in front of it.
template <class T>
void move_up(std::vector<T>& list, std::size_t from, std::size_t to) {
  const auto begin = list.begin();
  std::rotate(begin + static_cast<std::ptrdiff_t>(to), begin + static_cast<std::ptrdiff_t>(from),
              begin + static_cast<std::ptrdiff_t>(from) + 1);
}

}  // namespace

void lift_warning(std::size_t per_article, std::vector<Candidate>& candidates,
                  std::vector<std::string>& groups) {
  double most = 0;
  bool any = false;
  for (const Candidate& candidate : candidates) {
    most = std::max(most, candidate.topic);
    any = any || candidate.warning;
  }
  if (!any) return;
  const auto stands_first = [&](std::size_t candidate) {
    const auto page = page_of(groups, per_article, 0, kWarningPlace);
    return std::ranges::any_of(page,
                               [&](const Placed& placed) { return placed.candidate == candidate; });
  };
  for (const Placed& placed : page_of(groups, per_article, 0, kWarningPlace))
    if (is_warning_about_it(candidates[placed.candidate], most)) return;
  const auto best =
      best_warning(candidates, groups, page_of(groups, per_article, 0, kFirstHits), most);
  if (!best) return;
  candidates[*best].lifted = true;
  // Behind as many as leave it its place: an article's other passages may stand in between.
  std::size_t at = *best;
  for (std::size_t to = std::min(*best, kWarningPlace - 1);; --to) {
    move_up(candidates, at, to);
    move_up(groups, at, to);
    at = to;
    if (to == 0 || stands_first(at)) return;
  }
}

}  // namespace palpate
