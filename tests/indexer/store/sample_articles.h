// Small articles of our own words, and the way they get into a segment.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyser.h"
#include "analysis/sentences.h"
#include "article/article_builder.h"
#include "passage/passage.h"
#include "store/segment.h"

namespace palpate {

inline Article sample_article(const std::string& id, std::string_view paragraph,
                              const std::string& title = "A stiff neck") {
  Article metadata;
  metadata.id = id;
  metadata.group = id;
  metadata.title = title;
  metadata.language = "en";
  ArticleBuilder builder(std::move(metadata));
  builder.heading(2, "First days");
  builder.paragraph(paragraph);
  builder.heading(2, "Later on");
  builder.paragraph("Gentle movement helps more than rest.");
  builder.heading(2, "References");
  builder.paragraph("Moor A. Gentle necks. 2019.");
  return std::move(builder).finish();
}

inline Analyser english() { return std::move(*Analyser::create({"en"})); }

inline std::vector<Passage> passages_of(const Article& article) {
  SentenceBreaker breaker;
  return split_passages(article, PassageSettings{}, breaker);
}

// Adds the article with its file's record, as a run does.
inline Status add_file(Segment& segment, const Article& article, const std::string& file) {
  Analyser analyser = english();
  Status done = segment.add(article, passages_of(article), analyser, file);
  if (!done) return done;
  FileRecord record;
  record.path = file;
  record.root = "/articles";
  record.documents = {article.id};
  return segment.put(record);
}

}  // namespace palpate
