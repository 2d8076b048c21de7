// Folded text cut into runs of letters and digits. Private to this room.
#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "analysis/folded_text.h"
#include "palpate/error.h"

namespace palpate {

// In units of the folded text. Nothing but letters, marks and digits, and no boundary of UAX #29
// inside.
struct Atom {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t digits = 0;  // how many ASCII digits it begins with

  std::uint32_t size() const { return end - begin; }
  bool is_number() const { return digits == size(); }
  friend bool operator==(const Atom&, const Atom&) = default;
};

class AtomFinder {
 public:
  static Result<AtomFinder> create();

  void find(const FoldedText& folded, std::vector<Atom>& atoms);

 private:
  explicit AtomFinder(std::unique_ptr<icu::BreakIterator> words) : words_(std::move(words)) {}

  std::unique_ptr<icu::BreakIterator> words_;
};

}  // namespace palpate
