// Phrases, exactly: the words of a phrase standing together, in order, in one part of a passage.
//
// Positions are not stored (half of an index's size and time), so Xapian finds the passages that
// hold all the words and this checks them on the text. Words are compared as folded, not stemmed:
// "knee pains" is not "knee pain".
#pragma once

#include <string>
#include <string_view>
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

// Where the passage holds the alternative: a phrase exactly, any other by the stem of one of its
// words.
Standing standing_of(const PassageTexts& passage, const Alternative& asked,
                     QuestionAnalyser& analyser);

}  // namespace palpate
