// Phrases, exactly: the words of a phrase standing together, in order, in one part of a passage.
//
// Positions are not stored (half of an index's size and time), so Xapian finds the passages that
// hold all the words and this checks them on the text. Words are compared as folded, not stemmed:
// "knee pains" is not "knee pain".
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyser.h"
#include "palpate/byte_range.h"
#include "ranking/concept.h"

namespace palpate {

// Where the phrase stands in `text`, first to last, not overlapping.
std::vector<ByteRange> find_phrase(const Wording& phrase, std::string_view text,
                                   Analyser& analyser);

// The texts of a passage that may hold a phrase, each by itself.
struct PassageTexts {
  std::string_view text;
  std::string_view context;
  std::string_view title;
  const std::vector<std::string>* headings = nullptr;
};

// Where an alternative stands: nowhere, only in the article's title, or in what the passage says.
enum class Standing : unsigned char { nowhere, title, passage };

// A passage that is asked for one alternative after the other: each of its texts is analysed once
// to a language. What `texts` points to and the analyser must outlive it.
class AnalysedPassage {
 public:
  AnalysedPassage(const PassageTexts& texts, QuestionAnalyser& analyser);

  // Where the passage holds the alternative: a phrase exactly, any other by the stem of one of its
  // words.
  Standing standing_of(const Alternative& asked);

 private:
  // Words one behind the other with a mark before, between and behind them, so that a phrase stands
  // in a text where the line of its words is a part of the text's line.
  struct Lines {
    std::string forms;  // without wholes
    std::string stems;
  };
  static void add_word(std::string& line, std::string_view word);
  const Lines& lines(std::size_t text, const std::string& language);
  bool holds(std::size_t text, const Alternative& asked);

  std::vector<std::string_view> texts_;  // the title last
  QuestionAnalyser& analyser_;
  std::map<std::pair<std::string, std::size_t>, Lines> lines_;
};

}  // namespace palpate
