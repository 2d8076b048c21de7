// An index that runs are made to die over, and what must hold of it afterwards.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "program.h"

namespace palpate {

// What a run does: how it finds the index, and what it is told to do.
struct Journey {
  std::string name;
  bool indexed_before = true;          // the first articles are in the index before
  std::vector<std::string> arguments;  // of palpate-index besides --db; "@" is the test's folder
  long step = 1;  // every so many calls that write are tried, unless PALPATE_EVERY_FAULT is set
  bool changes = false;  // of the first articles some are others by then, and one is gone
};

inline void PrintTo(const Journey& journey, std::ostream* out) { *out << journey.name; }

// All ways that a run writes: a new index, a generation from nothing, a commit into the current
// generation that only adds or that also removes, a merge of a copy of it with what is new.
std::vector<Journey> all_journeys();

// The index before and after a journey that nothing disturbs, and copies of the former to disturb.
class Recovery {
 public:
  explicit Recovery(Journey journey);

  const Journey& journey() const { return journey_; }
  std::filesystem::path db() const { return folder_ / "index.db"; }
  // Puts the state before the journey in place.
  void reset() const;
  std::vector<std::string> arguments() const;
  double seconds() const { return seconds_; }

  // After a run ended in whatever way: the old state or the new one answers, whole; --check finds
  // it fine; the next run comes to the new state and leaves nothing over.
  void expect_recovery(const std::string& how) const;
  // Nothing lies in the index's folder but whole generations: after a run that failed and lived.
  void expect_tidy(const std::string& how) const;

 private:
  using Answers = std::vector<std::string>;

  void write_articles() const;
  void change_articles() const;
  Answers answers() const;  // empty when there is no index

  TestFolder folder_;
  Journey journey_;
  Answers before_, after_;
  double seconds_ = 0;  // that the journey takes
};

}  // namespace palpate
