// The folded words of a text, as rooms of the index see them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"

namespace palpate {

class FoldedWords {
 public:
  explicit FoldedWords(std::string_view text) {
    auto analyser = Analyser::create({.language = "en"});
    for (const Token& token : analyser->analyse(text)) {
      if (token.kind != TokenKind::joined) owned_.emplace_back(token.form);
    }
    views_.assign(owned_.begin(), owned_.end());
  }
  const std::vector<std::string_view>& views() const { return views_; }

 private:
  std::vector<std::string> owned_;
  std::vector<std::string_view> views_;
};

}  // namespace palpate
