// A passage as the Xapian document that is stored: its terms, values and record.
//
// Private to the store; includes Xapian.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "analysis/analyser.h"
#include "article/article.h"
#include "passage/passage.h"

namespace palpate {

// Terms and values that all passages of an article share are worked out once.
class PassageDocuments {
 public:
  // `file` is the absolute path that the article was read from. All references must outlive this.
  PassageDocuments(const Article& article, Analyser& analyser, const std::string& file);

  Xapian::Document document(const Passage& passage);

 private:
  struct Weighted {
    std::string term;
    unsigned wdf;
  };

  void add_title();
  void add_names(std::string_view prefix, const std::vector<std::string>& names, unsigned wdf);
  void add_dates();
  void add_text(Xapian::Document& to, std::string_view text, unsigned wdf, std::string_view prefix);
  void add_headings(Xapian::Document& to, const Passage& passage);

  const Article& article_;
  Analyser& analyser_;
  std::vector<Weighted> topic_;   // of the title and its other names: not for back matter
  std::vector<Weighted> shared_;  // for every passage
  std::vector<std::pair<unsigned, std::string>> values_;
};

}  // namespace palpate
