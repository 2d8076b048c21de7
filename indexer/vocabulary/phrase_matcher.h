// Which of many short phrases a sequence of words holds, all tried in one pass.
//
// The language of phrases, made to be read and edited in the files of vocabulary/lists:
//
//   get rid           these words, one behind the other
//   treat*            any word that begins so
//   goes|comes away   either word
//   how .. take       up to eight words between
//   ^ what is         only where the words begin;  `stop taking $` only where they end
//   what is !the      not followed by that word
//   ^ $               no words at all
//
// A word that a phrase begins with has at least two letters before its `*`. Phrases are of folded
// words, as the analyser gives them in Token::form. Immutable once filled: any thread may match.
// Time is linear in the number of words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "palpate/error.h"

namespace palpate {

class PhraseMatcher {
 public:
  // Adds phrases separated by commas; each gives `bits` where it occurs. The text must outlive the
  // matcher. ErrorCode::malformed names the first phrase that is none; those before it are in.
  Status add(std::string_view phrases, std::uint32_t bits);

  // The bits of all phrases that occur in `words`.
  std::uint32_t match(std::span<const std::string_view> words) const;

 private:
  enum class Kind : std::uint8_t { word, gap, unless, end };
  struct Alternative {
    std::string_view text;
    bool is_prefix = false;
  };
  struct Element {
    Kind kind = Kind::word;
    std::uint32_t first = 0;  // of alternatives_
    std::uint32_t count = 0;
  };
  struct Phrase {
    std::uint32_t first = 0;  // of elements_
    std::uint32_t end = 0;
    std::uint32_t bits = 0;
    bool at_begin = false;
  };
  static constexpr std::size_t kBuckets = 1024;

  static std::size_t bucket_of(std::string_view word);
  bool add_phrase(std::string_view text, std::uint32_t bits);
  bool add_element(std::string_view text);
  bool file_phrase(const Phrase& phrase);
  bool matches(const Element& element, std::string_view word) const;
  bool matches_from(std::uint32_t element, std::uint32_t end,
                    std::span<const std::string_view> words) const;

  std::vector<Alternative> alternatives_;
  std::vector<Element> elements_;
  // By the first two letters of the word that a phrase begins with; none while there is no phrase.
  std::vector<std::vector<Phrase>> buckets_;
  std::uint32_t bits_of_nothing_ = 0;
};

}  // namespace palpate
