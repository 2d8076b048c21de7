// Words and punctuation of running text, for reading names out of sentences.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace palpate {

struct NameWord {
  std::string_view text;  // a word with its hyphens and apostrophes, or one mark
  bool is_mark = false;   // of punctuation: one of ,;:()[] or a quotation mark or dash

  bool is(std::string_view other) const;      // but for capitals of ASCII
  bool is_like(const NameWord& other) const;  // likewise, and but for the s of a plural
};

using NameWords = std::vector<NameWord>;

// Sentences, one behind the other in one list: there are many, and they are short.
class NameSentences {
 public:
  std::size_t size() const { return ends_.size(); }
  std::span<const NameWord> operator[](std::size_t nth) const {
    const std::size_t begin = nth == 0 ? 0 : ends_[nth - 1];
    return std::span(words_).subspan(begin, ends_[nth] - begin);
  }
  // The words behind the last sentence that has ended.
  std::span<const NameWord> unended() const {
    return std::span(words_).subspan(ends_.empty() ? 0 : ends_.back());
  }
  void reserve(std::size_t words) { words_.reserve(words); }
  void add(const NameWord& word) { words_.push_back(word); }
  void end_sentence() {
    if (!unended().empty()) ends_.push_back(words_.size());
  }

 private:
  NameWords words_;
  std::vector<std::size_t> ends_;
};

// The sentences of a text, none empty; a line end also ends one. The views are of `text`.
NameSentences name_sentences(std::string_view text);

}  // namespace palpate
