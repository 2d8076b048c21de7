#include "article/file_article.h"

#include <string>
#include <utility>

#include "article/characters.h"

namespace palpate {

Article begin_article(const SourceFile& file, const DecodedText& decoded) {
  Article article;
  article.id = file.id;
  article.path = file.path.string();
  article.url = file.url;
  if (decoded.replaced > 0) {
    article.dropped.push_back(
        {std::to_string(decoded.replaced) + " byte sequences", std::string(kInvalidUtf8)});
  }
  if (decoded.blanked > 0) {
    article.dropped.push_back(
        {std::to_string(decoded.blanked) + (decoded.blanked == 1 ? " character" : " characters"),
         "control characters, read as blanks"});
  }
  return article;
}

Result<Article> complete_article(Article article, const SourceFile& file) {
  if (article.text.empty()) {
    return Error{ErrorCode::malformed, "no article text, only what surrounds one",
                 "palpate-index --show prints what was dropped and why"};
  }
  if (article.title.empty()) {
    std::string name = file.path.stem().string();
    for (char& character : name) {
      if (character == '-' || character == '_') character = ' ';
    }
    article.title = fold_blanks(name);
  }
  return article;
}

}  // namespace palpate
