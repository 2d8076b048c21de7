// A passage as it is stored: its terms, its values and, among them, its record.
//
// Private to the store.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "article/article.h"
#include "passage/passage.h"
#include "store/passage_entry.h"
#include "store/token_stream.h"
#include "store/word_counts.h"
#include "store/word_numbers.h"

namespace palpate {

// Terms and values that all passages of an article share are worked out once.
class PassageDocuments {
 public:
  // `file` is the absolute path that the article was read from. All references must outlive this;
  // `words` are counted as documents are made.
  // With `numbers` terms of plain words have their numbers in the entry, not their text.
  PassageDocuments(const Article& article, Analyser& analyser, const std::string& file,
                   WordCounts& words, WordNumbers* numbers = nullptr);

  // Until the next call. The record is not packed yet.
  const PassageEntry& entry(const Passage& passage);

 private:
  struct Weighted {
    std::string term;
    unsigned wdf;
  };

  void add_title();
  void add_topic_names();
  void note_superseded();
  void add_names(std::string_view prefix, const std::vector<std::string>& names, unsigned wdf);
  void add_dates();
  void add_body(const Passage& passage, std::string_view prefix);
  void add_context(const Passage& passage);
  void add_headings(const Passage& passage);
  void add_intents(const Passage& passage);
  void add_completions(const Passage& passage);
  void add_abbreviations(std::string_view body);
  void add_values(const Passage& passage);
  void add_stem(std::string_view prefix, const Token& token, unsigned wdf);
  static TokenCode code_of(const Token& token);

  const Article& article_;
  Analyser& analyser_;
  WordCounts& words_;
  WordNumbers* numbers_;
  std::vector<Weighted> topic_;   // of the title and its other names: not for back matter
  std::vector<Weighted> shared_;  // for every passage
  std::string date_first_, date_last_;
  std::vector<std::string> title_;  // its words, folded
  std::set<std::string> headings_;  // that a passage of before had
  bool superseded_ = false;
  TokenStream names_;   // the names of the topic alone
  TokenStream stream_;  // of the passage at hand
  PassageEntry entry_;  // likewise
};

}  // namespace palpate
