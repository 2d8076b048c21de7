// What stands together in a question, and how much of it does so in a text too.
//
// A question is tied where two of its words are neighbours, and where a phrase that the vocabulary
// knows holds several words. Such a phrase may be said in other words, which tie it as well: a
// single one by standing there at all. Terms are numbers from AskedTerms. Plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace palpate {

struct Neighbours {
  struct Pair {  // of terms; a wording of one word is that word twice
    int left = 0;
    int right = 0;
    std::uint32_t wording = 0;
  };
  struct Wording {
    std::uint32_t tie = 0;
    std::uint32_t pairs = 0;
  };

  void add_tie() { ++ties; }
  // One more way to say the tie that was added last.
  void add_wording(std::span<const int> terms);

  std::vector<Pair> pairs;
  std::vector<Wording> wordings;
  std::uint32_t ties = 0;
};

// Looks for them in a text that is given word by word; near is with at most one word between.
class NeighbourFinder {
 public:
  // `asked` must outlive it; `terms` is how many terms there are.
  NeighbourFinder(const Neighbours& asked, std::size_t terms);

  void see(int term, std::size_t position);
  // Of the ties, those that a wording was wholly found for.
  double share() const;

 private:
  static constexpr std::size_t kNowhere = ~std::size_t{0};

  const Neighbours& asked_;
  std::vector<bool> found_;
  std::vector<std::uint32_t> pairs_found_;  // of each wording
  std::vector<bool> tied_;
  std::vector<std::size_t> last_;  // where each term was seen last
  std::uint32_t count_ = 0;
};

}  // namespace palpate
