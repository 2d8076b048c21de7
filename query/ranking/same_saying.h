// Whether two passages say the same: copied from each other, or one article repeating itself.
//
// Compares token streams, so that it costs next to nothing. Short passages are the same only when
// they are identical: of few words one more or less is another thing. Pure; one thread at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "store/token_stream.h"

namespace palpate {

enum class Alike : std::uint8_t {
  no,
  nearly,     // but for a few words; see same_figures
  identical,  // word for word
};

// The sentences of passages, numbered from 0 as they are added. Names, headings and context do not
// count: a copy stands under another title.
class Sayings {
 public:
  void add(const TokenStream& passage);
  std::size_t size() const { return sayings_.size(); }

  // Between articles also the order of words must be nearly the same: pages made after one pattern
  // share their words, and each tells of another thing.
  Alike compare(std::size_t a, std::size_t b, bool same_article) const;

 private:
  using WordMap = std::array<std::uint64_t, 4>;
  struct Saying {
    std::size_t begin = 0, end = 0;  // in codes_
    std::size_t content = 0;         // how many of them are no stopwords
    WordMap words{};                 // a bit for each content code, some sharing one
  };

  std::span<const TokenCode> codes(const Saying& saying) const {
    return std::span(codes_).subspan(saying.begin, saying.end - saying.begin);
  }
  bool may_share(const Saying& a, const Saying& b, double share) const;

  std::vector<TokenCode> codes_;
  std::vector<Saying> sayings_;
};

// Whether both texts hold the same numbers, and the same words of denial as often: "take 5 mg" and
// "do not take 10 mg" are nearly alike and not the same.
bool same_figures(std::string_view a, std::string_view b);

}  // namespace palpate
