#include "store/stored_article.h"

#include <utility>

namespace palpate {
namespace {

Error damaged(std::string what) { return {ErrorCode::malformed, std::move(what), {}}; }

Article without_text(const DocumentRecord& document) {
  Article article;
  article.id = document.id;
  article.group = document.group;
  article.title = document.title;
  article.url = document.url;
  article.path = document.path;
  article.source = document.source;
  article.language = document.language;
  article.authors = document.authors;
  article.reviewers = document.reviewers;
  article.tags = document.tags;
  article.synonyms = document.synonyms;
  article.published = document.published;
  article.updated = document.updated;
  return article;
}

Cut cut_of(const PassageRecord& passage) {
  const std::size_t begin = passage.range.begin;
  Cut cut{passage.range,        begin + passage.body_begin,
          passage.heading_path, passage.context,
          passage.role,         {}};
  for (const ByteRange& sentence : passage.sentences)
    cut.sentences.push_back({begin + sentence.begin, begin + sentence.end});
  return cut;
}

}  // namespace

Result<Article> article_of(const DocumentRecord& document,
                           const std::vector<PassageRecord>& passages) {
  if (passages.size() != document.passages)
    return damaged("has " + std::to_string(passages.size()) + " passages instead of " +
                   std::to_string(document.passages));
  Article article = without_text(document);
  for (const PassageRecord& passage : passages) {
    const std::size_t number = article.cuts.size() + 1;
    if (passage.number != number) return damaged("lacks passage " + std::to_string(number));
    if (passage.range.begin != article.text.size())
      return damaged("has a passage " + std::to_string(number) +
                     " that does not begin where the one before ends");
    article.text += passage.text;
    article.cuts.push_back(cut_of(passage));
  }
  return article;
}

}  // namespace palpate
