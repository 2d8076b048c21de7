// What stands in front of a Markdown text between "---" lines (YAML): an article's metadata.
#pragma once

#include <string_view>

#include "article/article.h"

namespace palpate {

// Takes the front matter of `text` into `article` and gives what follows it. Understood: title,
// author(s), reviewed_by / reviewers, date / published, updated / lastmod, url / canonical, source,
// language / lang, tags / keywords, synonyms / aliases, each one value or a list. What is not
// understood, broken YAML and TOML ("+++") go to article.dropped with the reason; the text is read
// all the same.
std::string_view read_front_matter(std::string_view text, Article& article);

}  // namespace palpate
