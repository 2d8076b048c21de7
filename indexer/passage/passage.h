// An article cut into passages, the unit that is ranked and shown.
//
// A passage is whole sentences or list items of one section, about 150 words, never across a
// heading. The passages of an article tile its kept text: the first begins at 0, each begins where
// the one before ends, the last ends at the end. A section's heading line belongs to its first
// passage, in front of `body_begin`; white space between blocks belongs to the passage before it.
// An article that was cut before (Article::cuts: a line of an export) stays cut that way.
#pragma once

#include <string>
#include <vector>

#include "analysis/sentences.h"
#include "article/article.h"
#include "palpate/byte_range.h"

namespace palpate {

struct Passage {
  std::size_t number = 0;  // from 1, in order; the id is DOCUMENT#number
  ByteRange range;         // in Article::text
  std::size_t body_begin =
      0;  // where the words after the heading begin: range.begin <= body_begin <= range.end
  std::vector<std::string> heading_path;
  std::string context;  // the list's lead-in or the table's header row, when the passage does not
                        // hold it itself
  SectionRole role = SectionRole::body;
  std::vector<ByteRange> sentences;  // in Article::text; they cover [body_begin, range.end)
};

struct PassageSettings {
  std::size_t target_words = 150;  // a passage is closed once it holds as many, counted by blanks
  std::size_t max_words = 300;  // a sentence or row longer than this is cut, at a clause or a blank
};

std::vector<Passage> split_passages(const Article& article, const PassageSettings& settings,
                                    SentenceBreaker& breaker);

}  // namespace palpate
