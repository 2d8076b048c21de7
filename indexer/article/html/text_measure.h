// How much text the parts of a page hold, and of what kind.
#pragma once

#include <cstdint>
#include <vector>

#include "article/html/html_document.h"

namespace palpate {

// Sums over subtrees in constant time. Characters are code points without white space; a character
// of a script without blanks between words (Chinese, Japanese, Thai) counts as three.
class TextMeasure {
 public:
  using Index = HtmlDocument::Index;

  explicit TextMeasure(const HtmlDocument& page);

  // Leaves the text of the subtree out of every sum from the next settle() on.
  void exclude(Index node);
  void settle();
  void include_all();  // settled

  std::uint32_t chars(Index node) const;
  std::uint32_t link_chars(Index node) const;
  double link_density(Index node) const;  // 0..1
  // How much running text the subtree holds: the sum over its paragraphs of their prose score.
  double prose(Index node) const;

 private:
  struct Sums {
    std::uint32_t chars = 0;
    std::uint32_t link_chars = 0;
    float prose = 0;
  };

  const HtmlDocument* page_;
  std::vector<Sums> own_;  // of each node by itself
  std::vector<double> prose_before_;
  std::vector<std::uint32_t> chars_before_;
  std::vector<std::uint32_t> link_chars_before_;
  std::vector<bool> excluded_;
};

}  // namespace palpate
