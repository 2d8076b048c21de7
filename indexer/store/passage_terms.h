// A passage as the Xapian document that is stored: its terms, values and record.
//
// Private to the store; includes Xapian.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/analyser.h"
#include "article/article.h"
#include "passage/passage.h"
#include "store/token_stream.h"
#include "store/word_counts.h"

namespace palpate {

// Terms and values that all passages of an article share are worked out once.
class PassageDocuments {
 public:
  // `file` is the absolute path that the article was read from. All references must outlive this;
  // `words` are counted as documents are made.
  PassageDocuments(const Article& article, Analyser& analyser, const std::string& file,
                   WordCounts& words);

  Xapian::Document document(const Passage& passage);

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
  void add_body(Xapian::Document& to, const Passage& passage, std::string_view prefix);
  void add_context(Xapian::Document& to, const Passage& passage);
  void add_headings(Xapian::Document& to, const Passage& passage);
  void add_intents(const Passage& passage);
  void add_completions(Xapian::Document& to, const Passage& passage);
  void add_abbreviations(Xapian::Document& to, std::string_view body);
  TokenCode code_of(const Token& token) const;

  const Article& article_;
  Analyser& analyser_;
  WordCounts& words_;
  std::vector<Weighted> topic_;   // of the title and its other names: not for back matter
  std::vector<Weighted> shared_;  // for every passage
  std::vector<std::pair<unsigned, std::string>> values_;
  std::vector<std::string> title_;  // its words, folded
  std::set<std::string> headings_;  // that a passage of before had
  bool superseded_ = false;
  TokenStream names_;   // the names of the topic alone
  TokenStream stream_;  // of the passage at hand
};

}  // namespace palpate
