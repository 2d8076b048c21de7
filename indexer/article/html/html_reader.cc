#include <utility>

#include "article/article_builder.h"
#include "article/html/charset.h"
#include "article/html/html_blocks.h"
#include "article/html/html_document.h"
#include "article/html/html_main_content.h"
#include "article/html/html_metadata.h"
#include "article/html/markup.h"
#include "article/html/unshown_answers.h"
#include "article/reader.h"

namespace palpate {

Result<Article> read_html(std::string_view bytes, const SourceFile& file) {
  if (looks_binary(bytes)) {
    return Error{ErrorCode::malformed, file.path.string() + " is not text",
                 "it holds control characters, as pictures and archives do"};
  }
  const ReducedMarkup reduced = reduce_markup(html_to_utf8(bytes));
  if (reduced.too_many_tags) {
    return Error{ErrorCode::unsupported, "more than " + std::to_string(kMaxTags) + " tags",
                 "split the page into several files"};
  }
  const HtmlDocument page = HtmlDocument::parse(reduced.markup);
  PageMetadata metadata = read_html_metadata(page, reduced.json_ld);
  Article& article = metadata.article;
  article.id = file.id;
  article.path = file.path.string();
  if (article.url.empty()) article.url = file.url;
  const BlockRules rules{article.title, std::move(metadata.questions)};
  ArticleBuilder builder(std::move(article));
  build_blocks(page, find_main_content(page), rules, builder);
  add_unshown_answers(metadata.answers, builder);
  Article read = std::move(builder).finish();
  if (read.text.empty()) {
    return Error{ErrorCode::malformed, "no text", "is it a page that is filled by scripts only?"};
  }
  return read;
}

}  // namespace palpate
