// Which of the ranked passages repeat what a better one says.
//
// Private to the reading side; includes Xapian, whose exceptions pass through.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ranking/match.h"
#include "ranking/same_saying.h"
#include "store/snapshot.h"

namespace palpate {

class Fold {
 public:
  // Looks at the first kFoldedCandidates; `groups` is what each is grouped by. All references must
  // outlive this.
  Fold(const Snapshot& index, const Matches& matches, const std::vector<std::string>& groups);

  // The first of `listed` that says what `candidate` says.
  std::optional<std::size_t> repeated(std::size_t candidate,
                                      std::span<const std::size_t> listed) const;

 private:
  bool same_figures_in(std::size_t a, std::size_t b) const;

  const Snapshot& index_;
  const std::vector<Candidate>& candidates_;
  const std::vector<std::string>& groups_;
  Sayings sayings_;
};

}  // namespace palpate
