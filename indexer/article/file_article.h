// What articles that are a whole file have in common, however their text is marked up.
#pragma once

#include <string_view>

#include "article/article.h"
#include "article/reader.h"
#include "article/text/decode.h"

namespace palpate {

// Why bytes were dropped that are no valid UTF-8 in a text that otherwise is.
inline constexpr std::string_view kInvalidUtf8 = "invalid UTF-8, replaced by U+FFFD";

// An article with id, path and url of its file, and a word on bytes that could not be read.
Article begin_article(const SourceFile& file, const DecodedText& decoded);

// Gives it a title from the file's name if it has none; malformed when it has no text.
Result<Article> complete_article(Article article, const SourceFile& file);

}  // namespace palpate
