// How often each word stands in the articles, as written: what spelling is corrected by.
//
// Stems are no help there (a slip in "inflamation" keeps its ending from being cut), so words are
// counted as folded forms, over passages' bodies, their headings, and titles. In an index they lie
// in buckets of one first letter and length, so that a word is compared with few others. Counts are
// sums: of segments that are merged, less those of what is removed.
//
// Includes Xapian; private to the store and its readers. A value, one thread at a time.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"
#include "store/record.h"
#include "store/snapshot.h"
#include "store/word_numbers.h"

namespace palpate {

// Shorter words have too many neighbours to be corrected, longer ones are no words.
inline constexpr std::size_t kLeastWordLetters = 4;
inline constexpr std::size_t kMostWordLetters = 30;

struct CountedWord {
  std::string word;
  std::uint64_t count = 0;
  friend bool operator==(const CountedWord&, const CountedWord&) = default;
};

class WordCounts {
 public:
  // Ignores what is no word of a countable length: numbers, joined forms, words with digits.
  void add(const Token& token, std::int64_t times);
  void add(std::string_view text, Analyser& analyser, std::int64_t times);
  // Body and headings of a passage that is offered as an answer; nothing for back matter.
  void add(const PassageRecord& passage, Analyser& analyser, std::int64_t times);
  // Title and synonyms.
  void add(const DocumentRecord& document, Analyser& analyser, std::int64_t times);
  void add(const WordCounts& other, std::int64_t times = 1);

  bool empty() const { return size() == 0; }
  // As they are stored where there are none yet: by the buckets' keys.
  std::map<std::string, std::string> buckets() const;
  // Words that the database counts otherwise, "knee (12 instead of 13)", at most `most` of them.
  std::vector<std::string> differences(const Xapian::Database& database, std::size_t most) const;
  // How many words are counted more or less often than never.
  std::size_t size() const;
  // Adds all to what the database holds.
  void write_to(Xapian::WritableDatabase& database) const;

 private:
  using Buckets = std::map<std::string, std::map<std::string_view, std::int64_t>>;
  Buckets in_buckets() const;

  std::int64_t& count_of_word(std::string_view word, WordNote* note = nullptr);
  // 0 for what is not to be counted: that is asked once a word, not with every token.
  std::int64_t times_of(std::uint32_t number) const;

  WordNumbers words_;
  std::vector<std::int64_t> counts_;  // by the words' numbers
};

// Letters (code points) of valid UTF-8.
std::size_t letters_of(std::string_view word);
// The words that begin with the letter that `word` begins with and have so many letters, in order.
std::vector<CountedWord> counted_words(const Xapian::Database& database, std::string_view word,
                                       std::size_t letters);
// How often the index holds a countable word; 0 for any other.
std::uint64_t count_of(const Xapian::Database& database, std::string_view word);
// The same of an index that may be made of several.
std::vector<CountedWord> counted_words(const Snapshot& index, std::string_view word,
                                       std::size_t letters);
std::uint64_t count_of(const Snapshot& index, std::string_view word);

}  // namespace palpate
